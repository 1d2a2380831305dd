import type { CodeList } from './code-list.js';
import type { Candidate, CandidateIndex, CompiledLoop } from './compile-guide.js';
import type { LoopInstance } from './loop-instance.js';
import { packedSegmentId } from './packed-segment-id.js';
import { isCode, packedComponent, type Segment } from './segment.js';

/** What is to be known of a loop only while it is being read; another loop of its kind gets it when this one is closed. */
export class LoopFrame {
  /** Position of the guide reached so far. */
  rank = 0;
  /** 0 for the transaction set. */
  depth = 0;
  lastInner: LoopInstance | undefined = undefined;
  /** Of a level of the hierarchy: a lower one has come. */
  hasInnerLevel = false;
  /** How often each part of the loop has come. */
  readonly counts: number[];

  constructor(
    readonly compiled: CompiledLoop,
    public parent: LoopFrame | undefined,
    public instance: LoopInstance,
  ) {
    this.counts = compiled.zeros.slice();
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  /** Makes it that of another loop. */
  reuse(parent: LoopFrame, instance: LoopInstance): void {
    const { counts } = this;
    for (let order = 0; order < counts.length; order += 1) counts[order] = 0;
    this.rank = 0;
    this.depth = parent.depth + 1;
    this.lastInner = undefined;
    this.hasInnerLevel = false;
    this.parent = parent;
    this.instance = instance;
  }

  /** Of the uses of this segment, the first with room left; else the last that fits at all. */
  choose(uses: CandidateIndex, segment: Segment, inSequence: boolean): Candidate | undefined {
    const { byCode } = uses;
    const code = byCode === undefined ? 0 : packedComponent(segment, uses.element, uses.component);
    const candidates = byCode === undefined ? uses.all : byCode.get(code);
    if (candidates === undefined) return undefined;
    let full: Candidate | undefined;
    for (let index = 0; index < candidates.length; index += 1) {
      const candidate = candidates[index];
      if (candidate === undefined || (inSequence && candidate.rank < this.rank)) continue;
      if (byCode === undefined && candidate.codes !== undefined && !hasQualifier(segment, candidate, candidate.codes))
        continue;
      if ((this.counts[candidate.order] ?? 0) < candidate.maxUse) return candidate;
      full = candidate;
    }
    return full;
  }

  /** The loop is a level of the hierarchy. */
  get isLevel(): boolean {
    return this.compiled.isLevel;
  }

  /** The loop's id for a finding; the transaction set itself is no loop of the guide. */
  get loopId(): string | undefined {
    return this.parent === undefined ? undefined : this.instance.id;
  }
}

/** HL. */
export const levelId = packedSegmentId('HL');

/**
 * The loop and those around it, as far as a segment out of place may reach: closing more than that, or a whole level
 * of the hierarchy, would tear the segments that follow from their loop.
 */
export function nearbyFrames(current: LoopFrame, count: number): LoopFrame[] {
  const frames: LoopFrame[] = [];
  for (let frame: LoopFrame | undefined = current; frame !== undefined && frames.length < count; frame = frame.parent) {
    frames.push(frame);
    if (frame.isLevel) break;
  }
  return frames;
}

function hasQualifier(segment: Segment, candidate: Candidate, codes: CodeList): boolean {
  return isCode(segment, candidate.qualifierElement, candidate.qualifierComponent, codes);
}
