import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

type Part = EditExample['fails'];

function modifiers(...codes: string[]): Part {
  return { claim: aClaim({ lines: [aLine({ modifiers: codes })] }) };
}

function patientIn(state: 'CA' | 'TX' | 'NY' | 'IL', telehealthConsent?: boolean): Part {
  return { visit: aVisit({ patientLocation: { setting: 'home', state }, telehealthConsent }) };
}

function visit(overrides: Partial<VisitInput>): Part {
  return { visit: aVisit(overrides) };
}

const newYork = { payer: aPayer('ny-medicaid') };
const california = { payer: aPayer('ca-medicaid') };
const illinois = { payer: aPayer('il-medicaid') };
const audio = { modality: 'audio_only' } as const;
const address = { line1: '1 Elm Street', city: 'Dallas', state: 'TX', zip: '75201' } as const;

export const stateAndConsentExamples: EditExamples = {
  'telehealth-consent-missing': [
    {
      fails: { payer: aPayer('ca-medicaid'), ...visit({ telehealthConsent: undefined }) },
      passes: { payer: aPayer('ca-medicaid'), ...visit({ telehealthConsent: true }) },
    },
    {
      fails: { payer: aPayer('tx-medicaid'), ...visit({ telehealthConsent: false }) },
      passes: { payer: aPayer('unity-care'), ...visit({ telehealthConsent: false }) },
    },
  ],
  'california-consent': [
    { fails: patientIn('CA'), passes: patientIn('CA', true) },
    { fails: patientIn('CA', false), passes: patientIn('NY', false) },
  ],
  'texas-consent': [
    { fails: patientIn('TX'), passes: patientIn('TX', true) },
    { fails: patientIn('TX'), passes: { ...patientIn('TX'), payer: aPayer('tx-medicaid') } },
  ],
  'medi-cal-video-modifier': [
    { fails: { ...modifiers('GT'), ...california }, passes: { ...modifiers('95'), ...california } },
    { fails: { ...modifiers('GT'), ...california }, passes: { ...modifiers('GT'), ...illinois } },
  ],
  'illinois-medicaid-video-modifier': [
    { fails: { ...modifiers('95'), ...illinois }, passes: { ...modifiers('GT'), ...illinois } },
    { fails: { ...modifiers('95'), ...illinois }, passes: { ...modifiers('95'), ...newYork } },
  ],
  'new-york-medicaid-audio-only-reason': [
    {
      fails: { ...visit(audio), ...newYork },
      passes: { ...visit({ ...audio, audioOnlyReason: 'patient_no_device' }), ...newYork },
    },
  ],
  'medicaid-patient-in-other-state': [
    { fails: { ...patientIn('TX', true), ...newYork }, passes: { ...patientIn('NY', true), ...newYork } },
  ],
  'medicaid-patient-lives-in-other-state': [
    {
      fails: { ...visit({ patient: { ...aVisit().patient, address } }), ...newYork },
      passes: { ...visit({}), ...newYork },
    },
  ],
};
