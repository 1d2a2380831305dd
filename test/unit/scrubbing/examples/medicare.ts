import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aClaim, aClinician, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

type Part = EditExample['fails'];

function line(procedureCode: string, diagnosis = 'I10', units = 1): Part {
  return { claim: aClaim({ diagnoses: [diagnosis], lines: [aLine({ procedureCode, units, modifiers: [] })] }) };
}

function modifiers(...codes: string[]): Part {
  return { claim: aClaim({ lines: [aLine({ modifiers: codes })] }) };
}

function codes(...procedureCodes: string[]): Part {
  const lines = procedureCodes.map((procedureCode, index) => aLine({ lineNumber: index + 1, procedureCode }));
  return { claim: aClaim({ lines }) };
}

function onDate(date: string, overrides: Partial<VisitInput> = {}): Part {
  return { visit: { ...aVisit(overrides), dateOfService: plainDate(date) } };
}

const medicare = { payer: aPayer('medicare') };
const counselor = { clinician: aClinician('counselor') };
const occupational = { ...aClinician('therapist'), taxonomyCode: '225X00000X' };
const alaska = { patientLocation: { setting: 'home', state: 'AK' } } as const;

export const medicareExamples: EditExamples = {
  'medicare-consultation-codes': [
    { fails: { ...line('99243'), ...medicare }, passes: { ...line('99213'), ...medicare } },
    { fails: { ...line('99252'), ...medicare }, passes: line('99252') },
  ],
  'medicare-codes-of-other-payers': [
    { fails: { ...line('H0031'), ...medicare }, passes: { ...line('90791'), ...medicare } },
    { fails: { ...line('T1014'), ...medicare }, passes: { ...line('T1014'), payer: aPayer('ny-medicaid') } },
  ],
  'transmission-fee-outside-medicaid': [
    { fails: line('T1014'), passes: { ...line('T1014'), payer: aPayer('ny-medicaid') } },
  ],
  'clinic-code-on-professional-claim': [
    { fails: { ...line('G2025'), ...medicare }, passes: { ...line('99213'), ...medicare } },
  ],
  'clinic-visit-on-professional-claim': [
    {
      fails: { ...line('90834'), ...medicare, visit: aVisit({ facilityType: 'fqhc' }) },
      passes: { ...line('90834'), ...medicare },
    },
    {
      fails: { ...line('90834'), ...medicare, visit: aVisit({ facilityType: 'rhc' }) },
      passes: { ...line('90834'), visit: aVisit({ facilityType: 'rhc' }) },
    },
    {
      fails: { ...line('G0511'), ...medicare, visit: aVisit({ facilityType: 'rhc' }) },
      passes: { ...line('G0511'), ...medicare },
    },
  ],
  'medicare-counselor-before-2024': [
    {
      fails: { ...onDate('2023-12-31', counselor), ...medicare },
      passes: { ...onDate('2024-01-01', counselor), ...medicare },
    },
  ],
  'medicare-nutrition-diagnosis': [
    { fails: { ...line('97803', 'E669'), ...medicare }, passes: { ...line('97803', 'E119'), ...medicare } },
    { fails: { ...line('97802', 'N186'), ...medicare }, passes: { ...line('97802', 'N184'), ...medicare } },
    { fails: { ...line('97802', 'I10'), ...medicare }, passes: line('97802', 'I10') },
  ],
  'prolonged-code-outside-medicare': [
    { fails: codes('99215', 'G2212'), passes: { ...codes('99215', 'G2212'), ...medicare } },
  ],
  'social-risk-assessment-alone': [
    {
      fails: { ...codes('G0136'), ...onDate('2025-12-31'), ...medicare },
      passes: { ...codes('99213', 'G0136'), ...onDate('2025-12-31'), ...medicare },
    },
    {
      fails: { ...codes('G0136'), ...onDate('2025-12-31'), ...medicare },
      passes: { ...codes('G0136'), ...onDate('2026-01-01'), ...medicare },
    },
  ],
  'activity-assessment-for-social-risk': [
    {
      fails: { ...line('G0136', 'Z590'), ...onDate('2026-01-01') },
      passes: { ...line('G0136', 'Z590'), ...onDate('2025-12-31') },
    },
    { fails: line('G0136', 'Z590'), passes: line('G0136', 'E669') },
  ],
  'assessment-units': [{ fails: line('G0136', 'I10', 2), passes: line('G0136', 'I10', 1) }],
  'therapy-assistant-modifier-alone': [
    { fails: modifiers('CQ'), passes: modifiers('CQ', 'GP') },
    { fails: modifiers('CO', 'GP'), passes: modifiers('CO', 'GO') },
  ],
  'notice-modifier-outside-medicare': [
    { fails: modifiers('GA', '95'), passes: { ...modifiers('GA'), ...medicare } },
    { fails: { ...modifiers('GY'), payer: aPayer('liberty-advantage') }, passes: modifiers('95') },
  ],
  'voluntary-notice-conflict': [
    { fails: modifiers('GX', 'GA'), passes: modifiers('GX', 'GY') },
    { fails: modifiers('GX', 'GZ'), passes: modifiers('GX') },
  ],
  'attestation-modifier-on-telehealth': [{ fails: modifiers('KX', '95'), passes: modifiers('GP', 'KX', '95') }],
  'hospice-modifiers-conflict': [{ fails: modifiers('GV', 'GW'), passes: modifiers('GW') }],
  'hospice-attending-profession': [
    {
      fails: { ...modifiers('GV'), visit: aVisit({ clinician: aClinician('counselor') }) },
      passes: { ...modifiers('GV'), visit: aVisit({ clinician: aClinician('nurse_practitioner') }) },
    },
  ],
  'hospice-modifier-outside-medicare': [{ fails: modifiers('GW'), passes: { ...modifiers('GW'), ...medicare } }],
  'therapy-plans-together': [{ fails: modifiers('GP', 'GO'), passes: modifiers('GP') }],
  'therapy-plan-against-clinician': [
    {
      fails: { ...modifiers('GN'), visit: aVisit({ clinician: aClinician('physical_therapist') }) },
      passes: { ...modifiers('GP'), visit: aVisit({ clinician: aClinician('physical_therapist') }) },
    },
    // A therapist of no named discipline, and a physician, may work under any.
    {
      fails: { ...modifiers('GP'), visit: aVisit({ clinician: aClinician('occupational_therapist') }) },
      passes: { ...modifiers('GP'), visit: aVisit({ clinician: aClinician('therapist') }) },
    },
  ],
  'therapy-plan-against-taxonomy': [
    {
      fails: { ...modifiers('GP'), visit: aVisit({ clinician: occupational }) },
      passes: { ...modifiers('GO'), visit: aVisit({ clinician: occupational }) },
    },
  ],
  'medicare-video-modifier-of-hospitals': [
    { fails: { ...modifiers('GT'), ...medicare }, passes: { ...modifiers(), ...medicare } },
    { fails: { ...modifiers('GT'), ...medicare }, passes: modifiers('GT') },
  ],
  'medicare-asynchronous-states': [
    { fails: { ...modifiers('GQ'), ...medicare }, passes: { ...modifiers('GQ'), ...medicare, visit: aVisit(alaska) } },
    {
      fails: { ...line('99213'), ...medicare, visit: aVisit({ modality: 'asynchronous' }) },
      passes: { ...line('99421'), ...medicare, visit: aVisit({ modality: 'asynchronous' }) },
    },
  ],
};
