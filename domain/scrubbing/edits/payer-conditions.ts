import { unmetAudioOnlyConditions } from '../../payer/audio-only-policy.js';
import type { AudioOnlyCondition } from '../../payer/payer-profile.js';
import { needsReferral } from '../../payer/payer-requirements.js';
import { always } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';
import { hasTelehealth } from '../telehealth-lines.js';

/** Services for which the payer's profile wants a referral. */
export const referralEdits: readonly ScrubEdit[] = [
  {
    id: 'referral-missing',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the payer’s referral list; 837P loop 2300 REF*9F; CARC 288',
    title: 'Services that need a referral have its number',
    asksFor: ['referralNumber'],
    check: (input) =>
      findOnLines(
        input,
        (line) => input.claim.referralNumber === undefined && needsReferral(input.payer, line.procedureCode),
        (line) => ({
          field: 'procedureCode',
          message: `${input.payer.name} wants a referral for ${line.procedureCode}`,
          remedy: 'Enter the referral number, or ask the referring practice for one.',
        }),
      ),
  },
];

/** Medicare’s own conditions have their own edits, with what its rule says; so has New York Medicaid’s. */
function hasOwnEdit({ payer }: ScrubInput, condition: AudioOnlyCondition): boolean {
  return payer.state === 'NY' && payer.payerClass === 'medicaid' && condition === 'video_unavailable_or_declined';
}

function isUnmet(input: ScrubInput, condition: AudioOnlyCondition): boolean {
  return (
    unmetAudioOnlyConditions(input.payer, input.visit).includes(condition) &&
    !hasOwnEdit(input, condition) &&
    hasTelehealth(input)
  );
}

const conditional = {
  severity: 'blocking',
  effectiveFrom: always,
  source: 'the payer’s telehealth policy: when a visit by telephone is covered',
  payerClasses: ['medicare_advantage', 'medicaid', 'commercial'],
} as const;

/** What a payer's profile asks before it pays a visit by telephone. */
export const audioOnlyConditionEdits: readonly ScrubEdit[] = [
  {
    ...conditional,
    id: 'audio-only-reason-missing',
    title: 'A payer that asks why a visit had no video is told',
    asksFor: ['audioOnlyReason'],
    check: (input) =>
      findWhen(isUnmet(input, 'video_unavailable_or_declined'), {
        message: `${input.payer.name} covers a visit by telephone when video was not there or not wanted, and the record does not say so`,
        location: 'visit.audioOnlyReason',
        remedy: 'Record whether the patient had no device, declined video, or video failed.',
      }),
  },
  {
    ...conditional,
    id: 'audio-only-away-from-home',
    title: 'Where a payer asks for it, the patient of a visit by telephone is at home',
    check: (input) =>
      findWhen(isUnmet(input, 'patient_at_home'), {
        message: `${input.payer.name} covers a visit by telephone of a patient at home`,
        location: 'visit.patientLocation.setting',
        remedy: 'Correct the place if the patient was at home; else settle the visit with the patient.',
      }),
  },
  {
    ...conditional,
    id: 'audio-only-not-established',
    title: 'Where a payer asks for it, the patient of a visit by telephone is established',
    asksFor: ['newPatient'],
    check: (input) =>
      findWhen(isUnmet(input, 'established_patient'), {
        message: `${input.payer.name} covers a visit by telephone of an established patient`,
        location: 'visit.newPatient',
        remedy: 'Correct the patient’s history; a first visit needs video or presence.',
      }),
  },
];
