import type { Modality, Visit } from './visit.js';

/**
 * How a visit counts as held when video failed midway: by what took the longer part of its interactive time (CPT
 * telemedicine services guidelines). `tied` when both took the same; the modality stated when no minutes tell.
 */
export function dominantModality(visit: Pick<Visit, 'modality' | 'modalityMinutes'>): Modality | 'tied' {
  const minutes = visit.modalityMinutes;
  if (minutes === undefined || visit.modality === 'asynchronous') return visit.modality;
  if (minutes.audioVideo === minutes.audioOnly) return minutes.audioVideo === 0 ? visit.modality : 'tied';
  return minutes.audioVideo > minutes.audioOnly ? 'audio_video' : 'audio_only';
}
