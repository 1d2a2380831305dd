import type { PlainDate } from '../kernel/plain-date.js';

/** True when a code may be used on a date, false when it may not, undefined when nobody here can tell. */
export type CodeAnswer = boolean | undefined;

/** Code lists kept by others, as far as the caller has them; a list that is left out is not checked. */
export type ExternalCodes = {
  /** ICD-10-CM without its dot. */
  readonly isDiagnosis?: (code: string, on: PlainDate) => CodeAnswer;
  /** CPT and HCPCS. */
  readonly isProcedure?: (code: string, on: PlainDate) => CodeAnswer;
  readonly isModifier?: (code: string, on: PlainDate) => CodeAnswer;
  /** NUCC provider taxonomy. */
  readonly isTaxonomy?: (code: string) => CodeAnswer;
  /** CARC. */
  readonly isAdjustmentReason?: (code: string, on: PlainDate) => CodeAnswer;
  /** RARC. */
  readonly isRemark?: (code: string, on: PlainDate) => CodeAnswer;
};

/** Places of service of the CMS list (Pub. 100-04 ch. 26 §10.5); the codes left out of it are unassigned. */
const placesOfService: ReadonlySet<string> = new Set(
  (
    '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 41 42 49 50 51 52 53 ' +
    '54 55 56 57 58 60 61 62 65 66 71 72 81 99'
  ).split(' '),
);

export function isPlaceOfService(code: string): boolean {
  return placesOfService.has(code);
}

/** The form of an ICD-10-CM code without its dot; since fiscal year 2026 a letter may stand second. */
export function isWrittenLikeDiagnosis(code: string): boolean {
  return /^(?=.*\d)[A-Z][0-9A-Z]{2,6}$/.test(code);
}

/** The form of a CPT or HCPCS level II code: five characters, the first or the last may be a letter. */
export function isWrittenLikeProcedure(code: string): boolean {
  return /^[A-Z0-9]\d{3}[A-Z0-9]$/.test(code);
}

/** The form of an NUCC provider taxonomy code. */
export function isWrittenLikeTaxonomy(code: string): boolean {
  return /^\d{3}[A-Z0-9]{6}X$/.test(code);
}

/** The form of a claim adjustment reason code (CARC). */
export function isWrittenLikeAdjustmentReason(code: string): boolean {
  return /^(?:[1-9]\d{0,2}|[ABDPWY]\d{1,2})$/.test(code);
}

/** The form of a remittance advice remark code (RARC). */
export function isWrittenLikeRemark(code: string): boolean {
  return /^(?:MA?[1-9]\d{0,2}|MA0\d|N[1-9]\d{0,3})$/.test(code);
}
