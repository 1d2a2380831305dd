import { createHash } from 'node:crypto';
import { demonstrationClinicians } from '../../cli/demonstration/demonstration-practice.js';
import type { VisitInput } from '../../domain/visit/visit.js';
import { aVisitInput } from './visit-input.js';

/** What a story changes of its visit; `member` is the prefix of the member id by which simulated payers know a script. */
export type StorySketch = Partial<VisitInput> & {
  readonly payer?: string;
  readonly member?: string;
};

/** A video visit of a patient of its own: the story's name makes patient and member differ from those of every other story. */
export function storyVisit(
  name: string,
  { payer = 'summit-health', member = 'W', ...rest }: StorySketch = {},
): VisitInput {
  const digits = BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 12)}`).toString();
  const letters = digits.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  const base = aVisitInput();
  return {
    ...base,
    source: 'stories',
    sourceId: name,
    clinician: demonstrationClinicians.familyPhysician,
    patient: { ...base.patient, lastName: `Story${letters}` },
    coverages: [
      {
        rank: 'primary',
        payerCode: payer,
        payerName: payer,
        memberId: `${member}${digits.slice(0, 12)}`,
        relationship: 'self',
      },
    ],
    ...rest,
  };
}
