import { type CompiledCondition, compileCondition } from './check-condition.js';
import { CodeList, packCode } from './code-list.js';
import type { Guide, LoopRule, SegmentRule } from './guide.js';
import { packedSegmentId } from './packed-segment-id.js';
import { compileQuickCheck, type QuickCheck } from './quick-check.js';

/** One thing a segment may be inside a loop: a segment of it, or the beginning of an inner loop. */
export type Candidate = {
  /** Place among the parts of the loop. */
  readonly order: number;
  /** Position in the standard: neighbours with the same segment id share one and may come in any sequence. */
  readonly rank: number;
  readonly segment: SegmentRule;
  /** Index of `segment` among the rules of the guide. */
  readonly ruleIndex: number;
  readonly maxUse: number;
  readonly qualifierElement: number;
  readonly qualifierComponent: number;
  /** Undefined when the id alone recognises it. */
  readonly codes: CodeList | undefined;
  readonly child: CompiledLoop | undefined;
  readonly conditions: readonly CompiledCondition[];
  readonly quickCheck: QuickCheck;
};

/** A loop of a guide with an index of its parts by segment id. */
export type CompiledLoop = {
  readonly rule: LoopRule;
  /** Its number among the loops of the guide, from 0. */
  readonly number: number;
  /** The loop is a level of the hierarchy: an HL begins it. */
  readonly isLevel: boolean;
  /** By packed segment id. */
  readonly candidates: ReadonlyMap<number, CandidateIndex>;
  /** A zero for each part, to copy as a counter. */
  readonly zeros: readonly number[];
  /** Places of the parts that must be there. */
  readonly required: readonly number[];
};

/** What a segment id may be inside a loop, in the guide's order. */
export type CandidateIndex = {
  readonly all: readonly Candidate[];
  /** The same by their codes at one place of the segment, where all have short codes there: most of them one look away. */
  readonly byCode: ReadonlyMap<number, readonly Candidate[]> | undefined;
  readonly element: number;
  readonly component: number;
};

export type CompiledGuide = {
  readonly root: CompiledLoop;
  /** Every segment id the guide has anywhere. */
  readonly segmentIds: ReadonlySet<string>;
  /** The rules segments are recognised by. */
  readonly rules: readonly SegmentRule[];
};

const compiled = new WeakMap<Guide, CompiledGuide>();

/** Indexes a guide for the loop reader, one time for each guide. */
export function compileGuide(guide: Guide): CompiledGuide {
  const known = compiled.get(guide);
  if (known !== undefined) return known;
  const met = { segmentIds: new Set<string>(), rules: [], loops: 0 };
  const made = { root: compileLoop(guide.root, met, true), ...met };
  compiled.set(guide, made);
  return made;
}

/** What was met so far. */
type Compilation = { readonly segmentIds: Set<string>; readonly rules: SegmentRule[]; loops: number };

function compileLoop(rule: LoopRule, met: Compilation, isRoot: boolean): CompiledLoop {
  const number = met.loops;
  met.loops += 1;
  const candidates = new Map<string, Candidate[]>();
  let rank = -1;
  let previousId = '';
  rule.parts.forEach((part, order) => {
    const child = part.kind === 'loop' ? compileLoop(part, met, false) : undefined;
    const segment = part.kind === 'loop' ? triggerOf(part) : part;
    if (segment === undefined) return;
    met.segmentIds.add(segment.id);
    if (segment.id !== previousId || order === 1) rank += 1;
    previousId = segment.id;
    // The segment a loop begins with opens the loop; it is no candidate inside it.
    if (order === 0 && !isRoot) return;
    const list = candidates.get(segment.id) ?? [];
    list.push({
      order,
      rank,
      segment,
      ruleIndex: met.rules.push(segment) - 1,
      maxUse: part.kind === 'loop' ? part.maxRepeats : part.maxUse,
      qualifierElement: segment.qualifier?.element ?? 0,
      qualifierComponent: segment.qualifier?.component ?? 0,
      codes: segment.qualifier === undefined ? undefined : new CodeList(segment.qualifier.codes),
      child,
      conditions: segment.conditions.map(compileCondition),
      quickCheck: compileQuickCheck(segment),
    });
    candidates.set(segment.id, list);
  });
  return {
    rule,
    number,
    isLevel: triggerOf(rule)?.id === 'HL',
    candidates: new Map([...candidates].map(([id, list]) => [packedSegmentId(id), indexed(list)])),
    zeros: rule.parts.map(() => 0),
    required: rule.parts.flatMap((part, order) => (part.usage === 'R' ? [order] : [])),
  };
}

function indexed(all: readonly Candidate[]): CandidateIndex {
  const [
    { qualifierElement: element, qualifierComponent: component } = { qualifierElement: 0, qualifierComponent: 0 },
  ] = all;
  const byCode = new Map<number, Candidate[]>();
  for (const candidate of all) {
    const isThere = candidate.qualifierElement === element && candidate.qualifierComponent === component;
    const codes = (candidate.segment.qualifier?.codes ?? []).map(packCode);
    if (!isThere || codes.length === 0 || codes.includes(undefined)) {
      return { all, byCode: undefined, element, component };
    }
    for (const code of codes) {
      if (code === undefined) continue;
      const same = byCode.get(code);
      if (same === undefined) byCode.set(code, [candidate]);
      else same.push(candidate);
    }
  }
  return { all, byCode, element, component };
}

/** The segment a loop begins with. */
export function triggerOf(rule: LoopRule): SegmentRule | undefined {
  const [first] = rule.parts;
  return first?.kind === 'segment' ? first : undefined;
}
