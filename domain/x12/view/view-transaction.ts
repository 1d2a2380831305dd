import type { SegmentRule } from '../guide.js';
import type { TransactionSet } from '../interchange.js';
import { firstSegment, type LoopInstance } from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { element, type Segment } from '../segment.js';
import { isSegmentId } from '../segment-ids.js';
import { guides, type TransactionKind, transactionKindOf } from '../transaction-kind.js';
import { wordsOfLoop } from '../words/loop-words.js';
import type { ViewLine } from './view-line.js';
import { viewSegment, viewUnknownSegment } from './view-segment.js';

/** The loops and segments of a transaction set as lines, in file order; of an unknown guide the segments alone. */
export function* viewTransaction(set: TransactionSet, depth: number, masked: boolean): Generator<ViewLine> {
  const kind = transactionKindOf(set);
  if (kind === undefined) {
    for (const segment of set.segments) yield unknownLine(segment, depth, masked);
    return;
  }
  const { root, findings } = readLoops(guides[kind], set);
  const doubtful = new Set<number>();
  for (const { element: number, segmentPosition } of findings) {
    if (number !== undefined && segmentPosition !== undefined) doubtful.add(segmentPosition);
  }
  yield* viewParts({ kind, masked, doubtful }, root, depth);
}

type View = {
  readonly kind: TransactionKind;
  readonly masked: boolean;
  /** Positions of segments with something wrong inside: their values may stand in each other's places. */
  readonly doubtful: ReadonlySet<number>;
};
type Part =
  | { readonly at: number; readonly segment: Segment; readonly rule: SegmentRule | undefined }
  | { readonly at: number; readonly loop: LoopInstance };

function* viewParts(view: View, instance: LoopInstance, depth: number): Generator<ViewLine> {
  for (const part of partsOf(instance)) {
    if ('loop' in part) {
      yield { depth, text: `${part.loop.id} ${wordsOfLoop(view.kind, part.loop.id)}` };
      yield* viewParts(view, part.loop, depth + 1);
    } else if (part.rule === undefined) {
      yield unknownLine(part.segment, depth, view.masked);
    } else {
      const { kind, masked } = view;
      const { position } = part.segment;
      const entity = entityOf(instance, part.segment);
      const context = { kind, masked, loop: instance.id, entity, isDoubtful: view.doubtful.has(position) };
      yield { depth, position, text: viewSegment(part.segment, part.rule, context) };
    }
  }
}

function partsOf(instance: LoopInstance): Part[] {
  const parts: Part[] = [
    ...instance.segments.map((segment, index) => ({ at: segment.position, segment, rule: instance.ruleAt(index) })),
    ...instance.unrecognized.map((segment) => ({ at: segment.position, segment, rule: undefined })),
    ...instance.loops.map((loop) => ({ at: firstSegment(loop)?.position ?? 0, loop })),
  ];
  return parts.sort((a, b) => a.at - b.at);
}

/** A name tells of its own party; whatever else stands in the loop of a name tells of that one. */
function entityOf(instance: LoopInstance, segment: Segment): string | undefined {
  const named = segment.id === 'NM1' || segment.id === 'N1' ? segment : instance.segments[0];
  return named !== undefined && (named.id === 'NM1' || named.id === 'N1') ? element(named, 1) : undefined;
}

function unknownLine(segment: Segment, depth: number, masked: boolean): ViewLine {
  const id = masked && !isSegmentId(segment.id) ? '?' : segment.id;
  return { depth, position: segment.position, text: viewUnknownSegment(segment, id, masked) };
}
