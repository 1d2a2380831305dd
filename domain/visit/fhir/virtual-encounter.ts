import type { Modality } from '../visit.js';
import { codingsOf } from './fhir-elements.js';
import { codeSystems, encounterTypeMeanings, isSnomed, telemedicineConsultation } from './fhir-codes.js';
import { type Extracted, fhirFinding } from './extracted.js';
import type { EncounterLinks } from './encounter-context.js';
import type { EntryOf } from './reference-index.js';

function snomedTypes(encounter: EntryOf<'Encounter'>): string[] {
  const { type, serviceType } = encounter.resource;
  return codingsOf([...(type ?? []), ...(serviceType ? [serviceType] : [])])
    .filter(isSnomed)
    .map((coding) => coding.code);
}

function snomedProcedures(encounter: EntryOf<'Encounter'>, links: EncounterLinks): string[] {
  const procedures = links.of(encounter, 'Procedure').filter((entry) => entry.resource.status !== 'entered-in-error');
  return procedures.flatMap((entry) => codingsOf([entry.resource.code ?? {}]).filter(isSnomed)).map(({ code }) => code);
}

/**
 * Whether patient and clinician met at a distance: class VR (v3 ActCode), a telemedicine or telephone type, a
 * telemedicine procedure, or the virtual-service extension back-ported from R5.
 */
export function isVirtual(encounter: EntryOf<'Encounter'>, links: EncounterLinks): boolean {
  const { class: encounterClass, extension } = encounter.resource;
  if (encounterClass?.code === 'VR') {
    if (encounterClass.system === undefined || encounterClass.system === codeSystems.actCode) return true;
  }
  if (snomedTypes(encounter).some((code) => encounterTypeMeanings.get(code)?.virtual)) return true;
  if (extension?.some(({ url }) => /virtual-?service/i.test(url))) return true;
  return snomedProcedures(encounter, links).includes(telemedicineConsultation);
}

/** How they met. Audio-video is assumed, with a warning, where no code says; audio-only never is. */
export function modalityOf(encounter: EntryOf<'Encounter'>): Extracted<Modality> {
  const where = `${encounter.location}, Encounter.type`;
  const stated = new Set(snomedTypes(encounter).flatMap((code) => encounterTypeMeanings.get(code)?.modality ?? []));
  if (stated.has('audio_only') && stated.has('audio_video')) {
    const message = 'the encounter is typed both as telephone and as video; video is assumed';
    return { value: 'audio_video', findings: [fhirFinding('warning', 'modality-conflict', where, message, checkNote)] };
  }
  if (stated.has('audio_video')) return { value: 'audio_video', findings: [] };
  if (stated.has('audio_only')) {
    const message = 'an audio-only visit, and FHIR R4 does not say why there was no video';
    const remedy = 'record the reason (no device, declined, video failed) before billing where the payer asks for it';
    return { value: 'audio_only', findings: [fhirFinding('warning', 'audio-only-reason', where, message, remedy)] };
  }
  const message = 'no code says whether the visit was by video or by telephone; video is assumed';
  return { value: 'audio_video', findings: [fhirFinding('warning', 'modality-inferred', where, message, checkNote)] };
}

const checkNote = 'check the note; send the type 185317003 for telephone or 453131000124105 for video';
