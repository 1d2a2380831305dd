import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aClaim, aClinician, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

const medicare = aPayer('medicare');
const inLapse = aVisit({ dateOfService: '2026-02-01' });
const knownThen = plainDate('2026-02-02');
const held = { visit: inLapse, payer: medicare, knownOn: knownThen };

/** In the lapse, of a patient who was not at home. */
function elsewhere(overrides: Partial<VisitInput> = {}) {
  const visit = aVisit({
    dateOfService: '2026-02-01',
    patientLocation: { setting: 'other', state: 'NY' },
    ...overrides,
  });
  return { ...held, visit };
}

function line(procedureCode: string, modifiers: string[], diagnosis = 'I10') {
  return { claim: aClaim({ diagnoses: [diagnosis], lines: [aLine({ procedureCode, modifiers })] }) };
}

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
    { fails: held, passes: elsewhere() },
    // Therapists and health centers are paid by the waivers alone, wherever the patient was.
    {
      fails: { ...elsewhere({ clinician: aClinician('physical_therapist') }), ...line('97110', ['GP'], 'F321') },
      passes: { ...elsewhere(), ...line('97110', ['GP']) },
    },
    { fails: elsewhere({ facilityType: 'fqhc' }), passes: elsewhere() },
    { fails: { ...elsewhere(), ...line('G2025', ['95'], 'F321') }, passes: elsewhere() },
    {
      fails: elsewhere({ facilityType: 'rhc' }),
      passes: { ...elsewhere({ facilityType: 'rhc' }), ...line('90834', ['95'], 'F411') },
    },
  ],
  'medicare-rural-site-in-lapse': [
    { fails: elsewhere(), passes: { ...elsewhere(), knownOn: plainDate('2026-02-03') } },
    { fails: elsewhere(), passes: held },
    { fails: elsewhere(), passes: { ...elsewhere(), payer: aPayer('summit-health') } },
    { fails: elsewhere(), passes: { ...elsewhere(), ...line('99213', [], 'F321') } },
    { fails: elsewhere(), passes: { ...elsewhere(), ...line('99213', ['G0'], 'I639') } },
    // What waivers alone pay is held, which says more.
    { fails: elsewhere(), passes: elsewhere({ facilityType: 'fqhc' }) },
  ],
};
