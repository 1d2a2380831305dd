import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aClinician } from '../../../builders/rules.js';

/** Name, payer, what the visit changes of the sample visit, and the outcome in short. */
export type CodingCase = readonly [name: string, payer: string, visit: Partial<VisitInput>, expected: string];

/** Cases of one rule, with the text the outcome must cite. */
export interface CodingCases {
  readonly rule: string;
  readonly source: string;
  readonly cases: readonly CodingCase[];
}

export const audioOnly = { modality: 'audio_only', audioOnlyReason: 'patient_declined_video' } as const;
export const elsewhere = { patientLocation: { setting: 'other', state: 'NY' } } as const;

/** The visit by another profession. */
export function by(type: Parameters<typeof aClinician>[0]): Partial<VisitInput> {
  return { clinician: aClinician(type) };
}
