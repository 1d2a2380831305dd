import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { VisitCoverage } from '../../../../domain/visit/visit.js';
import { anEligibility, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

function coverages(...overrides: Partial<VisitCoverage>[]): EditExample['fails'] {
  const [first] = aVisit().coverages;
  return { visit: { ...aVisit(), coverages: first ? overrides.map((each) => ({ ...first, ...each })) : [] } };
}

const second = { rank: 'secondary', memberId: 'ZZ1', payerName: 'Another' } as const;
const medicaid = { payer: aPayer('ny-medicaid') };
const medicare = { payer: aPayer('medicare') };
const selfPay = { payer: aPayer('self-pay') };

export const coordinationOfBenefitsExamples: EditExamples = {
  'coverage-rank-left-out': [{ fails: coverages({}, { ...second, rank: 'tertiary' }), passes: coverages({}, second) }],
  'coverage-listed-twice': [
    { fails: coverages({}, { rank: 'secondary' }), passes: coverages({}, second) },
    { fails: coverages({}, { rank: 'secondary' }), passes: coverages({}, { rank: 'secondary', payerName: 'Another' }) },
  ],
  'coverage-dates-reversed': [
    {
      fails: coverages({ from: plainDate('2026-04-01'), to: plainDate('2026-03-01') }),
      passes: coverages({ from: plainDate('2026-03-01'), to: plainDate('2026-03-31') }),
    },
  ],
  'medicaid-pays-last': [
    { fails: { ...coverages({}, second), ...medicaid }, passes: { ...coverages({}), ...medicaid } },
    { fails: { ...coverages({}, second), ...medicaid }, passes: coverages({}, second) },
    {
      fails: { ...coverages({}, second), ...medicaid },
      passes: { ...coverages({}, { ...second, payerName: 'NO_INSURANCE' }), ...medicaid },
    },
  ],
  'medicare-before-group-plan': [
    {
      fails: { ...coverages({}, { ...second, groupNumber: 'G1' }), ...medicare },
      passes: { ...coverages({}, second), ...medicare },
    },
  ],
  'supplement-without-medicare': [
    { fails: coverages({ payerName: 'Any Medigap' }), passes: coverages({ payerName: 'Any' }) },
    {
      fails: coverages({ payerName: 'Medicare Supplement Plan G' }),
      passes: { ...coverages({}, { ...second, payerName: 'Medicare Supplement Plan G' }), ...medicare },
    },
  ],
  'eligibility-begins-after-visit': [
    {
      fails: { eligibility: anEligibility({ coverageFrom: plainDate('2026-03-11') }) },
      passes: { eligibility: anEligibility({ coverageFrom: plainDate('2026-03-10') }) },
    },
  ],
  'self-pay-beside-coverage': [{ fails: { ...coverages({}), ...selfPay }, passes: { ...coverages(), ...selfPay } }],
};
