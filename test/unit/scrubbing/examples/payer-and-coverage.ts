import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { Visit, VisitCoverage } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, anEligibility, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

function coverages(...overrides: Partial<VisitCoverage>[]): { readonly visit: Visit } {
  const [first] = aVisit().coverages;
  return { visit: { ...aVisit(), coverages: first ? overrides.map((each) => ({ ...first, ...each })) : [] } };
}

const authorized = { payer: aPayer('unity-care', { requiresPriorAuthorizationFor: ['99213'] }) };
const referred = { payer: aPayer('unity-care', { requiresReferralFor: ['99213'] }) };

export const payerAndCoverageExamples: EditExamples = {
  'coverage-missing': [
    { fails: coverages(), passes: coverages({}) },
    { fails: coverages({ rank: 'secondary' }), passes: { ...coverages(), payer: aPayer('self-pay') } },
  ],
  'coverage-rank-repeated': [{ fails: coverages({}, {}), passes: coverages({}, { rank: 'secondary' }) }],
  'coverage-not-on-date': [
    { fails: coverages({ from: plainDate('2026-03-11') }), passes: coverages({ from: plainDate('2026-03-10') }) },
    { fails: coverages({ to: plainDate('2026-03-09') }), passes: coverages({ to: plainDate('2026-03-10') }) },
  ],
  'eligibility-inactive': [
    { fails: { eligibility: anEligibility({ status: 'inactive' }) }, passes: { eligibility: anEligibility() } },
  ],
  'eligibility-member-not-found': [
    { fails: { eligibility: anEligibility({ status: 'not_found' }) }, passes: { eligibility: anEligibility() } },
  ],
  'eligibility-not-verified': [
    { fails: { eligibility: null }, passes: { eligibility: anEligibility() } },
    {
      fails: { eligibility: anEligibility({ status: 'rejected' }) },
      passes: { eligibility: null, payer: aPayer('self-pay') },
    },
    { fails: { eligibility: anEligibility({ status: 'unknown' }) }, passes: { eligibility: anEligibility() } },
  ],
  'telehealth-benefit-excluded': [
    {
      fails: { eligibility: anEligibility({ telehealthBenefit: 'not_covered' }) },
      passes: { eligibility: anEligibility({ telehealthBenefit: 'not_stated' }) },
    },
  ],
  'out-of-network': [
    {
      fails: { eligibility: anEligibility({ inNetwork: 'no' }) },
      passes: { eligibility: anEligibility({ inNetwork: 'not_stated' }) },
    },
  ],
  'authorization-missing': [
    { fails: authorized, passes: { ...authorized, claim: aClaim({ priorAuthorizationNumber: 'PA1' }) } },
    { fails: authorized, passes: { payer: aPayer('unity-care', { requiresPriorAuthorizationFor: ['90837'] }) } },
  ],
  'referral-missing': [
    { fails: referred, passes: { ...referred, claim: aClaim({ referralNumber: 'R1' }) } },
    { fails: referred, passes: { payer: aPayer('unity-care', { requiresReferralFor: ['97802-97804'] }) } },
  ],
  'payer-line-maximum': [
    {
      fails: { payer: aPayer('unity-care', { edits: { linesMax: 1 } }), claim: aClaim({ lines: [aLine(), aLine()] }) },
      passes: { payer: aPayer('unity-care', { edits: { linesMax: 1 } }), claim: aClaim() },
    },
  ],
};
