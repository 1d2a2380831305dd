import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { aClaim, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

const medicare = aPayer('medicare');
const inLapse = aVisit({ dateOfService: '2026-02-01' });
const knownThen = plainDate('2026-02-02');
const held = { visit: inLapse, payer: medicare, knownOn: knownThen };

export const medicareWaiverExamples: EditExamples = {
  'medicare-waivers-lapsed': [
    { fails: held, passes: { ...held, knownOn: plainDate('2026-02-03') } },
    // What is known today counts when no other day is asked for.
    {
      fails: { visit: inLapse, payer: medicare, today: knownThen },
      passes: { visit: inLapse, payer: medicare, today: plainDate('2026-02-03') },
    },
    {
      fails: {
        visit: aVisit({ dateOfService: '2025-10-01' }),
        payer: medicare,
        knownOn: plainDate('2025-11-11'),
      },
      passes: { visit: aVisit({ dateOfService: '2025-09-30' }), payer: medicare, knownOn: plainDate('2025-11-11') },
    },
    // Behavioral health at home never lapsed; nor did other payers.
    {
      fails: held,
      passes: { ...held, claim: aClaim({ lines: [aLine({ procedureCode: '90834' })] }) },
    },
    { fails: held, passes: { ...held, claim: aClaim({ diagnoses: ['F321'] }) } },
    { fails: held, passes: { ...held, claim: aClaim({ diagnoses: ['F1120'] }) } },
    { fails: held, passes: { ...held, payer: aPayer('summit-health') } },
    {
      fails: held,
      passes: { ...held, visit: aVisit({ ...inLapse, patientLocation: { setting: 'other', state: 'NY' } }) },
    },
  ],
};
