import type { ClaimContext } from '../db/claim-context.js';
import {
  type CachedVerdict,
  type EligibilityAnswerInput,
  type EligibilityKey,
  findRecentVerdict,
} from '../db/eligibility-checks.js';
import type { ControlNumberBlocks } from '../db/control-number-blocks.js';
import { primaryCoverage } from '../domain/visit/primary-coverage.js';
import { eligibilityInquiryOf } from '../domain/coverage/eligibility-inquiry-of.js';
import type { EligibilityVerdict } from '../domain/coverage/eligibility-verdict.js';
import { telehealthCoverage } from '../domain/coverage/telehealth-coverage.js';
import { medicareAdvantageInstead } from '../domain/coverage/telehealth-coverage-reasons.js';
import { verdictFromEligibilityResponse } from '../domain/coverage/verdict-from-eligibility-response.js';
import { formatDollars, cents } from '../domain/kernel/cents.js';
import { addMillis, dayMillis } from '../domain/kernel/instant.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import type { VisitCoverage } from '../domain/visit/visit.js';
import { writeEligibilityInquiry } from '../domain/x12/270/write-eligibility-inquiry.js';
import { readEligibilityResponse } from '../domain/x12/271/read-eligibility-response.js';
import type { ClaimInquiryActivities, ClaimStepInput, StepOutcome } from './claim-activities.js';
import type { ClaimStep } from './claim-step.js';
import { createdAt, envelopeOf } from './envelope-of.js';
import { firstTransactionSet } from './first-transaction-set.js';
import { payerUnknownCause } from './payer-unknown-cause.js';
import type { ActivityDeps } from './ports.js';
import { runClaimStep, stepOutcomeSchema, withClaim } from './run-claim-step.js';
import { UnreadableAnswerError } from './unreadable-answer-error.js';

/** An answer this fresh that coverage is active is used again for the same member and date of service; any other is asked for anew, for the payer may have put it right. */
const cacheAgeMillisMax = 3 * dayMillis;

const actor = 'system:eligibility';

/** Asks the payer whether the patient was covered (270/271) unless a fresh answer is there, and parks a claim whose coverage is not active. */
export function createVerifyEligibility(
  deps: ActivityDeps,
  numbers: ControlNumberBlocks,
): ClaimInquiryActivities['verifyEligibility'] {
  return async (input) => {
    const question = await begin(deps, input);
    if (question === null) return conclude(deps, input, null);
    const answer = question.cached ?? (await ask(deps, numbers, input.practiceId, question));
    return conclude(deps, input, answer);
  };
}

type Question = {
  readonly context: ClaimContext;
  readonly payer: PayerProfile;
  readonly coverage: VisitCoverage;
  readonly cached: CachedVerdict | null;
};

/** Enters the stage on the timeline and finds out whether there is anything to ask. */
function begin(deps: ActivityDeps, input: ClaimStepInput): Promise<Question | null> {
  return withClaim(deps, { ...input, actor }, async (step) => {
    const { context, payer } = step;
    if (context.prior !== null) return null;
    if (context.claim.stage === 'intake')
      step.record({ kind: 'eligibility_begun', summary: 'Verifying coverage.', enters: 'eligibility' });
    const coverage = primaryCoverage(context.visit);
    if (payer === null || payer.payerClass === 'self_pay' || coverage === null) return null;
    const since = addMillis(step.now, -cacheAgeMillisMax);
    const recent = await findRecentVerdict(step.query, eligibilityKey(context, payer, coverage), since);
    const isGood = recent?.verdict.status === 'active' && coverageRefusal(recent.verdict, payer) === null;
    return { context, payer, coverage, cached: isGood ? recent : null };
  });
}

/** A fresh answer with what went over the wire; it is kept in the transaction of the step’s event. */
type FreshAnswer = CachedVerdict & { readonly check: Omit<EligibilityAnswerInput, 'verdict' | 'checkedAt'> };

async function ask(
  deps: ActivityDeps,
  numbers: ControlNumberBlocks,
  practiceId: string,
  question: Question,
): Promise<FreshAnswer> {
  const { context, payer, coverage } = question;
  const controlNumber = await numbers.take(practiceId);
  const now = deps.clock.now();
  const created = createdAt(context.practice, now);
  const inquiry = eligibilityInquiryOf({
    visit: context.visit,
    coverage,
    payer,
    practice: context.practice,
    reference: `E${controlNumber}`,
    createdDate: created.date,
    createdTime: created.time,
  });
  const requestX12 = writeEligibilityInquiry(inquiry, envelopeOf(deps, context.practice, now, controlNumber));
  const responseX12 = await (await deps.clearinghouse(practiceId)).checkEligibility(requestX12);
  const set = firstTransactionSet(responseX12, '271');
  if (set === undefined) throw new UnreadableAnswerError('the answer to a 270 holds no 271');
  const verdict = verdictFromEligibilityResponse(readEligibilityResponse(set).value, {
    dateOfService: context.visit.dateOfService,
  });
  return {
    verdict,
    checkedAt: deps.clock.now(),
    check: { key: eligibilityKey(context, payer, coverage), requestX12, responseX12 },
  };
}

function eligibilityKey(context: ClaimContext, payer: PayerProfile, coverage: VisitCoverage): EligibilityKey {
  return {
    payerCode: payer.code,
    memberId: coverage.memberId,
    birthDate: context.visit.patient.birthDate,
    dateOfService: context.visit.dateOfService,
  };
}

function conclude(
  deps: ActivityDeps,
  input: ClaimStepInput,
  answer: CachedVerdict | FreshAnswer | null,
): Promise<StepOutcome> {
  return runClaimStep(deps, { ...input, actor }, stepOutcomeSchema, (step) => {
    if (step.payer === null) {
      return step.park('eligibility', { kind: 'payer_unknown', cause: payerUnknownCause(step.claim) });
    }
    if (answer === null) return goOn(step, null, 'There is no insurance to verify.');
    if ('check' in answer)
      step.keepEligibilityAnswer({ ...answer.check, verdict: answer.verdict, checkedAt: answer.checkedAt });
    explainVerdict(step, step.payer, answer);
    const refusal = coverageRefusal(answer.verdict, step.payer);
    if (refusal !== null) {
      return step.park('eligibility', {
        kind: 'coverage_not_active',
        cause: refusal,
        changes: { eligibility: answer.verdict },
      });
    }
    return goOn(step, answer.verdict, verdictSummary(answer.verdict));
  });
}

function goOn(step: ClaimStep, eligibility: EligibilityVerdict | null, summary: string): StepOutcome {
  const result = { kind: 'done' as const };
  step.record({
    kind: 'coverage_verified',
    summary,
    enters: 'coding',
    changes: { ...(eligibility === null ? {} : { eligibility }), attention: 'none' },
    result,
  });
  return result;
}

function coverageRefusal(verdict: EligibilityVerdict, payer: PayerProfile): string | null {
  const plan = medicareAdvantageInstead(payer, verdict);
  if (plan !== null) {
    const which = [plan.payerName, plan.planNumber].filter((part) => part !== null).join(', ');
    return `Medicare says that a Medicare Advantage plan${which === '' ? '' : ` (${which})`} stands in its place. Correct payer and member id to the plan’s.`;
  }
  const reasons = verdict.rejectReasons.length === 0 ? '' : ` (reject reasons ${verdict.rejectReasons.join(', ')})`;
  switch (verdict.status) {
    case 'active':
    case 'unknown':
      return null;
    case 'inactive':
      return 'The payer says that coverage was not active on the date of service.';
    case 'not_found':
      return `The payer does not know this member${reasons}. Check member id, name and birth date.`;
    case 'rejected':
      return `The payer refused the eligibility request${reasons}.`;
  }
}

function verdictSummary(verdict: EligibilityVerdict): string {
  if (verdict.status === 'unknown') return 'The payer gave no clear answer about coverage; the claim goes on.';
  const parts = ['Coverage is active'];
  if (verdict.telehealthBenefit === 'covered') parts.push('telehealth is covered');
  if (verdict.telehealthBenefit === 'not_covered') parts.push('telehealth is not covered');
  if (verdict.copayCents !== null) parts.push(`copay ${formatDollars(cents(verdict.copayCents))}`);
  if (verdict.deductibleRemainingCents !== null)
    parts.push(`deductible left ${formatDollars(cents(verdict.deductibleRemainingCents))}`);
  return `${parts.join(', ')}.`;
}

function explainVerdict(step: ClaimStep, payer: PayerProfile, { verdict, checkedAt }: CachedVerdict): void {
  const { visit } = step.context;
  const procedureCodes = visit.procedures.map(({ code }) => code);
  // What the payer will allow is known to nobody before it is coded, so there is no estimate of the patient's share here.
  const coverage = telehealthCoverage({ visit, payer, eligibility: verdict, procedureCodes, allowedCents: null });
  step.explain({
    step: 'eligibility',
    trace: [
      {
        ruleId: 'ELIGIBILITY-271',
        facts: {
          status: verdict.status,
          telehealthBenefit: verdict.telehealthBenefit,
          inNetwork: verdict.inNetwork,
          checkedAt,
          evidence: verdict.evidence.join('; '),
        },
        decision: verdictSummary(verdict),
        source: '005010X279A1 loop 2110C (EB)',
      },
      ...coverage.trace,
    ],
  });
}
