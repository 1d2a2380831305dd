import { cents } from '../../domain/kernel/cents.js';
import { anEligibility, aPayer, aPractice, aVisit } from '../../test/builders/rules.js';

const practice = aPractice();
const eligibility = anEligibility();

/** Claims as they come in a day: a visit, a visit with psychotherapy and a long record, and one that has findings and is put right. */
export const rulesCases = [
  { name: 'a video visit, commercial', visit: aVisit(), payer: aPayer(), practice, eligibility },
  {
    name: 'a visit with psychotherapy and six diagnoses, Medicare',
    visit: aVisit({
      totalMinutes: 62,
      medicalDecisionMaking: 'moderate',
      procedures: [{ code: '99214', modifiers: ['25'] }, { code: '90836' }, { code: '90785' }],
      diagnoses: ['F33.1', 'F41.1', 'I10', 'E11.9', 'E78.5', 'E03.9'].map((code) => ({ system: 'icd-10-cm', code })),
    }),
    payer: aPayer('medicare'),
    practice: aPractice({ feeSchedule: { ...practice.feeSchedule, '90836': cents(9_000), '90785': cents(1_500) } }),
    eligibility,
  },
  {
    name: 'a visit with a warning and modifiers to put in order, Medicaid',
    visit: aVisit({
      totalMinutes: 32,
      procedures: [{ code: '99214', modifiers: ['95', '25'] }],
      patientPaidCents: 1_000,
    }),
    payer: aPayer('ny-medicaid'),
    practice,
    eligibility: null,
  },
] as const;
