import { filingLimitWords } from './filing-limit.js';
import { frequencyCodesOf } from './frequency-codes.js';
import type { AppealLevel, AudioOnlyCondition, PayerProfile, PayerProfileField } from './payer-profile.js';
import { spanWords } from './place-payer-version.js';

/** One fact of a profile for people: what it is about, what holds, and whether its source confirms it. `fields` are those it is made of. */
export type PayerFact = {
  readonly label: string;
  readonly text: string;
  readonly fields: readonly PayerProfileField[];
  readonly verified: boolean;
};

type Fact = Omit<PayerFact, 'verified'>;

/** A profile in plain words, fact by fact; every field is in exactly one fact. */
export function payerFacts(profile: PayerProfile): PayerFact[] {
  const facts = [
    ...identityFacts(profile),
    ...telehealthFacts(profile),
    ...claimFacts(profile),
    ...sourceFacts(profile),
  ];
  return facts.map((each) => ({
    ...each,
    verified: !each.fields.some((field) => profile.unverified.includes(field)),
  }));
}

function fact(label: string, text: string, ...fields: PayerProfileField[]): Fact {
  return { label, text, fields };
}

function identityFacts(profile: PayerProfile): Fact[] {
  return [
    fact('Code', profile.code, 'code'),
    fact('Name', profile.name, 'name'),
    fact('Dates of service', spanWords(profile), 'effectiveFrom', 'effectiveTo'),
    fact('Electronic payer id', profile.electronicPayerId, 'electronicPayerId'),
    fact('Also known as', list(profile.aliases), 'aliases'),
    fact('Kind', words(profile.payerClass), 'payerClass'),
    fact('State', profile.state ?? 'none', 'state'),
    fact('Claim filing indicator', profile.filingIndicator, 'filingIndicator'),
    fact('Claim office', officeWords(profile.claimOffice), 'claimOffice'),
  ];
}

function telehealthFacts(profile: PayerProfile): Fact[] {
  return [
    fact('Place of service', placeWords[profile.placeOfService], 'placeOfService'),
    fact('Modifier for video', profile.audioVideoModifier ?? 'none', 'audioVideoModifier'),
    fact('Modifier for audio-only', profile.audioOnlyModifier ?? 'none', 'audioOnlyModifier'),
    fact('Modifier for asynchronous', profile.asynchronousModifier ?? 'none', 'asynchronousModifier'),
    fact('Other telehealth modifiers', deniesWords(profile.deniesOtherModifiers), 'deniesOtherModifiers'),
    fact('Modifiers for the clinician', list(profile.clinicianModifiers.map(clinicianWords)), 'clinicianModifiers'),
    fact('Audio-only', audioOnlyWords(profile), 'coversAudioOnly', 'audioOnlyCodes', 'audioOnlyConditions'),
    fact('Asynchronous', profile.coversAsynchronous ? 'covered' : 'not covered', 'coversAsynchronous'),
    fact('98000–98015', familyWords[profile.telemedicineCodeFamily], 'telemedicineCodeFamily'),
    fact(
      'Consent to telehealth',
      profile.requiresTelehealthConsent ? 'required' : 'not asked',
      'requiresTelehealthConsent',
    ),
    fact('Prior authorization for', list(profile.requiresPriorAuthorizationFor), 'requiresPriorAuthorizationFor'),
    fact('Referral for', list(profile.requiresReferralFor), 'requiresReferralFor'),
  ];
}

function claimFacts(profile: PayerProfile): Fact[] {
  const { correctedClaimLimitDays: days, correctedClaimLimitFrom: from } = profile;
  return [
    fact('Filing limit', filingWords(profile), 'filingLimitDays', 'filingLimitMonths', 'filingLimitFrom'),
    fact('Corrected claims go as', words(profile.correctedClaimWay), 'correctedClaimWay'),
    fact(
      'Limit for corrections',
      `${days} days from the ${words(from)}`,
      'correctedClaimLimitDays',
      'correctedClaimLimitFrom',
    ),
    fact('Claim frequencies taken', frequencyCodesOf(profile).join(', '), 'frequencyCodes'),
    fact('Appeals', list(profile.appealLevels.map(appealWords), '; '), 'appealLevels'),
    fact('Accepts or rejects within', `${profile.acknowledgementDueDays} days`, 'acknowledgementDueDays'),
    fact('Pays or denies within', `${profile.remittanceDueDays} days`, 'remittanceDueDays'),
    fact('Must pay by law within', `${profile.promptPayDays} days`, 'promptPayDays'),
    fact(
      'Not taken of an 837P',
      profile.edits === undefined ? 'nothing but the guide’s rules' : JSON.stringify(profile.edits),
      'edits',
    ),
  ];
}

function sourceFacts({ source, asOf, unverified }: PayerProfile): Fact[] {
  return [
    fact('Source', source, 'source'),
    fact('Last read', asOf ?? 'unknown', 'asOf'),
    fact('Not verified', list(unverified), 'unverified'),
  ];
}

const placeWords = {
  by_patient_location: '10 at the patient’s home, 02 elsewhere',
  always_02: 'always 02',
  always_10: 'always 10',
  always_11: 'always 11',
} as const satisfies Record<PayerProfile['placeOfService'], string>;

const familyWords = {
  accept: 'accepted',
  crosswalk: 'not accepted; 99202–99215 instead',
  reject: 'not accepted, nor changed by itself to 99202–99215',
} as const satisfies Record<PayerProfile['telemedicineCodeFamily'], string>;

function list(entries: readonly string[], separator = ', '): string {
  return entries.length === 0 ? 'none' : entries.join(separator);
}

function words(code: string): string {
  return code.replaceAll('_', ' ');
}

function officeWords(office: PayerProfile['claimOffice']): string {
  if (office === undefined) return 'none';
  const { number, address } = office;
  const parts = [
    ...(number === undefined ? [] : [`number ${number}`]),
    ...(address === undefined ? [] : [`${address.line1}, ${address.city}, ${address.state} ${address.zip}`]),
  ];
  return list(parts);
}

function clinicianWords({ modifier, clinicians, services }: PayerProfile['clinicianModifiers'][number]): string {
  const who = clinicians.map(words).join(' or ');
  return `${modifier} of a ${who}${services === undefined ? '' : ` for ${services.join(', ')}`}`;
}

/** Said only where the payer's policy says it. */
function deniesWords(denies: PayerProfile['deniesOtherModifiers']): string {
  return denies === undefined ? 'none' : denies ? 'denied' : 'not denied';
}

function audioOnlyWords({ coversAudioOnly, audioOnlyCodes, audioOnlyConditions }: PayerProfile): string {
  if (!coversAudioOnly) return 'not covered';
  const codes = audioOnlyCodes === undefined ? '' : ` for ${audioOnlyCodes.join(', ')}`;
  const conditions =
    audioOnlyConditions.length === 0
      ? ''
      : `, if ${audioOnlyConditions.map((each) => conditionWords[each]).join(' and ')}`;
  return `covered${codes}${conditions}`;
}

/** Conditions of audio-only as part of a sentence. */
const conditionWords = {
  patient_at_home: 'the patient is at home',
  video_unavailable_or_declined: 'the patient could not or would not use video',
  established_patient: 'the patient is established',
} as const satisfies Record<AudioOnlyCondition, string>;

function filingWords(profile: PayerProfile): string {
  const from = profile.filingLimitFrom === 'date_of_service' ? ' from the date of service' : '';
  return `${filingLimitWords(profile)}${from}`;
}

const appealStart = {
  remittance: 'the remittance',
  receipt_of_remittance: 'receipt of the remittance',
  decision_before: 'the decision before',
} as const satisfies Record<AppealLevel['from'], string>;

function appealWords({ name, limitDays, from, decisionDays }: AppealLevel, index: number): string {
  const decided = decisionDays === undefined ? '' : ` (decided in ${decisionDays})`;
  return `${index + 1}. ${name}: ${limitDays} days from ${appealStart[from]}${decided}`;
}
