import type { Delimiters } from '../../domain/x12/delimiters.js';

/** A segment as plain texts: its id and its elements, as they stand between the separators. */
export type WrittenSegment = readonly string[];

type Part = WrittenSegment[];

/** One claim of a written 837P, taken apart by its separators alone, so that it shows what really went into the file. */
export type WrittenClaim = {
  readonly delimiters: Delimiters;
  /** Level 20 above it: PRV, CUR, NM1*85, NM1*87 … */
  readonly billing: Part;
  /** Level 22 above it: SBR, NM1*IL, NM1*PR … */
  readonly subscriber: Part;
  /** Level 23 above it, when the patient is not the subscriber. */
  readonly patient: Part | undefined;
  /** CLM up to the first other payer or line. */
  readonly head: Part;
  /** From each SBR on: another payer. */
  readonly otherPayers: Part[];
  /** From each LX on: a line, up to its first SVD. */
  readonly lines: Part[];
  /** From each SVD on: what another payer decided about a line. */
  readonly adjudications: Part[];
};

/** The claims of an 837P of ours, in file order. */
export function writtenClaims(text: string, delimiters: Delimiters): WrittenClaim[] {
  const claims: WrittenClaim[] = [];
  let billing: Part = [];
  let subscriber: Part = [];
  let patient: Part | undefined;
  let open: Part = [];
  let claim: WrittenClaim | undefined;
  for (const segment of segmentsOf(text, delimiters)) {
    const [id, , , level] = segment;
    if (id === 'HL') {
      claim = undefined;
      open = [];
      if (level === '20') billing = open;
      else if (level === '22') [subscriber, patient] = [open, undefined];
      else patient = open;
    } else if (id === 'CLM') {
      open = [segment];
      claim = { delimiters, billing, subscriber, patient, head: open, otherPayers: [], lines: [], adjudications: [] };
      claims.push(claim);
    } else {
      const parts = claim && partsBegunBy(claim, id);
      if (parts === undefined) open.push(segment);
      else parts.push((open = [segment]));
    }
  }
  return claims;
}

function partsBegunBy(claim: WrittenClaim, id: string | undefined): Part[] | undefined {
  if (id === 'SBR') return claim.otherPayers;
  if (id === 'LX') return claim.lines;
  return id === 'SVD' ? claim.adjudications : undefined;
}

function segmentsOf(text: string, { segment, element }: Delimiters): WrittenSegment[] {
  return text
    .split(segment)
    .map((one) => one.trim().split(element))
    .filter(([id]) => id !== '');
}
