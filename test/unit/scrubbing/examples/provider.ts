import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { aClaim, aClinician, aLine, aPayer, aPractice, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

function zip(digits: string) {
  return { practice: aPractice({ address: { ...aPractice().address, zip: digits } }) };
}

const afterWaivers = plainDate('2028-01-01');
const therapist = { ...aVisit(), clinician: aClinician('therapist') };

export const providerExamples: EditExamples = {
  'clinician-may-not-report': [
    {
      fails: { visit: aVisit({ clinician: aClinician('clinical_psychologist') }) },
      passes: { visit: aVisit({ clinician: aClinician('nurse_practitioner') }) },
    },
    {
      fails: {
        visit: aVisit({ clinician: aClinician('counselor') }),
        claim: aClaim({ lines: [aLine({ procedureCode: '90792' })] }),
      },
      passes: {
        visit: aVisit({ clinician: aClinician('counselor') }),
        claim: aClaim({ lines: [aLine({ procedureCode: '90791' })] }),
      },
    },
  ],
  'billing-zip-nine-digits': [{ fails: zip('12207'), passes: zip('122071234') }],
  'billing-tax-id-not-real': [
    { fails: { practice: aPractice({ taxId: '111111111' }) }, passes: { practice: aPractice({ taxId: '111111112' }) } },
    { fails: { practice: aPractice({ taxId: '123456789' }) }, passes: { practice: aPractice({ taxId: '123456780' }) } },
  ],
  'medicare-therapist-after-waivers': [
    {
      fails: { visit: { ...therapist, dateOfService: afterWaivers }, payer: aPayer('medicare') },
      passes: { visit: { ...therapist, dateOfService: plainDate('2027-12-31') }, payer: aPayer('medicare') },
    },
    {
      fails: { visit: { ...therapist, dateOfService: afterWaivers }, payer: aPayer('medicare') },
      passes: { visit: { ...therapist, dateOfService: afterWaivers }, payer: aPayer('unity-care') },
    },
  ],
};
