import type { Visit } from '../visit/visit.js';
import type { AudioOnlyCondition, PayerProfile } from './payer-profile.js';
import { namesProcedure } from './procedure-code-list.js';

/** Whether the payer covers a procedure by telephone at all. */
export function coversAudioOnlyFor(
  profile: Pick<PayerProfile, 'coversAudioOnly' | 'audioOnlyCodes'>,
  procedureCode: string,
): boolean {
  const { coversAudioOnly, audioOnlyCodes } = profile;
  return coversAudioOnly && (audioOnlyCodes === undefined || namesProcedure(audioOnlyCodes, procedureCode));
}

/** The payer's conditions for audio-only that the visit as recorded does not meet; none for other modalities. */
export function unmetAudioOnlyConditions(
  profile: Pick<PayerProfile, 'audioOnlyConditions'>,
  visit: Pick<Visit, 'modality' | 'audioOnlyReason' | 'patientLocation' | 'newPatient'>,
): readonly AudioOnlyCondition[] {
  if (visit.modality !== 'audio_only') return [];
  return profile.audioOnlyConditions.filter((condition) => !isMet(condition, visit));
}

function isMet(
  condition: AudioOnlyCondition,
  visit: Pick<Visit, 'audioOnlyReason' | 'patientLocation' | 'newPatient'>,
): boolean {
  switch (condition) {
    case 'patient_at_home':
      return visit.patientLocation.setting === 'home';
    case 'video_unavailable_or_declined':
      return visit.audioOnlyReason !== undefined;
    case 'established_patient':
      return visit.newPatient === false;
  }
}
