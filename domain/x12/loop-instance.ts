import { packCode } from './code-list.js';
import type { LoopRule, SegmentRule } from './guide.js';
import { nothing } from './nothing.js';
import { packedSegmentId } from './packed-segment-id.js';
import type { PlacedSegments } from './placed-segments.js';
import { isComponent, type Segment } from './segment.js';

/**
 * One occurrence of a loop in a transaction set: its segments and inner loops in file order. A large file has loops by
 * the hundred thousand: so one is no more than a run of the placed segments and a link to its first inner loop.
 */
export class LoopInstance {
  firstInner: LoopInstance | undefined = undefined;
  /** The next inner loop of the same parent. */
  nextSibling: LoopInstance | undefined = undefined;
  private start = 0;
  private count = 0;
  private unusual: UnusualSegments | undefined = undefined;
  /** A bit for each segment id it has (some ids share one): what is not there is mostly known at one look. */
  private ids = 0;

  constructor(
    readonly rule: LoopRule,
    readonly parent: LoopInstance | undefined,
    private readonly placed: PlacedSegments,
  ) {}

  /** The guide's name of the loop. */
  get id(): string {
    return this.rule.id;
  }

  /** Its own segments, counted without those of inner loops. */
  get segmentCount(): number {
    return this.unusual === undefined ? this.count : this.count + this.unusual.later.length;
  }

  /** Its own segments in file order. */
  get segments(): readonly Segment[] {
    const all: Segment[] = [];
    for (let index = 0; index < this.segmentCount; index += 1) {
      const segment = this.segmentAt(index);
      if (segment !== undefined) all.push(segment);
    }
    return all;
  }

  /** Segments met inside this loop which the guide does not know there. */
  get unrecognized(): readonly Segment[] {
    return this.unusual?.unrecognized ?? nothing;
  }

  /** Its inner loops in file order. */
  get loops(): readonly LoopInstance[] {
    const all: LoopInstance[] = [];
    for (let inner = this.firstInner; inner !== undefined; inner = inner.nextSibling) all.push(inner);
    return all;
  }

  /** The place of its first segment. */
  get firstPlace(): number {
    return this.start;
  }

  segmentAt(index: number): Segment | undefined {
    return this.placed.segments.at(this.placeAt(index));
  }

  /** The packed code of the segment's qualifier (`PlacedSegments.qualifierAt`). */
  qualifierAt(index: number): number {
    return this.placed.qualifierAt(this.placeAt(index));
  }

  /** The guide's rule the segment was recognised by. */
  ruleAt(index: number): SegmentRule | undefined {
    return this.placed.ruleAt(this.placeAt(index));
  }

  /** Takes in the placed segment of that place. */
  takeSegment(place: number, packedId: number): void {
    this.ids |= idBit(packedId);
    if (this.count === 0) this.start = place;
    if (place === this.start + this.count && this.unusual === undefined) this.count += 1;
    else this.takeLater(place);
  }

  /** Index of its next own segment with that packed id, from an index on; -1 when there is none. */
  nextIndex(packedId: number, from: number): number {
    if ((this.ids & idBit(packedId)) === 0) return -1;
    const { placed, start, count } = this;
    for (let index = from; index < count; index += 1) if (placed.packedIdAt(start + index) === packedId) return index;
    if (this.unusual === undefined) return -1;
    const { segmentCount } = this;
    for (let index = Math.max(from, count); index < segmentCount; index += 1) {
      if (placed.packedIdAt(this.placeAt(index)) === packedId) return index;
    }
    return -1;
  }

  takeUnrecognized(segment: Segment): void {
    this.unusual ??= { later: [], unrecognized: [] };
    this.unusual.unrecognized.push(segment);
  }

  /** Takes an inner loop off; gives the last one that is left, which was `last`. */
  releaseInner(inner: LoopInstance, last: LoopInstance | undefined): LoopInstance | undefined {
    let before: LoopInstance | undefined;
    for (let one = this.firstInner; one !== undefined && one !== inner; one = one.nextSibling) before = one;
    if (before === undefined) this.firstInner = inner.nextSibling;
    else before.nextSibling = inner.nextSibling;
    return last === inner ? before : last;
  }

  private takeLater(place: number): void {
    if (place === this.start + this.count && this.unusual?.later.length === 0) {
      this.count += 1;
      return;
    }
    this.unusual ??= { later: [], unrecognized: [] };
    this.unusual.later.push(place);
  }

  private placeAt(index: number): number {
    return index < this.count ? this.start + index : (this.unusual?.later[index - this.count] ?? -1);
  }
}

/** What most loops don't have: places of segments that came after inner loops, and segments the guide does not know. */
type UnusualSegments = { readonly later: number[]; readonly unrecognized: Segment[] };

function idBit(packedId: number): number {
  return 1 << (Math.imul(packedId, 0x9e3779b1) >>> 27);
}

/** The first segment of the loop with this id and, if given, this qualifier (NM101, REF01, HL03, HI01-1 …). */
export function findSegment(instance: LoopInstance, id: string, qualifier?: string): Segment | undefined {
  let index = nextSegmentIndex(instance, id, 0);
  if (qualifier !== undefined) {
    while (index !== -1 && !hasQualifier(instance, index, qualifier)) index = nextSegmentIndex(instance, id, index + 1);
  }
  return index === -1 ? undefined : instance.segmentAt(index);
}

/** All segments of the loop with this id and, if given, this qualifier, in file order. */
export function findSegments(instance: LoopInstance, id: string, qualifier?: string): readonly Segment[] {
  let found: Segment[] | undefined;
  for (let index = nextSegmentIndex(instance, id, 0); index !== -1; ) {
    const segment = instance.segmentAt(index);
    const isWanted = qualifier === undefined || hasQualifier(instance, index, qualifier);
    index = nextSegmentIndex(instance, id, index + 1);
    if (segment === undefined || !isWanted) continue;
    if (found === undefined) found = [segment];
    else found.push(segment);
  }
  return found ?? nothing;
}

/**
 * Index of the next segment of the loop with this id, from an index on; -1 when there is none. For readers of millions
 * of segments, who would rather make no list.
 */
export function nextSegmentIndex(instance: LoopInstance, id: string, from: number): number {
  return instance.nextIndex(packedSegmentId(id), from);
}

/** The segment the loop begins with. */
export function firstSegment(instance: LoopInstance): Segment | undefined {
  return instance.segmentAt(0);
}

/** The first inner loop of that id. */
export function childLoop(instance: LoopInstance, id: string): LoopInstance | undefined {
  for (let inner = instance.firstInner; inner !== undefined; inner = inner.nextSibling) {
    if (inner.id === id) return inner;
  }
  return undefined;
}

/** The inner loops of that id, in file order. */
export function childLoops(instance: LoopInstance, id: string): readonly LoopInstance[] {
  let found: LoopInstance[] | undefined;
  for (let inner = instance.firstInner; inner !== undefined; inner = inner.nextSibling) {
    if (inner.id !== id) continue;
    if (found === undefined) found = [inner];
    else found.push(inner);
  }
  return found ?? nothing;
}

/** All loops of that id at any depth, in file order. */
export function descendantLoops(instance: LoopInstance, id: string): LoopInstance[] {
  const found: LoopInstance[] = [];
  addDescendants(instance, id, found);
  return found;
}

function addDescendants(instance: LoopInstance, id: string, found: LoopInstance[]): void {
  for (let child = instance.firstInner; child !== undefined; child = child.nextSibling) {
    if (child.id === id) found.push(child);
    if (child.firstInner !== undefined) addDescendants(child, id, found);
  }
}

function hasQualifier(instance: LoopInstance, index: number, wanted: string): boolean {
  const packed = instance.qualifierAt(index);
  if (packed !== 0) return packed === packCode(wanted);
  const segment = instance.segmentAt(index);
  const qualifier = instance.ruleAt(index)?.qualifier;
  return segment !== undefined && isComponent(segment, qualifier?.element ?? 1, qualifier?.component ?? 1, wanted);
}
