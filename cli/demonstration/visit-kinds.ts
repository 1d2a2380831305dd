/** What a generated visit is there to show; the comment says how it should end. */
export const visitKinds = [
  /** Video visit, paid as contracted. */
  'plain',
  'new_patient',
  'audio_only',
  'psychotherapy',
  'psychiatric_evaluation',
  'dependent_child',
  'nutrition_therapy',
  /** Paid in part: part of the allowed amount falls under the deductible (member id SIMDED…). */
  'deductible',
  /** Turned back in the 277CA (SIMREJ…). */
  'rejected',
  /** No 277CA until a 276 asks, then in process and paid (SIMSIL…). */
  'silent',
  /** The 835 comes before the 277CA (SIMEAR…). */
  'paid_early',
  /** The 835 file is delivered two times (SIMDUP…). */
  'paid_twice',
  /** Denied as not medically necessary, CARC 50 (SIMDEN…). */
  'denied',
  /** The 271 says the coverage is inactive (SIMINA…). */
  'inactive',
  /** The 271 does not find the member (SIMNOT…). */
  'not_found',
  /** Two lines, the last one denied (SIMPAR…). */
  'partly_denied',
  /** A payer that wants place of service 02 although the patient was at home: denied once, corrected, paid. */
  'wrong_place_of_service',
  /** A payer that wants GT instead of 95: denied once, corrected, paid. */
  'wrong_modifier',
  /** The only diagnosis is a SNOMED concept no map has: a coder's work item. */
  'unmapped_diagnosis',
  /** The diagnosis code ended before the date of service: held for a coder. */
  'diagnosis_expired',
  /** Telehealth consent is not recorded where the payer requires it: blocked by scrubbing. */
  'consent_missing',
] as const;
export type VisitKind = (typeof visitKinds)[number];

/** Relative weights of the kinds to make; a kind that is left out is not made. */
export type VisitMix = Readonly<Partial<Record<VisitKind, number>>>;

/** The demonstration's mix: for 60 visits exactly these numbers. */
export const demonstrationMix: VisitMix = {
  plain: 19,
  new_patient: 4,
  audio_only: 3,
  psychotherapy: 4,
  psychiatric_evaluation: 1,
  dependent_child: 2,
  nutrition_therapy: 1,
  deductible: 3,
  rejected: 2,
  silent: 2,
  paid_early: 2,
  paid_twice: 2,
  denied: 2,
  inactive: 1,
  not_found: 1,
  partly_denied: 2,
  wrong_place_of_service: 3,
  wrong_modifier: 3,
  unmapped_diagnosis: 1,
  diagnosis_expired: 1,
  consent_missing: 1,
};

/**
 * Shares out a count by weight (largest remainder, first come first); every kind gets at least one when the count
 * allows it.
 */
export function apportionKinds(count: number, mix: VisitMix): VisitKind[] {
  const weighted = visitKinds.flatMap((kind) => ((mix[kind] ?? 0) > 0 ? [{ kind, weight: mix[kind] ?? 0 }] : []));
  if (weighted.length === 0) throw new RangeError('a mix needs at least one kind with a positive weight');
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const least = count >= weighted.length ? 1 : 0;
  const shares = weighted.map(({ kind, weight }) => {
    const exact = (count * weight) / total;
    return { kind, exact, given: Math.max(least, Math.floor(exact)) };
  });
  let left = count - shares.reduce((sum, { given }) => sum + given, 0);
  while (left !== 0) {
    const want = (share: (typeof shares)[number]) => (share.exact - share.given) * Math.sign(left);
    const open = left > 0 ? shares : shares.filter(({ given }) => given > least);
    const next = open.reduce((best, share) => (want(share) > want(best) ? share : best));
    next.given += Math.sign(left);
    left -= Math.sign(left);
  }
  return shares.flatMap(({ kind, given }) => Array.from({ length: given }, () => kind));
}
