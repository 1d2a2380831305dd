import type { Severity } from '../kernel/finding.js';
import { checkCondition } from './check-condition.js';
import { type Candidate, type CompiledGuide, type CompiledLoop, compileGuide, triggerOf } from './compile-guide.js';
import { type FindingPlace, findingAt } from './finding-at.js';
import type { Guide } from './guide.js';
import type { TransactionSet, TransactionSetHeading } from './interchange.js';
import { LevelsByNumber } from './levels-by-number.js';
import { LoopFrame, levelId, nearbyFrames } from './loop-frame.js';
import { firstSegment, LoopInstance } from './loop-instance.js';
import { PlacedSegments, type SegmentsByPlace } from './placed-segments.js';
import { isGoodAtFirstLook } from './quick-check.js';
import { quickWhole } from './quick-values.js';
import { element, elementEnd, elementStart, isElement, isPresent, packedComponent, Segment } from './segment.js';
import { validateElements } from './validate-elements.js';
import type { AcknowledgementCodes, X12Finding, X12FindingCode } from './x12-finding.js';

/** The tree of loops of a transaction set and all that its guide finds wrong with it. */
export type LoopReading = { readonly root: LoopInstance; readonly findings: readonly X12Finding[] };

/**
 * Puts the segments of a transaction set into the loops of a guide and checks usage, repeats, sequence, hierarchy and
 * elements. Tolerant: a segment out of place is reported and kept where it makes sense; an unknown one is kept apart.
 */
export function readLoops(guide: Guide, transactionSet: TransactionSet): LoopReading {
  const reader = new LoopReader(guide, transactionSet);
  transactionSet.segments.lendEach((segment) => reader.push(segment));
  return reader.finish();
}

/** Reads loops segment by segment. */
export class LoopReader {
  readonly #guide: CompiledGuide;
  readonly #root: LoopFrame;
  readonly #findings: X12Finding[] = [];
  readonly #levels: LoopFrame[] = [];
  readonly #levelByNumber = new LevelsByNumber();
  readonly #placed: PlacedSegments;
  /** Of segments that come one by one, those of loops on the tree; places behind a loop taken off are given again. */
  readonly #kept: Segment[] | undefined;
  /** Of closed loops, by the number of their kind: a loop takes one of its kind before a new one is made. */
  readonly #spareFrames: LoopFrame[][] = [];
  /** Of the last match, beside what it found: the loop it found it in, and whether it stands where it should. */
  #matchFrame: LoopFrame;
  #matchInSequence = true;
  #place = -1;
  #current: LoopFrame;
  #lastLevel = 0;
  #segment: Segment | undefined;
  #loop: string | undefined;

  constructor(
    guide: Guide,
    /** Without its segments when they come one by one and are not kept by anyone else. */
    private readonly transactionSet: TransactionSetHeading & { readonly segments?: SegmentsByPlace },
    /** Told of each loop that has ended, inner ones first; one that is done with is taken off the tree. */
    private readonly isDoneWith?: (loop: LoopInstance) => boolean,
  ) {
    this.#guide = compileGuide(guide);
    const { segments } = transactionSet;
    this.#kept = segments === undefined ? [] : undefined;
    this.#placed = new PlacedSegments(segments ?? this.#kept ?? [], this.#guide.rules);
    const { root } = this.#guide;
    this.#root = new LoopFrame(root, undefined, new LoopInstance(root.rule, undefined, this.#placed));
    this.#current = this.#root;
    this.#matchFrame = this.#root;
  }

  /** The tree as read so far. */
  get root(): LoopInstance {
    return this.#root.instance;
  }

  /** The next segment; when the set has its segments already, one that is only lent will do. */
  push(segment: Segment): void {
    this.#segment = segment;
    this.#place += 1;
    const { packedId } = segment;
    const candidate = packedId === levelId ? this.#matchLevel(segment) : this.#match(segment, packedId);
    if (candidate === undefined) {
      this.#keepUnrecognized(segment);
      return;
    }
    const frame = this.#matchFrame;
    if (!this.#matchInSequence) {
      this.#report(
        segment,
        'segment-out-of-sequence',
        'The segment stands later than the guide wants it.',
        { segmentErrorCode: '7' },
        frame.loopId,
      );
    }
    this.#unwindTo(frame, segment);
    const count = (frame.counts[candidate.order] ?? 0) + 1;
    frame.counts[candidate.order] = count;
    if (candidate.rank > frame.rank) frame.rank = candidate.rank;
    if (count > candidate.maxUse) this.#reportRepeat(candidate, segment, frame);
    if (candidate.child === undefined) this.#add(frame, candidate, segment);
    else this.#open(frame, candidate, candidate.child, segment);
  }

  /** The findings since the last call. */
  takeFindings(): X12Finding[] {
    return this.#findings.splice(0);
  }

  finish(): LoopReading {
    const last = this.#segment;
    if (last !== undefined) {
      this.#unwindTo(this.#root, last);
      this.#checkComplete(this.#root, last);
      for (const level of this.#levels) this.#checkChildCode(level);
    }
    return { root: this.#root.instance, findings: this.#findings };
  }

  #open(parent: LoopFrame, candidate: Candidate, compiled: CompiledLoop, segment: Segment): void {
    const frame = this.#frame(compiled, parent);
    frame.counts[0] = 1;
    this.#current = frame;
    if (compiled.isLevel) {
      parent.hasInnerLevel = true;
      this.#checkLevel(segment, frame);
    }
    this.#add(frame, candidate, segment);
  }

  #add(frame: LoopFrame, candidate: Candidate, segment: Segment): void {
    if (this.#kept !== undefined) this.#place = this.#kept.push(segment) - 1;
    const { packedId } = segment;
    this.#placed.place(this.#place, packedId, candidate.ruleIndex, qualifierOf(segment, candidate));
    frame.instance.takeSegment(this.#place, packedId);
    this.#loop = frame.loopId;
    if (!isGoodAtFirstLook(candidate.quickCheck, segment))
      validateElements(candidate.segment, segment, this.#reportElement);
    const { conditions } = candidate;
    for (let index = 0; index < conditions.length; index += 1) {
      const condition = conditions[index];
      if (condition !== undefined) checkCondition(condition, candidate.segment, segment, this.#reportElement);
    }
  }

  /** Looks from the innermost loop outwards: first what is still to come, then what should have come before. */
  #match(segment: Segment, packedId: number): Candidate | undefined {
    for (let frame: LoopFrame | undefined = this.#current; frame !== undefined; frame = frame.parent) {
      const candidates = frame.compiled.candidates.get(packedId);
      const candidate = candidates && frame.choose(candidates, segment, true);
      if (candidate !== undefined) return this.#matched(candidate, frame, true);
    }
    return this.#matchBehind(segment, packedId) ?? this.#matchById(packedId);
  }

  #matched(candidate: Candidate, frame: LoopFrame, inSequence: boolean): Candidate {
    this.#matchFrame = frame;
    this.#matchInSequence = inSequence;
    return candidate;
  }

  #matchBehind(segment: Segment, packedId: number): Candidate | undefined {
    for (const frame of nearbyFrames(this.#current, 3)) {
      const candidates = frame.compiled.candidates.get(packedId);
      const candidate = candidates && frame.choose(candidates, segment, false);
      if (candidate !== undefined) return this.#matched(candidate, frame, false);
    }
    return undefined;
  }

  /** A segment the loop knows in one use only is that one, even with a wrong qualifier (which is then reported). */
  #matchById(packedId: number): Candidate | undefined {
    for (const frame of nearbyFrames(this.#current, 2)) {
      const candidates = frame.compiled.candidates.get(packedId)?.all;
      const only = candidates?.length === 1 ? candidates[0] : undefined;
      if (only === undefined || only.child !== undefined || (frame.counts[only.order] ?? 0) > 0) continue;
      return this.#matched(only, frame, only.rank >= frame.rank);
    }
    return undefined;
  }

  /** An HL belongs under the level its HL02 names; where that cannot be, under the nearest that can have it. */
  #matchLevel(segment: Segment): Candidate | undefined {
    const parent = this.#levelByNumber.get(levelNumber(segment, 2));
    const candidates = parent?.compiled.candidates.get(levelId);
    if (parent !== undefined && candidates !== undefined) {
      const candidate = parent.choose(candidates, segment, false);
      if (candidate !== undefined) return this.#matched(candidate, parent, candidate.rank >= parent.rank);
    }
    const match = this.#match(segment, levelId);
    if (match !== undefined && (this.#matchFrame !== this.#root || element(segment, 2) !== '')) {
      this.#report(
        segment,
        'wrong-hierarchy',
        'HL02 does not name the level this one belongs to; the nearest was taken.',
        { segmentErrorCode: '8', elementErrorCode: '7' },
        this.#matchFrame.loopId,
        { element: 2 },
      );
    }
    return match;
  }

  #checkLevel(segment: Segment, frame: LoopFrame): void {
    const number = levelNumber(segment, 1);
    this.#lastLevel += 1;
    if (number !== this.#lastLevel) {
      this.#report(
        segment,
        'wrong-hierarchy',
        'HL01 should count the levels of the transaction set from 1.',
        { segmentErrorCode: '8', elementErrorCode: '7' },
        frame.loopId,
        { element: 1 },
      );
      const written = element(segment, 1);
      if (/^\d{1,9}$/.test(written)) this.#lastLevel = Number(written);
    }
    this.#levels.push(frame);
    this.#levelByNumber.set(number, frame);
  }

  /** Closes the loops that don't hold the frame; the innermost first. */
  #unwindTo(frame: LoopFrame, segment: Segment): void {
    let current = this.#current;
    let around = frame;
    while (current !== around) {
      if (current.depth >= around.depth) {
        this.#checkComplete(current, segment);
        if (this.isDoneWith?.(current.instance) === true) this.#takeOff(current);
        const { parent } = current;
        if (parent === undefined) break;
        this.#spare(current);
        current = parent;
      } else if (around.parent === undefined) break;
      else around = around.parent;
    }
    this.#current = frame;
  }

  /** All that came after its first segment stands in it, so that nothing else loses its place. */
  #takeOff({ instance, parent }: LoopFrame): void {
    if (parent !== undefined) parent.lastInner = parent.instance.releaseInner(instance, parent.lastInner);
    if (this.#kept !== undefined) this.#kept.length = instance.firstPlace;
  }

  #frame(compiled: CompiledLoop, parent: LoopFrame): LoopFrame {
    const instance = new LoopInstance(compiled.rule, parent.instance, this.#placed);
    if (parent.lastInner === undefined) parent.instance.firstInner = instance;
    else parent.lastInner.nextSibling = instance;
    parent.lastInner = instance;
    const spare = this.#spareFrames[compiled.number]?.pop();
    if (spare === undefined) return new LoopFrame(compiled, parent, instance);
    spare.reuse(parent, instance);
    return spare;
  }

  /** Only a level of the hierarchy may be gone on with after it was closed, when a later HL names it. */
  #spare(frame: LoopFrame): void {
    if (frame.isLevel) return;
    const { number } = frame.compiled;
    const spare = this.#spareFrames[number];
    if (spare === undefined) this.#spareFrames[number] = [frame];
    else spare.push(frame);
  }

  #checkComplete(frame: LoopFrame, segment: Segment): void {
    const { required } = frame.compiled;
    for (let index = 0; index < required.length; index += 1) {
      const order = required[index] ?? 0;
      if ((frame.counts[order] ?? 0) === 0) this.#reportMissing(frame, order, segment);
    }
  }

  #reportMissing(frame: LoopFrame, order: number, segment: Segment): void {
    const part = frame.compiled.rule.parts[order];
    if (part === undefined) return;
    const missing = part.kind === 'loop' ? triggerOf(part) : part;
    const isLoop = part.kind === 'loop';
    const what = {
      code: isLoop ? 'required-loop-missing' : 'required-segment-missing',
      severity: 'error',
      message: isLoop
        ? `The guide requires a loop ${part.id} here, and there is none.`
        : `The guide requires a segment ${part.id} here, and there is none.`,
      segmentErrorCode: '3',
    } as const;
    const loop = isLoop ? part.id : frame.loopId;
    this.#findings.push({
      ...findingAt(this.transactionSet, segment, what, { loop }),
      ...(missing === undefined ? {} : { segmentId: missing.id }),
    });
  }

  #checkChildCode(frame: LoopFrame): void {
    const segment = firstSegment(frame.instance);
    if (segment === undefined) return;
    const { hasInnerLevel } = frame;
    if (!isPresent(segment, 4) || isElement(segment, 4, '1') === hasInnerLevel) return;
    this.#findings.push(
      findingAt(
        this.transactionSet,
        segment,
        {
          code: 'wrong-hierarchy',
          severity: 'warning',
          message: hasInnerLevel
            ? 'HL04 denies lower levels, and there are some.'
            : 'HL04 promises lower levels, and there are none.',
        },
        { loop: frame.loopId, element: 4 },
      ),
    );
  }

  #keepUnrecognized(segment: Segment): void {
    const frame = this.#current;
    frame.instance.takeUnrecognized(new Segment(segment.source, segment.first));
    const isKnown = this.#guide.segmentIds.has(segment.id);
    const code = isKnown ? 'unexpected-segment' : 'unrecognized-segment';
    const message = isKnown
      ? 'The guide does not have this segment, or this use of it, at this place.'
      : 'The guide does not have this segment.';
    this.#report(segment, code, message, { segmentErrorCode: isKnown ? '2' : '1' }, frame.loopId);
  }

  #reportRepeat(candidate: Candidate, segment: Segment, frame: LoopFrame): void {
    const { child, maxUse } = candidate;
    if (child === undefined) {
      this.#report(
        segment,
        'segment-repeats-too-often',
        `The segment may stand here ${times(maxUse)} only.`,
        { segmentErrorCode: '5' },
        frame.loopId,
      );
    } else {
      this.#report(
        segment,
        'loop-repeats-too-often',
        `Loop ${child.rule.id} may stand here ${times(maxUse)} only.`,
        { segmentErrorCode: '4' },
        child.rule.id,
      );
    }
  }

  #report(
    segment: Segment,
    code: X12FindingCode,
    message: string,
    codes: AcknowledgementCodes,
    loop: string | undefined,
    place: FindingPlace = {},
  ): void {
    const severity: Severity = 'error';
    this.#findings.push(
      findingAt(this.transactionSet, segment, { code, severity, message, ...codes }, { ...place, loop }),
    );
  }

  readonly #reportElement = (
    what: { readonly code: X12FindingCode; readonly message: string } & AcknowledgementCodes,
    place: FindingPlace,
  ): void => {
    if (this.#segment === undefined) return;
    const finding = { ...what, severity: 'error', segmentErrorCode: '8' } as const;
    this.#findings.push(findingAt(this.transactionSet, this.#segment, finding, { ...place, loop: this.#loop }));
  };
}

function qualifierOf(segment: Segment, { qualifierElement, qualifierComponent }: Candidate): number {
  return qualifierElement === 0 ? 0 : packedComponent(segment, qualifierElement, qualifierComponent);
}

/** The number of a level as HL01 and HL02 write it; the text where it is none, or is written in another way. */
function levelNumber(segment: Segment, number: number): number | string {
  if (!isPresent(segment, number)) return '';
  const { bytes } = segment.source;
  const start = elementStart(segment, number);
  const value = bytes[start] === 48 ? undefined : quickWhole(segment.source, start, elementEnd(segment, number));
  return value ?? element(segment, number);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
