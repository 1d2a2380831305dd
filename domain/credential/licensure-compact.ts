import { type PlainDate, plainDate } from '../kernel/plain-date.js';
import type { UsState } from '../kernel/us-state.js';
import type { ClinicianType } from '../visit/visit.js';

/** Compacts that let a clinician practise in a state without its licence. IMLC is none: its states issue full licences. */
export const compactCodes = [
  'NLC',
  'PSYPACT',
  'PT_COMPACT',
  'COUNSELING_COMPACT',
  'SOCIAL_WORK_COMPACT',
  'PA_COMPACT',
  'DIETITIAN_COMPACT',
] as const;
export type CompactCode = (typeof compactCodes)[number];

/** A state in a compact; `from` null when its first day isn't known to us, `confirmed` once read in the state's own enactment. */
export interface CompactMember {
  readonly state: UsState;
  readonly from: PlainDate | null;
  readonly confirmed: boolean;
}

/** A compact with its members as they were known on `asOf`. */
export interface LicensureCompact {
  readonly code: CompactCode;
  readonly name: string;
  /** Whether one privilege holds in every member state, or one is taken for each state. */
  readonly reach: 'every_member' | 'chosen_state';
  /** Our clinician types it speaks of; empty when it speaks of none of them. */
  readonly professions: readonly ClinicianType[];
  readonly asOf: PlainDate;
  readonly members: readonly CompactMember[];
  readonly source: string;
}

/** Lists of secondary sources: each state's own enactment is still to be read (verify). */
function unconfirmed(states: readonly UsState[], from: Partial<Record<UsState, string>> = {}): CompactMember[] {
  return states.map((state) => {
    const first = from[state];
    return { state, from: first === undefined ? null : plainDate(first), confirmed: false };
  });
}

/** Every compact by code. A state that isn't listed may still be a member: that is a question, never a refusal. */
export const licensureCompacts: Readonly<Record<CompactCode, LicensureCompact>> = {
  // For registered and practical nurses: advanced practice is outside of it.
  NLC: {
    code: 'NLC',
    name: 'Nurse Licensure Compact',
    reach: 'every_member',
    professions: [],
    asOf: plainDate('2026-02-01'),
    source: 'the Nurse Licensure Compact as each state enacted it',
    // biome-ignore format: a list of states reads best as a block
    members: unconfirmed(
      ['AL', 'AZ', 'AR', 'CO', 'CT', 'DE', 'FL', 'GA', 'ID', 'IN', 'IA', 'KS', 'KY', 'LA', 'ME', 'MD', 'MS', 'MO', 'MT', 'NE',
        'NH', 'NJ', 'NM', 'NC', 'ND', 'OH', 'OK', 'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY'],
      { PA: '2025-07-07', CT: '2025-10-01' },
    ),
  },
  // The authority to practise interjurisdictional telepsychology (APIT) holds in every member state.
  PSYPACT: {
    code: 'PSYPACT',
    name: 'Psychology Interjurisdictional Compact',
    reach: 'every_member',
    professions: ['clinical_psychologist'],
    asOf: plainDate('2026-05-01'),
    source: 'the Psychology Interjurisdictional Compact as each state enacted it',
    // biome-ignore format: a list of states reads best as a block
    members: unconfirmed(
      ['AL', 'AZ', 'AR', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'ID', 'IL', 'IN', 'KS', 'KY', 'ME', 'MD', 'MI', 'MN', 'MS', 'MO', 'MT',
        'NE', 'NV', 'NH', 'NJ', 'NC', 'ND', 'MP', 'OH', 'OK', 'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY'],
    ),
  },
  // The type `therapist` of older sources doesn't tell physical from occupational and speech therapists.
  PT_COMPACT: {
    code: 'PT_COMPACT',
    name: 'Physical Therapy Licensure Compact',
    reach: 'chosen_state',
    professions: ['physical_therapist', 'therapist'],
    asOf: plainDate('2026-05-01'),
    source: 'the Physical Therapy Licensure Compact as each state enacted it',
    // biome-ignore format: a list of states reads best as a block
    members: unconfirmed(
      ['AL', 'AZ', 'AR', 'CO', 'DE', 'DC', 'GA', 'IN', 'IA', 'KY', 'LA', 'MD', 'MS', 'MO', 'MT', 'NE', 'NH', 'NJ', 'NC', 'ND', 'OH',
        'OK', 'OR', 'PA', 'SC', 'SD', 'TN', 'TX', 'UT', 'VA', 'WA', 'WV', 'WI'],
    ),
  },
  COUNSELING_COMPACT: {
    code: 'COUNSELING_COMPACT',
    name: 'Counseling Compact',
    reach: 'chosen_state',
    professions: ['counselor'],
    asOf: plainDate('2026-05-01'),
    source: 'the Counseling Compact as each state enacted it',
    // Not all of these issue privileges. NJ, SD, AZ and MN are left out until they are checked (verify).
    // biome-ignore format: a list of states reads best as a block
    members: unconfirmed(
      ['AL', 'AR', 'CO', 'CT', 'DE', 'FL', 'GA', 'IN', 'IA', 'KS', 'KY', 'LA', 'ME', 'MD', 'MS', 'MO', 'MT', 'NE', 'NH', 'NC', 'ND',
        'OH', 'OK', 'RI', 'SC', 'TN', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY'],
    ),
  },
  // Enacted by several states; that privileges are issued is not known to us (verify).
  SOCIAL_WORK_COMPACT: {
    code: 'SOCIAL_WORK_COMPACT',
    name: 'Social Work Licensure Compact',
    reach: 'every_member',
    professions: ['clinical_social_worker'],
    asOf: plainDate('2026-05-01'),
    source: 'the Social Work Licensure Compact as each state enacted it',
    members: [],
  },
  PA_COMPACT: {
    code: 'PA_COMPACT',
    name: 'PA Licensure Compact',
    reach: 'chosen_state',
    professions: ['physician_assistant'],
    asOf: plainDate('2026-05-01'),
    source: 'the PA Licensure Compact as each state enacted it',
    members: [],
  },
  DIETITIAN_COMPACT: {
    code: 'DIETITIAN_COMPACT',
    name: 'Dietitian Licensure Compact',
    reach: 'chosen_state',
    professions: ['dietitian'],
    asOf: plainDate('2026-05-01'),
    source: 'the Dietitian Licensure Compact as each state enacted it',
    members: [],
  },
};

/** Whether our list has a state in a compact on a day. */
export function isCompactMember(code: CompactCode, state: UsState, on: PlainDate): boolean {
  const member = licensureCompacts[code].members.find((each) => each.state === state);
  return member !== undefined && (member.from === null || member.from <= on);
}
