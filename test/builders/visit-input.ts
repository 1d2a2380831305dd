import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import type { VisitInput } from '../../domain/visit/visit.js';

/** A video visit as an integrator sends it: complete, of a known payer, on 10 March 2026. */
export function aVisitInput(overrides: Partial<VisitInput> = {}): VisitInput {
  return {
    source: 'tests',
    sourceId: 'visit-1',
    dateOfService: '2026-03-10',
    serviceKind: 'evaluation_and_management',
    modality: 'audio_video',
    totalMinutes: 22,
    newPatient: false,
    patient: {
      firstName: 'Ada',
      lastName: 'Fields',
      birthDate: '1970-05-01',
      sex: 'F',
      address: { line1: '1 Elm Street', city: 'Albany', state: 'NY', zip: '12207' },
    },
    patientLocation: { setting: 'home', state: 'NY' },
    clinician: {
      npi: npiFromNineDigits('199990201'),
      firstName: 'Bo',
      lastName: 'Marsh',
      type: 'physician',
      taxonomyCode: '207Q00000X',
    },
    coverages: [{ rank: 'primary', payerName: 'Summit Health', memberId: '1EG4TE5MK73', relationship: 'self' }],
    diagnoses: [{ system: 'icd-10-cm', code: 'I10' }],
    telehealthConsent: true,
    documentation: { present: true },
    ...overrides,
  };
}
