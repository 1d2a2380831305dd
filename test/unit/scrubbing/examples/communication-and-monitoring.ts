import type { Modality } from '../../../../domain/visit/visit.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { aClaim, aClinician, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

type Part = EditExample['fails'];

function codes(...procedureCodes: string[]): Part {
  const lines = procedureCodes.map((procedureCode, index) =>
    aLine({ lineNumber: index + 1, procedureCode, modifiers: [] }),
  );
  return { claim: aClaim({ placeOfService: '11', lines }) };
}

function one(procedureCode: string, overrides: Partial<ReturnType<typeof aLine>>): Part {
  return { claim: aClaim({ placeOfService: '11', lines: [aLine({ procedureCode, modifiers: [], ...overrides })] }) };
}

function by(modality: Modality): Part {
  return { visit: aVisit({ modality }) };
}

const therapist = { visit: aVisit({ clinician: aClinician('therapist') }) };
const counselor = { visit: aVisit({ clinician: aClinician('counselor') }) };
const isNew = { visit: aVisit({ newPatient: true }) };
const in2025 = { visit: { ...aVisit(), dateOfService: plainDate('2025-12-31') } };
const medicare = { payer: aPayer('medicare') };

export const communicationAndMonitoringExamples: EditExamples = {
  'communication-service-of-new-patient': [
    { fails: { ...codes('98016'), ...isNew }, passes: codes('98016') },
    { fails: { ...codes('99422'), ...isNew }, passes: { ...codes('99203'), ...isNew } },
  ],
  'nonphysician-code-by-physician': [
    { fails: codes('98970'), passes: { ...codes('98970'), ...counselor } },
    { fails: codes('98966'), passes: codes('99421') },
  ],
  'check-in-leads-to-visit': [
    { fails: codes('98016', '99213'), passes: codes('98016') },
    { fails: codes('G2010', '99213'), passes: codes('G2010') },
  ],
  'digital-visit-beside-visit': [{ fails: codes('99421', '99213'), passes: codes('99421') }],
  'two-digital-visits': [{ fails: codes('99421', '99422'), passes: codes('99423') }],
  'digital-visit-in-real-time': [
    { fails: { ...codes('99421'), ...by('audio_video') }, passes: { ...codes('99421'), ...by('asynchronous') } },
  ],
  'consultation-sides-together': [
    { fails: codes('99452', '99446'), passes: codes('99452') },
    { fails: codes('99452', '99451'), passes: codes('99451') },
  ],
  'check-in-in-writing': [
    { fails: { ...codes('98016'), ...by('asynchronous') }, passes: { ...codes('98016'), ...by('audio_only') } },
  ],
  'monitoring-units': [
    { fails: one('99457', { units: 2 }), passes: one('99457', { units: 1 }) },
    { fails: one('98976', { units: 2 }), passes: one('98981', { units: 2 }) },
  ],
  'therapeutic-supply-codes-together': [
    { fails: codes('98984', '98976'), passes: codes('98976') },
    { fails: codes('98985', '98977'), passes: { ...codes('98985', '98977'), ...in2025 } },
  ],
  'therapeutic-management-codes-together': [{ fails: codes('98979', '98980'), passes: codes('98980', '98981') }],
  'short-management-with-add-on': [
    { fails: codes('99470', '99458'), passes: codes('99457', '99458') },
    { fails: codes('98979', '98981'), passes: codes('98979') },
  ],
  'data-review-beside-management': [{ fails: codes('99091', '99457'), passes: codes('99091', '99454') }],
  'therapeutic-monitoring-without-plan': [
    {
      fails: { ...codes('98980'), ...therapist, ...medicare },
      passes: { ...one('98980', { modifiers: ['GP'] }), ...therapist, ...medicare },
    },
    { fails: { ...codes('98975'), ...therapist, ...medicare }, passes: { ...codes('98975'), ...medicare } },
  ],
  'physiologic-monitoring-by-therapist': [
    { fails: { ...codes('99457'), ...therapist }, passes: codes('99457') },
    { fails: { ...codes('99454'), ...counselor }, passes: { ...codes('98980'), ...therapist } },
  ],
};
