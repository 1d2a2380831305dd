import type { LoopRule, SegmentRule } from './guide.js';
import { component, type Segment } from './segment.js';

/** One occurrence of a loop in a transaction set: its segments and inner loops in file order. */
export type LoopInstance = {
  readonly id: string;
  readonly rule: LoopRule;
  readonly parent: LoopInstance | undefined;
  readonly segments: readonly Segment[];
  /** The guide's rule each of `segments` was recognised by, index for index. */
  readonly rules: readonly SegmentRule[];
  readonly loops: readonly LoopInstance[];
  /** Segments met inside this loop which the guide does not know there. */
  readonly unrecognized: readonly Segment[];
};

/** The first segment of the loop with this id and, if given, this qualifier (NM101, REF01, HL03, HI01-1 …). */
export function findSegment(instance: LoopInstance, id: string, qualifier?: string): Segment | undefined {
  for (let index = 0; index < instance.segments.length; index += 1) {
    const segment = instance.segments[index];
    if (segment !== undefined && isMatch(instance, index, segment, id, qualifier)) return segment;
  }
  return undefined;
}

/** All segments of the loop with this id and, if given, this qualifier, in file order. */
export function findSegments(instance: LoopInstance, id: string, qualifier?: string): Segment[] {
  return instance.segments.filter((segment, index) => isMatch(instance, index, segment, id, qualifier));
}

/** The segment the loop begins with. */
export function firstSegment(instance: LoopInstance): Segment | undefined {
  return instance.segments[0];
}

/** The first inner loop of that id. */
export function childLoop(instance: LoopInstance, id: string): LoopInstance | undefined {
  return instance.loops.find((child) => child.id === id);
}

/** The inner loops of that id, in file order. */
export function childLoops(instance: LoopInstance, id: string): LoopInstance[] {
  return instance.loops.filter((child) => child.id === id);
}

/** All loops of that id at any depth, in file order. */
export function* descendantLoops(instance: LoopInstance, id: string): Generator<LoopInstance> {
  for (const child of instance.loops) {
    if (child.id === id) yield child;
    yield* descendantLoops(child, id);
  }
}

function isMatch(instance: LoopInstance, index: number, segment: Segment, id: string, wanted?: string): boolean {
  if (segment.id !== id) return false;
  if (wanted === undefined) return true;
  const qualifier = instance.rules[index]?.qualifier;
  return component(segment, qualifier?.element ?? 1, qualifier?.component ?? 1) === wanted;
}
