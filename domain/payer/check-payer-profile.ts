import type { Finding } from '../kernel/finding.js';
import { frequencyCodesOf } from './frequency-codes.js';
import { isPayerProfileField, type PayerProfile, type PayerProfileField } from './payer-profile.js';

const source = 'docs/payers.md: the fields of a payer profile';

type Complaint = { readonly field: PayerProfileField; readonly message: string; readonly remedy: string };

/** What is wrong or missing between the fields of a profile whose fields are each well formed. */
export function checkPayerProfile(profile: PayerProfile): Finding[] {
  const complaints = [...spanComplaints(profile), ...policyComplaints(profile), ...sourceComplaints(profile)];
  const findings = complaints.map(
    ({ field, message, remedy }): Finding => ({
      code: 'payer-profile-inconsistent',
      severity: 'error',
      message,
      location: field,
      remedy,
      source,
    }),
  );
  return profile.asOf === undefined ? [...findings, undated] : findings;
}

const undated: Finding = {
  code: 'payer-profile-undated',
  severity: 'warning',
  message: 'the profile does not say when its source was last read',
  location: 'asOf',
  remedy: 'Give the day as asOf, so that an old policy is seen to be old.',
  source,
};

function when(condition: boolean, field: PayerProfileField, message: string, remedy: string): Complaint[] {
  return condition ? [{ field, message, remedy }] : [];
}

function spanComplaints({ effectiveFrom, effectiveTo, payerClass, state }: PayerProfile): Complaint[] {
  const backwards = effectiveFrom !== undefined && effectiveTo !== undefined && effectiveTo < effectiveFrom;
  return [
    ...when(backwards, 'effectiveTo', 'the version ends before it begins', 'Correct effectiveFrom or effectiveTo.'),
    ...when(
      payerClass === 'medicaid' && state === undefined,
      'state',
      'a Medicaid program belongs to a state and none is given',
      'Give the state by its two letters.',
    ),
  ];
}

function policyComplaints(profile: PayerProfile): Complaint[] {
  const { coversAudioOnly, audioOnlyCodes, audioOnlyConditions, correctedClaimWay, appealLevels } = profile;
  const frequencies = frequencyCodesOf(profile);
  const conditional = audioOnlyCodes !== undefined || audioOnlyConditions.length > 0;
  return [
    ...when(
      !coversAudioOnly && conditional,
      'coversAudioOnly',
      'audio-only is not covered, yet codes or conditions of it are given',
      'Set coversAudioOnly to true, or take audioOnlyCodes and audioOnlyConditions out.',
    ),
    ...when(
      !frequencies.includes('1'),
      'frequencyCodes',
      'a payer takes at least original claims (frequency 1)',
      'Add "1" to frequencyCodes.',
    ),
    ...when(
      (correctedClaimWay === 'replacement') !== frequencies.includes('7'),
      'frequencyCodes',
      `corrected claims go as ${correctedClaimWay.replace('_', ' ')}, which does not agree with the frequencies ${frequencies.join(', ')}`,
      'Let frequencyCodes hold "7" exactly when correctedClaimWay is replacement.',
    ),
    ...when(
      appealLevels[0]?.from === 'decision_before',
      'appealLevels',
      'the first level of appeal can not count from a decision before it',
      'Count the first level from the remittance.',
    ),
  ];
}

function sourceComplaints({ unverified }: PayerProfile): Complaint[] {
  const unknown = unverified.filter((field) => !isPayerProfileField(field));
  return when(
    unknown.length > 0,
    'unverified',
    `a profile has no field ${unknown.join(', ')}`,
    'Name fields of the profile as they are spelled in it.',
  );
}
