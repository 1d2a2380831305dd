import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { Patient, VisitCoverage } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, aPayer, aPractice, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

type Part = EditExample['fails'];

function patient(overrides: Partial<Patient>): Part {
  return { visit: { ...aVisit(), patient: { ...aVisit().patient, ...overrides } } };
}

function covered(overrides: Partial<VisitCoverage>): Part {
  const visit = aVisit();
  return { visit: { ...visit, coverages: visit.coverages.map((coverage) => ({ ...coverage, ...overrides })) } };
}

function zip(digits: string): Part {
  const address = aVisit().patient.address;
  return address === undefined ? {} : patient({ address: { ...address, zip: digits } });
}

function practiceAt(address: { readonly line1?: string; readonly zip?: string }): Part {
  return { practice: aPractice({ address: { ...aPractice().address, ...address } }) };
}

function clinician(overrides: Partial<ReturnType<typeof aVisit>['clinician']>): Part {
  return { visit: { ...aVisit(), clinician: { ...aVisit().clinician, ...overrides } } };
}

function modifiers(...codes: string[]): Part {
  return { claim: aClaim({ lines: [aLine({ modifiers: codes })] }) };
}

const medicare = { payer: aPayer('medicare') };
const child = { relationship: 'child' } as const;
const { medicalRecordNumber: _, ...parent } = aVisit().patient;

function bornOn(date: string): Part {
  const visit = covered(child).visit ?? aVisit();
  return { visit: { ...visit, patient: { ...visit.patient, birthDate: plainDate(date) } } };
}

export const identityExamples: EditExamples = {
  'patient-name-with-digits': [
    { fails: patient({ lastName: 'Fields2' }), passes: patient({ lastName: 'Fields' }) },
    { fails: patient({ firstName: 'Test1' }), passes: patient({ firstName: 'Ada' }) },
  ],
  'patient-zip-against-state': [{ fails: zip('94105'), passes: zip('12207') }],
  'member-id-placeholder': [
    { fails: covered({ memberId: 'UNKNOWN' }), passes: covered({ memberId: 'UNKN4711' }) },
    { fails: covered({ memberId: '000000000' }), passes: covered({ memberId: '000000001' }) },
  ],
  'medicare-number-before-2020': [
    {
      fails: { ...covered({ memberId: '123-45-6789A' }), ...medicare },
      passes: { ...covered({ memberId: '1EG4TE5MK73' }), ...medicare },
    },
    { fails: { ...covered({ memberId: '123456789A' }), ...medicare }, passes: covered({ memberId: '123456789A' }) },
  ],
  'government-patient-is-subscriber': [
    { fails: { ...covered(child), ...medicare }, passes: { ...covered({}), ...medicare } },
    { fails: { ...covered(child), payer: aPayer('ny-medicaid') }, passes: covered(child) },
  ],
  'payer-wants-patient-as-subscriber': [
    {
      fails: { ...covered(child), payer: aPayer('unity-care', { edits: { subscriberIsPatientOnly: true } }) },
      passes: { ...covered(child), payer: aPayer('unity-care') },
    },
  ],
  'child-over-twenty-six': [
    { fails: bornOn('2000-03-10'), passes: bornOn('2000-03-11') },
    { fails: bornOn('1970-05-01'), passes: covered({}) },
  ],
  'subscriber-younger-than-child': [
    {
      fails: covered({ ...child, subscriber: { ...parent, birthDate: plainDate('1999-01-01') } }),
      passes: covered({ ...child, subscriber: { ...parent, birthDate: plainDate('1950-01-01') } }),
    },
  ],
  'taxonomy-against-profession': [
    { fails: clinician({ taxonomyCode: '363LF0000X' }), passes: clinician({ taxonomyCode: '207Q00000X' }) },
    {
      fails: clinician({ type: 'counselor', taxonomyCode: '104100000X' }),
      passes: clinician({ type: 'counselor', taxonomyCode: '101YM0800X' }),
    },
  ],
  'rendering-same-as-billing': [{ fails: clinician({ npi: aPractice().npi }), passes: clinician({}) }],
  'billing-address-post-office-box': [
    { fails: practiceAt({ line1: 'P.O. Box 17' }), passes: practiceAt({ line1: '17 Boxwood Street' }) },
    { fails: practiceAt({ line1: 'PO BOX 17' }), passes: practiceAt({ line1: '2 Oak Street' }) },
  ],
  'billing-zip-against-state': [{ fails: practiceAt({ zip: '941051234' }), passes: practiceAt({ zip: '122071234' }) }],
  'billing-zip-without-delivery-area': [
    { fails: practiceAt({ zip: '122070000' }), passes: practiceAt({ zip: '122071234' }) },
    { fails: practiceAt({ zip: '122079999' }), passes: practiceAt({ zip: '122079998' }) },
  ],
  'profession-modifier-against-clinician': [
    { fails: modifiers('AH', '95'), passes: modifiers('AG', '95') },
    {
      fails: modifiers('AJ', '95'),
      passes: { ...modifiers('AJ', '95'), ...clinician({ type: 'clinical_social_worker' }) },
    },
  ],
};
