import type { PlainDate } from '../kernel/plain-date.js';
import type { Benefit, EligibilityAnswer, EligibilityResponse } from '../x12/271/eligibility-response.js';
import { benefitEvidence } from './benefit-evidence.js';
import type { EligibilityFact, EligibilityVerdict } from './eligibility-verdict.js';
import { otherCoveragesOf } from './other-coverages-of.js';
import { isBelievable, type Picked, pickBenefit, pickLeastAmount, preferInNetwork } from './pick-benefit.js';
import { namesTelehealth, selectTelehealthBenefits } from './select-telehealth-benefits.js';

export interface VerdictQuestion {
  /** Procedures the visit is likely to be billed with; lets a procedure's own benefit win. */
  readonly procedureCodes?: readonly string[];
  /** Other coverage whose own dates do not have this day is left out. */
  readonly dateOfService?: PlainDate;
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

/** Basis points of EB08's decimal fraction (`.2` is 2000); read as digits, never as a float. */
function basisPoints(fraction: string): number | null {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(fraction.trim());
  if (!match || fraction.trim() === '' || fraction.trim() === '.') return null;
  const whole = Number(match[1] === '' ? '0' : match[1]);
  return whole * 10_000 + Number((match[2] ?? '').slice(0, 4).padEnd(4, '0'));
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
): Picked & { readonly value: EligibilityVerdict['telehealthBenefit'] } {
  const about = answer.benefits.filter((benefit) => namesTelehealth(benefit, codes));
  const selected = selectTelehealthBenefits(preferInNetwork(about), codes);
  const why = selected?.tier ?? '';
  const excluding = selected?.benefits.find((benefit) => benefit.informationCode === 'I');
  if (excluding) return { value: 'not_covered', benefit: excluding, why };
  const kinds = [...activeCodes, 'A', 'B', 'C', 'G'];
  const benefit = selected?.benefits.find(({ informationCode }) => kinds.includes(informationCode));
  return { value: benefit ? 'covered' : 'not_stated', benefit, why };
}

function networkOf(
  answer: EligibilityAnswer,
  codes: readonly string[],
): Picked & { readonly value: EligibilityVerdict['inNetwork'] } {
  const money = answer.benefits.filter((benefit) => ['1', 'A', 'B', 'C'].includes(benefit.informationCode));
  const selected = selectTelehealthBenefits(money, codes);
  const why = 'network';
  const inside = selected?.benefits.find(({ inNetwork }) => inNetwork === 'yes' || inNetwork === 'not-applicable');
  if (inside) return { value: 'yes', benefit: inside, why };
  const outside = selected?.benefits.find(({ inNetwork }) => inNetwork === 'no');
  return { value: outside ? 'no' : 'not_stated', benefit: outside, why };
}

function coverageFromOf(answer: EligibilityAnswer): EligibilityVerdict['coverageFrom'] {
  const dates = answer.dates.filter((date) => ['346', '356', '291'].includes(date.qualifier));
  return dates[0]?.period.from ?? null;
}

/** The active or, failing that, the inactive benefit that says whether there is coverage. */
function statusBenefitOf(answer: EligibilityAnswer): Picked {
  const ofCodes = (codes: readonly string[]) =>
    answer.benefits.find(({ informationCode }) => codes.includes(informationCode));
  return { benefit: ofCodes(activeCodes) ?? ofCodes(inactiveCodes), why: 'coverage status' };
}

/** EB11 of the benefit that says most closely whether the visit needs authorization. */
function authorizationOf(answer: EligibilityAnswer, codes: readonly string[]): Picked {
  const says = ({ informationCode, authorizationRequired }: Benefit) =>
    authorizationRequired !== undefined && informationCode !== 'I' && informationCode !== 'R';
  return { ...pickBenefit(answer, says, codes), why: 'authorization' };
}

const isRemaining = (benefit: Benefit) => benefit.timePeriod === '29';

/** Each fact with the benefit that states it. */
function readFacts(answer: EligibilityAnswer, codes: readonly string[]) {
  const ofKind = (kind: string) => (benefit: Benefit) => benefit.informationCode === kind && isBelievable(benefit);
  return {
    status: statusBenefitOf(answer),
    copay: pickBenefit(answer, ofKind('B'), codes),
    coinsurance: pickBenefit(answer, ofKind('A'), codes),
    deductible: pickLeastAmount(answer, 'C', isRemaining, codes),
    deductibleBase: pickLeastAmount(answer, 'C', (benefit) => !isRemaining(benefit), codes),
    outOfPocket: pickLeastAmount(answer, 'G', isRemaining, codes),
    telehealth: telehealthBenefitOf(answer, codes),
    network: networkOf(answer, codes),
    authorization: authorizationOf(answer, codes),
  } satisfies Record<EligibilityFact, Picked>;
}

function verdictOfAnswer(
  answer: EligibilityAnswer,
  { procedureCodes = [], dateOfService }: VerdictQuestion,
): EligibilityVerdict {
  const rejectReasons = [...answer.rejections, ...answer.benefits.flatMap((benefit) => benefit.rejections)].map(
    (rejection) => rejection.reasonCode,
  );
  const facts = readFacts(answer, procedureCodes);
  const plan = answer.benefits.find((benefit) => activeCodes.includes(benefit.informationCode));
  const percent = facts.coinsurance.benefit?.percentFraction;
  const authorization = facts.authorization.benefit?.authorizationRequired;
  const evidence = Object.entries(facts).flatMap(([fact, { benefit, why }]) =>
    benefit ? [[fact, benefitEvidence(benefit, answer, why)] as const] : [],
  );
  return {
    status: statusOf(answer, rejectReasons),
    telehealthBenefit: facts.telehealth.value,
    inNetwork: facts.network.value,
    copayCents: facts.copay.benefit?.amountCents ?? null,
    coinsuranceBasisPoints: percent === undefined ? null : basisPoints(percent),
    deductibleRemainingCents: facts.deductible.benefit?.amountCents ?? null,
    planName: plan?.planName ?? null,
    coverageFrom: coverageFromOf(answer),
    rejectReasons,
    evidence: [...new Set(evidence.map(([, text]) => text))],
    evidenceByFact: Object.fromEntries(evidence),
    deductibleBaseCents: facts.deductibleBase.benefit?.amountCents ?? null,
    outOfPocketRemainingCents: facts.outOfPocket.benefit?.amountCents ?? null,
    copayAfterDeductible: facts.copay.benefit?.messages.some((text) => /after (the )?deductible/i.test(text)) ?? false,
    authorizationRequired: authorization === 'yes' || authorization === 'no' ? authorization : 'not_stated',
    otherCoverages: otherCoveragesOf(answer, dateOfService),
  };
}

/**
 * Reads a payer's 271 for a telehealth visit. Copay, coinsurance, deductible, out-of-pocket maximum, authorization and
 * network come from the most specific benefit: the procedure (EB13), place of service 02/10 (III), words about telehealth
 * (MSG), service types 98, MH, UC, then 30. Of several answers the first is the asked person's.
 */
export function verdictFromEligibilityResponse(
  response: EligibilityResponse,
  question: VerdictQuestion = {},
): EligibilityVerdict {
  const { referenceNumber: responseReference, partyRejections } = response;
  const [answer] = response.answers;
  if (answer) return { ...verdictOfAnswer(answer, question), responseReference };
  const rejectReasons = partyRejections.map((rejection) => rejection.reasonCode);
  const unanswered = { ...unknownVerdict, responseReference };
  return rejectReasons.length === 0 ? unanswered : { ...unanswered, status: 'rejected', rejectReasons };
}
