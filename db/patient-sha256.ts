import type { Patient } from '../domain/visit/visit.js';
import { sha256Hex } from './new-id.js';

/** Tells a practice's patients apart by name (without case) and birth date, and shows neither. */
export function patientSha256(
  practiceId: string,
  patient: Pick<Patient, 'lastName' | 'firstName' | 'birthDate'>,
): string {
  const name = [patient.lastName.toUpperCase(), patient.firstName.toUpperCase()];
  return sha256Hex([practiceId, ...name, patient.birthDate].join('\u0000'));
}
