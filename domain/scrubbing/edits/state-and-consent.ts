import { always, year2019, year2022 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { proposedFix, safeFix } from '../claim-fix.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { hasTelehealth, isTelehealthLine } from '../telehealth-lines.js';

function consentEdit(state: 'CA' | 'TX', id: string, source: string, stateName: string): ScrubEdit {
  return {
    id,
    severity: 'warning',
    effectiveFrom: always,
    source,
    title: `Consent to telehealth is on record for patients in ${stateName}`,
    check: (input) => {
      const { payer, visit } = input;
      // Where the payer asks for it too, its own edit holds the claim.
      const missing = visit.telehealthConsent !== true && !payer.requiresTelehealthConsent;
      return findWhen(visit.patientLocation.state === state && missing && hasTelehealth(input), {
        message: `${stateName} asks for the patient’s consent to telehealth and the record does not show it`,
        location: 'visit.telehealthConsent',
        remedy: 'Record the consent that was given, by word or in writing.',
      });
    },
  };
}

/** Rules of states and of their Medicaid programs; consent. */
export const stateAndConsentEdits: readonly ScrubEdit[] = [
  {
    id: 'telehealth-consent-missing',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the payer’s or the state’s telehealth consent rule',
    title: 'The patient’s consent to telehealth is on record',
    asksFor: ['telehealthConsent'],
    check: ({ payer, visit }) =>
      findWhen(payer.requiresTelehealthConsent && visit.telehealthConsent !== true, {
        message: `${payer.name} asks for the patient’s consent to telehealth and the record does not show it`,
        location: 'visit.telehealthConsent',
        remedy: 'Record the consent that was given; without one the visit can not be billed.',
      }),
  },
  consentEdit('CA', 'california-consent', 'Cal. Business and Professions Code §2290.5(b)', 'California'),
  consentEdit('TX', 'texas-consent', 'Texas Occupations Code §111.002', 'Texas'),
  {
    id: 'medi-cal-video-modifier',
    severity: 'blocking',
    effectiveFrom: year2019,
    source: 'Medi-Cal provider manual, medicine: telehealth: 95 for video; GT has gone',
    title: 'Medi-Cal gets 95 for video, not GT',
    payerClasses: ['medicaid'],
    check: (input) =>
      findOnLines(
        input,
        (line) => input.payer.state === 'CA' && line.modifiers.includes('GT'),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has GT, which Medi-Cal no longer takes`,
          remedy: 'Use 95.',
        }),
      ),
    fix: ({ claim, payer }) =>
      safeFix(
        claim.lines.flatMap((line, lineIndex) =>
          payer.state === 'CA' && line.modifiers.includes('GT')
            ? [
                { kind: 'remove_modifier' as const, lineIndex, modifier: 'GT' },
                { kind: 'add_modifier' as const, lineIndex, modifier: '95' },
              ]
            : [],
        ),
      ),
  },
  {
    id: 'illinois-medicaid-video-modifier',
    severity: 'warning',
    effectiveFrom: year2022,
    source: 'Illinois HFS provider notice of 2022-03-21: GT for video, 93 for audio only; without it denied',
    title: 'Illinois Medicaid gets GT for video',
    payerClasses: ['medicaid'],
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          input.payer.state === 'IL' &&
          input.visit.modality === 'audio_video' &&
          isTelehealthLine(line) &&
          !line.modifiers.includes('GT'),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has no GT, by which Illinois Medicaid knows video`,
          remedy: 'Use GT in place of 95, and set it in the payer’s profile.',
        }),
      ),
    // A practice’s profile may know better, so that a person decides.
    fix: ({ claim }) =>
      proposedFix(
        claim.lines.flatMap((line, lineIndex) =>
          isTelehealthLine(line) && !line.modifiers.includes('GT')
            ? [
                { kind: 'remove_modifier' as const, lineIndex, modifier: '95' },
                { kind: 'add_modifier' as const, lineIndex, modifier: 'GT' },
              ]
            : [],
        ),
      ),
  },
  {
    id: 'new-york-medicaid-audio-only-reason',
    severity: 'blocking',
    effectiveFrom: always,
    source: '18 NYCRR part 538; NY Medicaid telehealth manual: audio only when video is not there or not wanted',
    title: 'New York Medicaid is told why a visit had no video',
    payerClasses: ['medicaid'],
    check: (input) =>
      findWhen(
        input.payer.state === 'NY' &&
          input.visit.modality === 'audio_only' &&
          input.visit.audioOnlyReason === undefined &&
          hasTelehealth(input),
        {
          message: 'the record does not say why the visit had no video',
          location: 'visit.audioOnlyReason',
          remedy: 'Record whether the patient had no device, declined video, or video failed.',
        },
      ),
  },
  {
    id: 'medicaid-patient-in-other-state',
    severity: 'warning',
    effectiveFrom: always,
    source: '42 CFR 431.52: services out of the state are paid in few cases',
    title: 'A Medicaid patient was in the state of the program',
    payerClasses: ['medicaid'],
    check: ({ payer, visit }) =>
      findWhen(payer.state !== undefined && visit.patientLocation.state !== payer.state, {
        message: `the patient was in ${visit.patientLocation.state} and ${payer.name} pays for care in ${payer.state ?? ''}`,
        location: 'visit.patientLocation.state',
        remedy: 'Check where the patient was, and the program’s rule for care out of the state.',
      }),
  },
  {
    id: 'medicaid-patient-lives-in-other-state',
    severity: 'warning',
    effectiveFrom: always,
    source: '42 CFR 435.403: Medicaid covers residents of the state; CARC 31',
    title: 'A Medicaid patient lives in the state of the program',
    needs: ['patient'],
    payerClasses: ['medicaid'],
    check: ({ payer, visit }) => {
      const home = visit.patient.address?.state;
      return findWhen(payer.state !== undefined && home !== undefined && home !== payer.state, {
        message: `the patient’s address is in ${home ?? ''}; ${payer.name} covers residents of ${payer.state ?? ''}`,
        location: 'visit.patient.address.state',
        remedy: 'Check the address and ask for eligibility on the date of service.',
      });
    },
  },
];
