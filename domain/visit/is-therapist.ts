import type { ClinicianType } from './visit.js';

const therapists: readonly ClinicianType[] = [
  'therapist',
  'physical_therapist',
  'occupational_therapist',
  'speech_language_pathologist',
  'audiologist',
];

/** Whether the profession is one of physical, occupational or speech therapy or audiology (SSA 1834(m)(4)(E), waivers of 2020). */
export function isTherapist(type: ClinicianType): boolean {
  return therapists.includes(type);
}
