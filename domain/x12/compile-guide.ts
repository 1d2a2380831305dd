import { type CompiledCondition, compileCondition } from './check-condition.js';
import type { Guide, LoopRule, SegmentRule } from './guide.js';

/** One thing a segment may be inside a loop: a segment of it, or the beginning of an inner loop. */
export type Candidate = {
  /** Place among the parts of the loop. */
  readonly order: number;
  /** Position in the standard: neighbours with the same segment id share one and may come in any sequence. */
  readonly rank: number;
  readonly segment: SegmentRule;
  readonly maxUse: number;
  readonly qualifierElement: number;
  readonly qualifierComponent: number;
  /** Undefined when the id alone recognises it. */
  readonly codes: ReadonlySet<string> | undefined;
  readonly child: CompiledLoop | undefined;
  readonly conditions: readonly CompiledCondition[];
};

/** A loop of a guide with an index of its parts by segment id. */
export type CompiledLoop = {
  readonly rule: LoopRule;
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  /** A zero for each part, to copy as a counter. */
  readonly zeros: readonly number[];
  /** Places of the parts that must be there. */
  readonly required: readonly number[];
};

export type CompiledGuide = {
  readonly root: CompiledLoop;
  /** Every segment id the guide has anywhere. */
  readonly segmentIds: ReadonlySet<string>;
};

const compiled = new WeakMap<Guide, CompiledGuide>();

/** Indexes a guide for the loop reader, one time for each guide. */
export function compileGuide(guide: Guide): CompiledGuide {
  const known = compiled.get(guide);
  if (known !== undefined) return known;
  const segmentIds = new Set<string>();
  const made = { root: compileLoop(guide.root, segmentIds, true), segmentIds };
  compiled.set(guide, made);
  return made;
}

function compileLoop(rule: LoopRule, segmentIds: Set<string>, isRoot: boolean): CompiledLoop {
  const candidates = new Map<string, Candidate[]>();
  let rank = -1;
  let previousId = '';
  rule.parts.forEach((part, order) => {
    const child = part.kind === 'loop' ? compileLoop(part, segmentIds, false) : undefined;
    const segment = part.kind === 'loop' ? triggerOf(part) : part;
    if (segment === undefined) return;
    segmentIds.add(segment.id);
    if (segment.id !== previousId || order === 1) rank += 1;
    previousId = segment.id;
    // The segment a loop begins with opens the loop; it is no candidate inside it.
    if (order === 0 && !isRoot) return;
    const list = candidates.get(segment.id) ?? [];
    list.push({
      order,
      rank,
      segment,
      maxUse: part.kind === 'loop' ? part.maxRepeats : part.maxUse,
      qualifierElement: segment.qualifier?.element ?? 0,
      qualifierComponent: segment.qualifier?.component ?? 0,
      codes: segment.qualifier === undefined ? undefined : new Set(segment.qualifier.codes),
      child,
      conditions: (segment.conditions ?? []).map(compileCondition),
    });
    candidates.set(segment.id, list);
  });
  return {
    rule,
    candidates,
    zeros: rule.parts.map(() => 0),
    required: rule.parts.flatMap((part, order) => (part.usage === 'R' ? [order] : [])),
  };
}

/** The segment a loop begins with. */
export function triggerOf(rule: LoopRule): SegmentRule | undefined {
  const [first] = rule.parts;
  return first?.kind === 'segment' ? first : undefined;
}
