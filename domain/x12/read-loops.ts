import type { Severity } from '../kernel/finding.js';
import { checkCondition } from './check-condition.js';
import type { CodeList } from './code-list.js';
import {
  type Candidate,
  type CandidateIndex,
  type CompiledGuide,
  type CompiledLoop,
  compileGuide,
  triggerOf,
} from './compile-guide.js';
import { type FindingPlace, findingAt } from './finding-at.js';
import type { Guide } from './guide.js';
import type { TransactionSet, TransactionSetHeading } from './interchange.js';
import { firstSegment, LoopInstance, type PlacedSegments } from './loop-instance.js';
import { isGoodAtFirstLook } from './quick-check.js';
import { quickWhole } from './quick-values.js';
import { element, elementEnd, elementStart, isCode, isPresent, packedComponent, type Segment } from './segment.js';
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
  for (const segment of transactionSet.segments) reader.push(segment);
  return reader.finish();
}

/** A loop while it is being read. */
class Frame extends LoopInstance {
  /** Position of the guide reached so far. */
  rank = 0;
  /** 0 for the transaction set. */
  readonly depth: number;

  constructor(
    readonly compiled: CompiledLoop,
    override readonly parent: Frame | undefined,
    placed: PlacedSegments,
    /** How often each part of the loop has come; another loop gets it when this one is closed. */
    readonly counts: number[],
  ) {
    super(compiled.rule, parent, placed);
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }
}

type Match = { readonly frame: Frame; readonly candidate: Candidate; readonly inSequence: boolean };

/** Reads loops segment by segment. */
export class LoopReader {
  readonly #guide: CompiledGuide;
  readonly #root: Frame;
  readonly #findings: X12Finding[] = [];
  readonly #levels: Frame[] = [];
  readonly #levelByNumber = new Map<number | string, Frame>();
  readonly #placed: PlacedSegments;
  /** Of segments that come one by one, those of loops on the tree; places behind a loop taken off are given again. */
  readonly #kept: Segment[] | undefined;
  /** Counters of closed loops, all zero again, to be used by loops of the same kind. */
  readonly #spareCounts: number[][][] = [];
  #place = -1;
  #current: Frame;
  #lastLevel = 0;
  #segment: Segment | undefined;
  #loop: string | undefined;

  constructor(
    guide: Guide,
    /** Without its segments when they come one by one and are not kept by anyone else. */
    private readonly transactionSet: TransactionSetHeading & { readonly segments?: readonly Segment[] },
    /** Told of each loop that has ended, inner ones first; one that is done with is taken off the tree. */
    private readonly isDoneWith?: (loop: LoopInstance) => boolean,
  ) {
    this.#guide = compileGuide(guide);
    const { segments } = transactionSet;
    this.#kept = segments === undefined ? [] : undefined;
    this.#placed = { segments: segments ?? this.#kept ?? [], rules: [] };
    this.#root = this.#frame(this.#guide.root, undefined);
    this.#current = this.#root;
  }

  /** The tree as read so far. */
  get root(): LoopInstance {
    return this.#root;
  }

  push(segment: Segment): void {
    this.#segment = segment;
    this.#place += 1;
    const match = segment.id === 'HL' ? this.#matchLevel(segment) : this.#match(segment);
    if (match === undefined) {
      this.#keepUnrecognized(segment);
      return;
    }
    const { frame, candidate } = match;
    if (!match.inSequence) {
      this.#report(
        segment,
        'segment-out-of-sequence',
        'The segment stands later than the guide wants it.',
        { segmentErrorCode: '7' },
        loopIdOf(frame),
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
    return { root: this.#root, findings: this.#findings };
  }

  #open(parent: Frame, candidate: Candidate, compiled: CompiledLoop, segment: Segment): void {
    const frame = this.#frame(compiled, parent);
    frame.counts[0] = 1;
    this.#current = frame;
    if (segment.id === 'HL') this.#checkLevel(segment, frame);
    this.#add(frame, candidate, segment);
  }

  #add(frame: Frame, candidate: Candidate, segment: Segment): void {
    if (this.#kept !== undefined) this.#place = this.#kept.push(segment) - 1;
    frame.takeSegment(this.#place, segment, candidate.segment);
    this.#loop = loopIdOf(frame);
    if (!isGoodAtFirstLook(candidate.quickCheck, segment))
      validateElements(candidate.segment, segment, this.#reportElement);
    for (const condition of candidate.conditions)
      checkCondition(condition, candidate.segment, segment, this.#reportElement);
  }

  /** Looks from the innermost loop outwards: first what is still to come, then what should have come before. */
  #match(segment: Segment): Match | undefined {
    return this.#matchAhead(segment) ?? this.#matchBehind(segment) ?? this.#matchById(segment);
  }

  #matchAhead(segment: Segment): Match | undefined {
    for (let frame: Frame | undefined = this.#current; frame !== undefined; frame = frame.parent) {
      const candidates = frame.compiled.candidates.get(segment.id);
      const candidate = candidates && choose(frame, candidates, segment, true);
      if (candidate !== undefined) return { frame, candidate, inSequence: true };
    }
    return undefined;
  }

  #matchBehind(segment: Segment): Match | undefined {
    for (const frame of nearbyFrames(this.#current, 3)) {
      const candidates = frame.compiled.candidates.get(segment.id);
      const candidate = candidates && choose(frame, candidates, segment, false);
      if (candidate !== undefined) return { frame, candidate, inSequence: false };
    }
    return undefined;
  }

  /** A segment the loop knows in one use only is that one, even with a wrong qualifier (which is then reported). */
  #matchById(segment: Segment): Match | undefined {
    for (const frame of nearbyFrames(this.#current, 2)) {
      const candidates = frame.compiled.candidates.get(segment.id)?.all;
      const only = candidates?.length === 1 ? candidates[0] : undefined;
      if (only === undefined || only.child !== undefined || (frame.counts[only.order] ?? 0) > 0) continue;
      return { frame, candidate: only, inSequence: only.rank >= frame.rank };
    }
    return undefined;
  }

  /** An HL belongs under the level its HL02 names; where that cannot be, under the nearest that can have it. */
  #matchLevel(segment: Segment): Match | undefined {
    const parent = this.#levelByNumber.get(levelNumber(segment, 2));
    const candidates = parent?.compiled.candidates.get('HL');
    if (parent !== undefined && candidates !== undefined) {
      const candidate = choose(parent, candidates, segment, false);
      if (candidate !== undefined) return { frame: parent, candidate, inSequence: candidate.rank >= parent.rank };
    }
    const match = this.#match(segment);
    if (match !== undefined && (match.frame !== this.#root || element(segment, 2) !== '')) {
      this.#report(
        segment,
        'wrong-hierarchy',
        'HL02 does not name the level this one belongs to; the nearest was taken.',
        { segmentErrorCode: '8', elementErrorCode: '7' },
        loopIdOf(match.frame),
        { element: 2 },
      );
    }
    return match;
  }

  #checkLevel(segment: Segment, frame: Frame): void {
    const number = levelNumber(segment, 1);
    this.#lastLevel += 1;
    if (number !== this.#lastLevel) {
      this.#report(
        segment,
        'wrong-hierarchy',
        'HL01 should count the levels of the transaction set from 1.',
        { segmentErrorCode: '8', elementErrorCode: '7' },
        loopIdOf(frame),
        { element: 1 },
      );
      const written = element(segment, 1);
      if (/^\d{1,9}$/.test(written)) this.#lastLevel = Number(written);
    }
    this.#levels.push(frame);
    this.#levelByNumber.set(number, frame);
  }

  /** Closes the loops that don't hold the frame; the innermost first. */
  #unwindTo(frame: Frame, segment: Segment): void {
    let current = this.#current;
    let around = frame;
    while (current !== around) {
      if (current.depth >= around.depth) {
        this.#checkComplete(current, segment);
        const isDoneWith = this.isDoneWith?.(current) === true;
        this.#spare(current);
        if (isDoneWith) this.#takeOff(current);
        if (current.parent === undefined) break;
        current = current.parent;
      } else if (around.parent === undefined) break;
      else around = around.parent;
    }
    this.#current = frame;
  }

  /** All that came after its first segment stands in it, so that nothing else loses its place. */
  #takeOff(frame: Frame): void {
    frame.parent?.releaseInner(frame);
    if (this.#kept === undefined) return;
    this.#kept.length = frame.firstPlace;
    this.#placed.rules.length = frame.firstPlace;
  }

  #frame(compiled: CompiledLoop, parent: Frame | undefined): Frame {
    const counts = this.#spareCounts[compiled.number]?.pop() ?? compiled.zeros.slice();
    return new Frame(compiled, parent, this.#placed, counts);
  }

  /** A closed loop counts no more; only a level of the hierarchy may be gone on with, when a later HL names it. */
  #spare(frame: Frame): void {
    if (firstSegment(frame)?.id === 'HL') return;
    const { counts } = frame;
    for (let order = 0; order < counts.length; order += 1) counts[order] = 0;
    const spare = this.#spareCounts[frame.compiled.number];
    if (spare === undefined) this.#spareCounts[frame.compiled.number] = [counts];
    else spare.push(counts);
  }

  #checkComplete(frame: Frame, segment: Segment): void {
    for (const order of frame.compiled.required) {
      const part = frame.rule.parts[order];
      if (part === undefined || (frame.counts[order] ?? 0) > 0) continue;
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
      const loop = isLoop ? part.id : loopIdOf(frame);
      this.#findings.push({
        ...findingAt(this.transactionSet, segment, what, { loop }),
        ...(missing === undefined ? {} : { segmentId: missing.id }),
      });
    }
  }

  #checkChildCode(frame: Frame): void {
    const segment = firstSegment(frame);
    if (segment === undefined) return;
    let hasChildren = false;
    for (let child = frame.firstInner; child !== undefined && !hasChildren; child = child.nextSibling) {
      hasChildren = firstSegment(child)?.id === 'HL';
    }
    const code = element(segment, 4);
    if ((code === '1') === hasChildren || code === '') return;
    this.#findings.push(
      findingAt(
        this.transactionSet,
        segment,
        {
          code: 'wrong-hierarchy',
          severity: 'warning',
          message: hasChildren
            ? 'HL04 denies lower levels, and there are some.'
            : 'HL04 promises lower levels, and there are none.',
        },
        { loop: loopIdOf(frame), element: 4 },
      ),
    );
  }

  #keepUnrecognized(segment: Segment): void {
    const frame = this.#current;
    frame.takeUnrecognized(segment);
    const isKnown = this.#guide.segmentIds.has(segment.id);
    const code = isKnown ? 'unexpected-segment' : 'unrecognized-segment';
    const message = isKnown
      ? 'The guide does not have this segment, or this use of it, at this place.'
      : 'The guide does not have this segment.';
    this.#report(segment, code, message, { segmentErrorCode: isKnown ? '2' : '1' }, loopIdOf(frame));
  }

  #reportRepeat(candidate: Candidate, segment: Segment, frame: Frame): void {
    const { child, maxUse } = candidate;
    if (child === undefined) {
      this.#report(
        segment,
        'segment-repeats-too-often',
        `The segment may stand here ${times(maxUse)} only.`,
        { segmentErrorCode: '5' },
        loopIdOf(frame),
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

/** Of the uses of this segment, the first with room left; else the last that fits at all. */
function choose(frame: Frame, index: CandidateIndex, segment: Segment, inSequence: boolean): Candidate | undefined {
  const { byCode } = index;
  const code = byCode === undefined ? 0 : packedComponent(segment, index.element, index.component);
  const candidates = byCode === undefined ? index.all : byCode.get(code);
  if (candidates === undefined) return undefined;
  let full: Candidate | undefined;
  for (const candidate of candidates) {
    if (inSequence && candidate.rank < frame.rank) continue;
    if (byCode === undefined && candidate.codes !== undefined && !hasQualifier(segment, candidate, candidate.codes))
      continue;
    if ((frame.counts[candidate.order] ?? 0) < candidate.maxUse) return candidate;
    full = candidate;
  }
  return full;
}

function hasQualifier(segment: Segment, candidate: Candidate, codes: CodeList): boolean {
  return isCode(segment, candidate.qualifierElement, candidate.qualifierComponent, codes);
}

/** The loop's id for a finding; the transaction set itself is no loop of the guide. */
function loopIdOf(frame: Frame): string | undefined {
  return frame.parent === undefined ? undefined : frame.id;
}

/**
 * The loop and those around it, as far as a segment out of place may reach: closing more than that, or a whole level
 * of the hierarchy, would tear the segments that follow from their loop.
 */
function nearbyFrames(current: Frame, count: number): Frame[] {
  const frames: Frame[] = [];
  for (let frame: Frame | undefined = current; frame !== undefined && frames.length < count; frame = frame.parent) {
    frames.push(frame);
    if (firstSegment(frame)?.id === 'HL') break;
  }
  return frames;
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
