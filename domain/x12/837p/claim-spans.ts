import { childLoops, firstSegment, type LoopInstance } from '../loop-instance.js';

/** A stretch of an 837P, from its first segment to the next stretch, and the claims it speaks of. */
export type ClaimSpan = {
  /** Counted from 1 at ST. */
  readonly firstSegment: number;
  /** Claims from `fromClaim` up to but without `toClaim`, counted from 0 over the whole batch. */
  readonly fromClaim: number;
  readonly toClaim: number;
};

/** Which claims each part of a batch concerns: a claim itself one, a level (HL) all claims below it, the heading all. */
export function claimSpans(root: LoopInstance): ClaimSpan[] {
  const spans: ClaimSpan[] = [];
  let claimCount = 0;
  const visit = (instance: LoopInstance): void => {
    const place = spans.length;
    const fromClaim = claimCount;
    const position = firstSegment(instance)?.position ?? 1;
    spans.push({ firstSegment: position, fromClaim, toClaim: fromClaim });
    if (instance.id === '2300') claimCount += 1;
    else for (const child of instance.loops) if (isLevelOrClaim(child.id)) visit(child);
    spans[place] = { firstSegment: position, fromClaim, toClaim: claimCount };
  };
  const place = spans.push({ firstSegment: 1, fromClaim: 0, toClaim: 0 }) - 1;
  for (const level of childLoops(root, '2000A')) visit(level);
  spans[place] = { firstSegment: 1, fromClaim: 0, toClaim: claimCount };
  return spans;
}

function isLevelOrClaim(id: string): boolean {
  return id === '2000B' || id === '2000C' || id === '2300';
}

/** The last stretch that begins at or before a segment; a finding without a place concerns the whole batch. */
export function claimSpanAt(spans: readonly ClaimSpan[], segmentPosition: number | undefined): ClaimSpan | undefined {
  if (segmentPosition === undefined) return spans[0];
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.firstSegment ?? 0) <= segmentPosition) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
