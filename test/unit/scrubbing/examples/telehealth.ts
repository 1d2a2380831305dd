import type { PlaceOfService } from '../../../../domain/coding/coded-claim.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { AudioOnlyCondition } from '../../../../domain/payer/payer-profile.js';
import type { Visit, VisitInput } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

function line(procedureCode: string, modifiers: string[], placeOfService: PlaceOfService = '10') {
  return { claim: aClaim({ placeOfService, lines: [aLine({ procedureCode, modifiers })] }) };
}

/** Lines of these codes, each with its modifier behind a dash. */
function codes(...texts: string[]) {
  const lines = texts.map((text, index) => {
    const [procedureCode = '', ...modifiers] = text.split('-');
    return aLine({ lineNumber: index + 1, procedureCode, modifiers });
  });
  return { claim: aClaim({ lines }) };
}

function visit(overrides: Partial<VisitInput>) {
  return { visit: aVisit(overrides) };
}

function onDate(date: string): { readonly visit: Visit } {
  return { visit: { ...aVisit(), dateOfService: plainDate(date) } };
}

const illinois = { payer: aPayer('il-medicaid') };
const medicare = { payer: aPayer('medicare') };
const audio = { modality: 'audio_only' } as const;
const declined = { ...audio, audioOnlyReason: 'patient_declined_video' } as const;
const elsewhere = { patientLocation: { setting: 'other', state: 'NY' } } as const;

/** Medicare on the first day after the waivers: telehealth at home for these diagnoses. */
function afterWaivers(procedureCode: string, diagnoses: string[], ...addOns: string[]) {
  const diagnosisPointers = diagnoses.map((_, index) => index + 1);
  const lines = [procedureCode, ...addOns].map((code, index) =>
    aLine({ lineNumber: index + 1, procedureCode: code, modifiers: [], diagnosisPointers }),
  );
  return { ...medicare, ...onDate('2028-01-01'), claim: aClaim({ diagnoses, lines }) };
}

/** A patient who is not at home. */
function siteIn(state: 'AK' | 'NY', date = '2028-01-01') {
  return { visit: { ...aVisit({ patientLocation: { setting: 'other', state } }), dateOfService: plainDate(date) } };
}

const center = aVisit({ facilityType: 'fqhc', ...elsewhere });
/** A payer, by default a commercial one, that pays a visit by telephone on one condition. */
function asking(condition: AudioOnlyCondition, payer = 'summit-health') {
  return { payer: aPayer(payer, { coversAudioOnly: true, audioOnlyConditions: [condition] }) };
}

export const telehealthExamples: EditExamples = {
  'telehealth-place-missing': [
    { fails: line('99213', ['95'], '11'), passes: line('99213', ['95'], '10') },
    {
      fails: line('99213', ['95'], '11'),
      passes: { ...line('99213', ['95'], '11'), payer: aPayer('summit-health', { placeOfService: 'always_11' }) },
    },
    { fails: line('99213', ['95'], '12'), passes: line('98016', [], '11') },
  ],
  'place-differs-from-payer': [
    { fails: line('99213', ['95'], '02'), passes: line('99213', ['95'], '10') },
    {
      fails: { ...line('99213', ['95'], '10'), ...visit(elsewhere) },
      passes: { ...line('99213', ['95'], '02'), ...visit(elsewhere) },
    },
  ],
  'office-service-with-telehealth-place': [
    { fails: line('98016', [], '10'), passes: line('98016', [], '11') },
    { fails: line('99457', [], '02'), passes: line('99457', [], '11') },
  ],
  'office-service-with-telehealth-modifier': [
    { fails: line('98016', ['95'], '11'), passes: line('98016', ['25'], '11') },
  ],
  'facility-fee-at-home': [
    { fails: line('Q3014', [], '10'), passes: { ...line('Q3014', [], '11'), ...visit(elsewhere) } },
    { fails: line('Q3014', [], '11'), passes: { ...line('Q3014', [], '02'), ...visit(elsewhere) } },
  ],
  'telehealth-modifier-missing': [
    { fails: line('99213', []), passes: line('99213', ['95']) },
    { fails: line('99213', ['25']), passes: { ...line('99213', []), ...medicare } },
    { fails: line('99213', []), passes: { ...line('98005', []), payer: aPayer('prairie-blue') } },
    // An add-on follows its base.
    { fails: codes('99215-95', '99417'), passes: codes('98007', '99417') },
    { fails: codes('99214-95', '90833', '90785'), passes: codes('98006', '90833', '90785') },
    { fails: line('99213', []), passes: { ...line('99213', []), payerClaimControlNumber: 'ICN1' } },
  ],
  'telehealth-modifier-differs-from-payer': [
    { fails: line('99213', ['GT']), passes: line('99213', ['95']) },
    { fails: { ...line('99213', ['95']), ...medicare }, passes: { ...line('99213', []), ...medicare } },
    {
      fails: { ...line('G2025', ['GT']), ...medicare, visit: center },
      passes: { ...line('G2025', ['95']), ...medicare, visit: center },
    },
    {
      fails: { ...line('G2025', ['FQ']), ...medicare, visit: aVisit({ ...declined, facilityType: 'rhc' }) },
      passes: { ...line('90834', ['FQ']), ...medicare, visit: aVisit({ ...declined, facilityType: 'rhc' }) },
    },
  ],
  'telehealth-modifier-denied-by-payer': [
    { fails: { ...line('99213', ['95']), ...illinois }, passes: { ...line('99213', ['GT']), ...illinois } },
    { fails: { ...line('99213', ['95']), ...illinois }, passes: line('99213', ['GT']) },
    {
      fails: { ...line('90834', ['FQ']), ...illinois, ...visit(declined) },
      passes: { ...line('90834', ['93']), ...illinois, ...visit(declined) },
    },
    // Once the payer has answered, its advice goes before our profile of it.
    {
      fails: { ...line('99213', ['95']), ...illinois },
      passes: { ...line('99213', ['95']), ...illinois, payerClaimControlNumber: 'ICN1' },
    },
  ],
  'modifier-against-modality': [
    {
      fails: { ...line('99213', ['95']), ...visit(declined) },
      passes: { ...line('99213', ['93']), ...visit(declined) },
    },
    { fails: line('99213', ['FQ']), passes: line('99213', ['GT']) },
  ],
  'code-against-modality': [
    { fails: line('98013', []), passes: line('98005', []) },
    { fails: { ...line('98005', []), ...visit(declined) }, passes: { ...line('98013', []), ...visit(declined) } },
  ],
  'audio-only-not-covered': [
    {
      fails: { payer: aPayer('granite-tpa'), ...visit(declined) },
      passes: { payer: aPayer('granite-tpa'), ...visit({}) },
    },
    {
      fails: { payer: aPayer('granite-tpa'), ...visit(declined) },
      passes: { payer: aPayer('unity-care'), ...visit(declined) },
    },
    {
      fails: { payer: aPayer('harbor-health'), ...line('99213', ['93']), ...visit(declined) },
      passes: { payer: aPayer('harbor-health'), ...line('90834', ['93']), ...visit(declined) },
    },
  ],
  'asynchronous-not-covered': [
    // Medicare has a rule of its own.
    {
      fails: visit({ modality: 'asynchronous' }),
      passes: { ...medicare, ...visit({ modality: 'asynchronous' }), ...line('99213', ['GQ']) },
    },
    {
      fails: visit({ modality: 'asynchronous' }),
      passes: { payer: aPayer('ca-medicaid'), ...visit({ modality: 'asynchronous' }) },
    },
    {
      fails: visit({ modality: 'asynchronous' }),
      passes: { ...line('99421', [], '11'), ...visit({ modality: 'asynchronous' }) },
    },
  ],
  'medicare-telehealth-place': [
    { fails: { ...line('99213', [], '11'), ...medicare }, passes: { ...line('99213', [], '02'), ...medicare } },
    { fails: { ...line('99213', [], '12'), ...medicare }, passes: { ...line('98016', [], '11'), ...medicare } },
  ],
  'audio-only-reason-missing': [
    {
      fails: { ...asking('video_unavailable_or_declined'), ...visit(audio) },
      passes: { ...asking('video_unavailable_or_declined'), ...visit(declined) },
    },
    { fails: { ...asking('video_unavailable_or_declined'), ...visit(audio) }, passes: visit(audio) },
    {
      fails: { ...asking('video_unavailable_or_declined', 'ca-medicaid'), ...visit(audio) },
      passes: { ...asking('video_unavailable_or_declined', 'ny-medicaid'), ...visit(audio) },
    },
    {
      fails: { ...asking('video_unavailable_or_declined'), ...visit(audio) },
      passes: { ...asking('video_unavailable_or_declined', 'medicare'), ...visit(audio) },
    },
  ],
  'audio-only-away-from-home': [
    {
      fails: { ...asking('patient_at_home'), ...visit({ ...declined, ...elsewhere }) },
      passes: { ...asking('patient_at_home'), ...visit(declined) },
    },
    {
      fails: { ...asking('patient_at_home'), ...visit({ ...declined, ...elsewhere }) },
      passes: { ...asking('patient_at_home'), ...visit(elsewhere) },
    },
  ],
  'audio-only-not-established': [
    {
      fails: { ...asking('established_patient'), ...visit({ ...declined, newPatient: true }) },
      passes: { ...asking('established_patient'), ...visit({ ...declined, newPatient: false }) },
    },
    {
      fails: { ...asking('established_patient'), ...visit({ ...declined, newPatient: undefined }) },
      passes: {
        ...asking('established_patient'),
        ...visit({ ...declined, newPatient: true }),
        ...line('98966', [], '11'),
      },
    },
  ],
  'medicare-audio-only-reason': [
    { fails: { ...medicare, ...visit(audio) }, passes: { ...medicare, ...visit(declined) } },
    { fails: { ...medicare, ...visit(audio) }, passes: visit(audio) },
  ],
  'medicare-audio-only-home': [
    { fails: { ...medicare, ...visit({ ...declined, ...elsewhere }) }, passes: { ...medicare, ...visit(declined) } },
  ],
  'medicare-home-after-waivers': [
    { fails: { ...medicare, ...onDate('2028-01-01') }, passes: { ...medicare, ...onDate('2027-12-31') } },
    {
      fails: { ...medicare, ...onDate('2028-01-01') },
      passes: { ...medicare, ...onDate('2028-01-01'), ...line('90834', []) },
    },
    // A visit is for mental health or substance use when that is its first diagnosis, or psychotherapy was added to it.
    { fails: afterWaivers('99213', ['I10', 'F321']), passes: afterWaivers('99213', ['F321', 'I10']) },
    { fails: afterWaivers('99213', ['E119']), passes: afterWaivers('99213', ['F1120']) },
    { fails: afterWaivers('99214', ['I10']), passes: afterWaivers('99214', ['I10'], '90833') },
  ],
  'medicare-rural-site-after-waivers': [
    {
      fails: { ...afterWaivers('99213', ['I10']), ...siteIn('NY', '2028-01-01') },
      passes: { ...afterWaivers('99213', ['I10']), ...siteIn('NY', '2027-12-31') },
    },
    {
      fails: { ...afterWaivers('99213', ['I10']), ...siteIn('NY') },
      passes: { ...afterWaivers('99213', ['F321']), ...siteIn('NY') },
    },
    {
      fails: { ...medicare, ...line('99213', []), ...siteIn('NY') },
      passes: { ...medicare, ...line('99213', ['G0']), ...siteIn('NY') },
    },
    // The demonstrations of Alaska and Hawaii.
    {
      fails: { ...medicare, ...line('99213', ['GQ']), ...siteIn('NY') },
      passes: { ...medicare, ...line('99213', ['GQ']), ...siteIn('AK') },
    },
  ],
  'medicare-health-center-after-waivers': [
    {
      fails: { ...medicare, visit: { ...center, dateOfService: plainDate('2028-01-01') }, ...line('99213', ['95']) },
      passes: { ...medicare, visit: { ...center, dateOfService: plainDate('2027-12-31') }, ...line('99213', ['95']) },
    },
    {
      fails: { ...medicare, visit: { ...center, dateOfService: plainDate('2028-01-01') }, ...line('99213', ['95']) },
      passes: { ...medicare, visit: { ...center, dateOfService: plainDate('2028-01-01') }, ...line('90834', ['95']) },
    },
  ],
  'medicare-platform-modifier': [
    { fails: { ...medicare, ...onDate('2027-01-01') }, passes: { ...medicare, ...onDate('2026-12-31') } },
    { fails: { ...medicare, ...onDate('2027-01-01') }, passes: onDate('2027-01-01') },
    {
      fails: { ...medicare, ...onDate('2027-01-01') },
      passes: { ...medicare, ...onDate('2027-01-01'), ...line('99421', [], '11') },
    },
  ],
  'medicare-behavioral-in-person': [
    {
      fails: { ...medicare, ...onDate('2028-01-01'), ...line('90834', []) },
      passes: { ...medicare, ...onDate('2027-12-31'), ...line('90834', []) },
    },
    { fails: afterWaivers('99213', ['F321']), passes: afterWaivers('99213', ['I10']) },
    // Treatment of substance use, and of a mental disorder beside it, is exempt.
    { fails: afterWaivers('90834', ['F321']), passes: afterWaivers('90834', ['F1120']) },
    { fails: afterWaivers('90834', ['F321']), passes: afterWaivers('90834', ['F321', 'F1020']) },
  ],
};
