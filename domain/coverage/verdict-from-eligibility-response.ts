import type { Benefit, EligibilityAnswer, EligibilityResponse } from '../x12/271/eligibility-response.js';
import type { EligibilityVerdict } from './eligibility-verdict.js';
import { namesTelehealth, selectTelehealthBenefits } from './select-telehealth-benefits.js';

export interface VerdictQuestion {
  /** Procedures the visit is likely to be billed with; lets a procedure's own benefit win. */
  readonly procedureCodes?: readonly string[];
}

/** EB01: active and its variants; inactive and pending ones. */
const activeCodes: readonly string[] = ['1', '2', '3', '4', '5'];
const inactiveCodes: readonly string[] = ['6', '7', '8'];
/** AAA03: the person was not found, against reasons that may pass or that concern the request. */
const notFoundReasons: readonly string[] = ['67', '71', '72', '73', '75', '76', '78'];

const unknownVerdict: EligibilityVerdict = {
  status: 'unknown',
  telehealthBenefit: 'not_stated',
  inNetwork: 'not_stated',
  copayCents: null,
  coinsuranceBasisPoints: null,
  deductibleRemainingCents: null,
  planName: null,
  coverageFrom: null,
  rejectReasons: [],
  evidence: [],
};

/** Benefits we may rely on: in network or not told; out-of-network figures only when nothing else is there. */
function preferInNetwork(benefits: readonly Benefit[]): readonly Benefit[] {
  const usable = benefits.filter((benefit) => benefit.inNetwork !== 'no');
  return usable.length > 0 ? usable : benefits;
}

function describe(benefit: Benefit, answer: EligibilityAnswer, why: string): string {
  const types = benefit.serviceTypeCodes.join('^');
  return `EB ${answer.benefits.indexOf(benefit) + 1}: EB01 ${benefit.informationCode}${types === '' ? '' : `, EB03 ${types}`} (${why})`;
}

/** Basis points of EB08's decimal fraction (`.2` is 2000); read as digits, never as a float. */
function basisPoints(fraction: string): number | null {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(fraction.trim());
  if (!match || fraction.trim() === '' || fraction.trim() === '.') return null;
  const whole = Number(match[1] === '' ? '0' : match[1]);
  return whole * 10_000 + Number((match[2] ?? '').slice(0, 4).padEnd(4, '0'));
}

/** An amount below zero is a fault of the sender. */
function isBelievable(benefit: Benefit): boolean {
  return (benefit.amountCents ?? 0) >= 0;
}

interface Picked {
  readonly benefit: Benefit | undefined;
  readonly why: string;
}

/** The benefit of a kind that speaks most closely of the visit. */
function pick(answer: EligibilityAnswer, informationCode: string, codes: readonly string[]): Picked {
  const ofKind = answer.benefits.filter(
    (benefit) => benefit.informationCode === informationCode && isBelievable(benefit),
  );
  const selected = selectTelehealthBenefits(preferInNetwork(ofKind), codes);
  return { benefit: selected?.benefits[0], why: selected?.tier ?? '' };
}

/** What is left of the deductible: the smaller of the individual's and the family's. */
function deductibleLeft(answer: EligibilityAnswer, codes: readonly string[]): Picked {
  const remaining = answer.benefits.filter(
    (benefit) => benefit.informationCode === 'C' && benefit.timePeriod === '29' && isBelievable(benefit),
  );
  const selected = selectTelehealthBenefits(preferInNetwork(remaining), codes);
  const benefit = selected?.benefits
    .filter((each) => each.amountCents !== undefined)
    .reduce<Benefit | undefined>(
      (least, next) => (least === undefined || (next.amountCents ?? 0) < (least.amountCents ?? 0) ? next : least),
      undefined,
    );
  return { benefit, why: selected?.tier ?? '' };
}

function statusOf(answer: EligibilityAnswer, rejectReasons: readonly string[]): EligibilityVerdict['status'] {
  const codes = answer.benefits.map((benefit) => benefit.informationCode);
  if (codes.some((code) => activeCodes.includes(code))) return 'active';
  if (codes.some((code) => inactiveCodes.includes(code))) return 'inactive';
  if (rejectReasons.some((reason) => notFoundReasons.includes(reason))) return 'not_found';
  return rejectReasons.length > 0 ? 'rejected' : 'unknown';
}

/** Covered or not by the payer's words about telehealth; a whole plan that is active states nothing about it. */
function telehealthBenefitOf(
  answer: EligibilityAnswer,
  codes: readonly string[],
): EligibilityVerdict['telehealthBenefit'] {
  const about = answer.benefits.filter((benefit) => namesTelehealth(benefit, codes));
  const selected = selectTelehealthBenefits(preferInNetwork(about), codes);
  if (!selected) return 'not_stated';
  const kinds = selected.benefits.map((benefit) => benefit.informationCode);
  if (kinds.includes('I')) return 'not_covered';
  return kinds.some((kind) => [...activeCodes, 'A', 'B', 'C', 'G'].includes(kind)) ? 'covered' : 'not_stated';
}

function networkOf(answer: EligibilityAnswer, codes: readonly string[]): EligibilityVerdict['inNetwork'] {
  const money = answer.benefits.filter((benefit) => ['1', 'A', 'B', 'C'].includes(benefit.informationCode));
  const stated = selectTelehealthBenefits(money, codes)?.benefits ?? [];
  if (stated.some((benefit) => benefit.inNetwork === 'yes' || benefit.inNetwork === 'not-applicable')) return 'yes';
  return stated.some((benefit) => benefit.inNetwork === 'no') ? 'no' : 'not_stated';
}

function coverageFromOf(answer: EligibilityAnswer): EligibilityVerdict['coverageFrom'] {
  const dates = answer.dates.filter((date) => ['346', '356', '291'].includes(date.qualifier));
  return dates[0]?.period.from ?? null;
}

function verdictOfAnswer(answer: EligibilityAnswer, codes: readonly string[]): EligibilityVerdict {
  const rejectReasons = [...answer.rejections, ...answer.benefits.flatMap((benefit) => benefit.rejections)].map(
    (rejection) => rejection.reasonCode,
  );
  const plan = answer.benefits.find((benefit) => activeCodes.includes(benefit.informationCode));
  const copay = pick(answer, 'B', codes);
  const coinsurance = pick(answer, 'A', codes);
  const deductible = deductibleLeft(answer, codes);
  const picked = [{ benefit: plan, why: 'coverage status' }, copay, coinsurance, deductible];
  return {
    status: statusOf(answer, rejectReasons),
    telehealthBenefit: telehealthBenefitOf(answer, codes),
    inNetwork: networkOf(answer, codes),
    copayCents: copay.benefit?.amountCents ?? null,
    coinsuranceBasisPoints:
      coinsurance.benefit?.percentFraction === undefined ? null : basisPoints(coinsurance.benefit.percentFraction),
    deductibleRemainingCents: deductible.benefit?.amountCents ?? null,
    planName: plan?.planName ?? null,
    coverageFrom: coverageFromOf(answer),
    rejectReasons,
    evidence: picked.flatMap(({ benefit, why }) => (benefit ? [describe(benefit, answer, why)] : [])),
  };
}

/**
 * Reads a payer's 271 for a telehealth visit. Copay, coinsurance, deductible and network come from the most specific
 * benefit: the procedure (EB13), place of service 02/10 (III), words about telehealth (MSG), service types 98, MH, UC,
 * then 30. Of several answers the first is the asked person's.
 */
export function verdictFromEligibilityResponse(
  response: EligibilityResponse,
  { procedureCodes = [] }: VerdictQuestion = {},
): EligibilityVerdict {
  const [answer] = response.answers;
  if (answer) return verdictOfAnswer(answer, procedureCodes);
  const rejectReasons = response.partyRejections.map((rejection) => rejection.reasonCode);
  return rejectReasons.length === 0 ? unknownVerdict : { ...unknownVerdict, status: 'rejected', rejectReasons };
}
