import type { VisitFactsInput } from '../../domain/decision/visit-facts.js';

/** The facts of a physician's video visit with an established patient at home, twenty-two minutes, Medicare. */
export function someFacts(overrides: Partial<VisitFactsInput> = {}): VisitFactsInput {
  return {
    payer: { code: 'medicare' },
    dateOfService: '2026-03-10',
    serviceKind: 'evaluation_and_management',
    modality: 'audio_video',
    totalMinutes: 22,
    newPatient: false,
    patientLocation: { setting: 'home', state: 'NY' },
    clinician: { type: 'physician', state: 'NY' },
    diagnoses: ['I10'],
    ...overrides,
  };
}
