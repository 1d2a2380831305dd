import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { Visit, VisitCoverage } from '../../../../domain/visit/visit.js';
import { aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

function patient(overrides: Partial<Visit['patient']>): { readonly visit: Visit } {
  return { visit: { ...aVisit(), patient: { ...aVisit().patient, ...overrides } } };
}

function coverage(overrides: Partial<VisitCoverage>): { readonly visit: Visit } {
  return { visit: { ...aVisit(), coverages: aVisit().coverages.map((each) => ({ ...each, ...overrides })) } };
}

const { address, ...withoutAddress } = aVisit().patient;
const { medicalRecordNumber: _, ...subscriber } = aVisit().patient;
const home = { line1: '1 Elm Street', city: 'Albany', state: 'NY' } as const;

export const patientAndSubscriberExamples: EditExamples = {
  'patient-born-after-service': [
    { fails: patient({ birthDate: plainDate('2026-03-11') }), passes: patient({ birthDate: plainDate('2026-03-10') }) },
  ],
  'patient-age-not-believed': [
    { fails: patient({ birthDate: plainDate('1905-03-10') }), passes: patient({ birthDate: plainDate('1905-03-11') }) },
  ],
  'patient-sex-unknown': [{ fails: patient({ sex: 'U' }), passes: patient({ sex: 'M' }) }],
  'patient-address-missing': [
    { fails: { visit: { ...aVisit(), patient: withoutAddress } }, passes: patient(address ? { address } : {}) },
  ],
  'patient-zip-not-real': [
    { fails: patient({ address: { ...home, zip: '00000' } }), passes: patient({ address: { ...home, zip: '00501' } }) },
  ],
  'subscriber-missing': [
    { fails: coverage({ relationship: 'child' }), passes: coverage({ relationship: 'child', subscriber }) },
    { fails: coverage({ relationship: 'spouse' }), passes: coverage({ relationship: 'self' }) },
  ],
  'subscriber-not-patient': [
    {
      fails: coverage({ subscriber: { ...subscriber, birthDate: plainDate('1950-01-01') } }),
      passes: coverage({ subscriber }),
    },
  ],
  'member-id-characters': [
    { fails: coverage({ memberId: 'AB#12' }), passes: coverage({ memberId: 'AB-12' }) },
    { fails: coverage({ memberId: '---' }), passes: coverage({ memberId: 'W 1' }) },
  ],
  'medicare-member-id-format': [
    {
      fails: { payer: aPayer('medicare'), ...coverage({ memberId: '1SG4TE5MK73' }) },
      passes: { payer: aPayer('medicare'), ...coverage({ memberId: '1eg4-te5-mk73' }) },
    },
    {
      fails: { payer: aPayer('medicare'), ...coverage({ memberId: '12345' }) },
      passes: { payer: aPayer('unity-care'), ...coverage({ memberId: '12345' }) },
    },
  ],
};
