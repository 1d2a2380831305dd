import { describe, expect, it } from 'vitest';
import { defaultPayerProfiles } from '../../../domain/payer/default-payer-profiles.js';
import { diffPayerProfiles } from '../../../domain/payer/diff-payer-profiles.js';
import { payerProfileSchema } from '../../../domain/payer/payer-profile.js';
import { payerFacts } from '../../../domain/payer/payer-profile-words.js';
import { readPayerProfiles } from '../../../domain/payer/read-payer-profiles.js';
import { aPayer } from '../../builders/rules.js';

const errorsOf = (item: unknown) =>
  readPayerProfiles(item, 'p.json')
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ location, code }) => `${location ?? ''} ${code}`);

/** A profile as it was stored before versions and the newer fields. */
const stored = {
  code: 'old-payer',
  name: 'Old Payer',
  electronicPayerId: 'OLD1',
  aliases: [],
  payerClass: 'commercial',
  filingIndicator: 'CI',
  placeOfService: 'by_patient_location',
  audioVideoModifier: '95',
  audioOnlyModifier: null,
  asynchronousModifier: null,
  coversAudioOnly: false,
  coversAsynchronous: false,
  telemedicineCodeFamily: 'crosswalk',
  requiresTelehealthConsent: false,
  requiresPriorAuthorizationFor: ['90837'],
  filingLimitDays: 90,
  correctedClaimLimitDays: 180,
  correctedClaimWay: 'new_claim',
  acknowledgementDueDays: 5,
  remittanceDueDays: 30,
  promptPayDays: 30,
  source: 'its manual',
};

describe('readPayerProfiles', () => {
  it('every built-in profile is accepted as a file would be, without a finding', () => {
    const { profiles, findings } = readPayerProfiles(defaultPayerProfiles, 'all.json');
    expect(findings).toEqual([]);
    expect(profiles.map(({ profile }) => profile)).toEqual(defaultPayerProfiles);
  });

  it('a profile stored before the newer fields still reads, and means what it meant', () => {
    expect(payerProfileSchema.parse(stored)).toMatchObject({ ...stored, filingLimitFrom: 'date_of_service' });
  });

  it('a bad item leaves the good ones be, and each of its faults is told with file, item and field', () => {
    const bad = { ...aPayer('medicare'), filingLimitDays: 'many', filingLimt: 3, name: undefined };
    const { profiles, findings } = readPayerProfiles([aPayer('unity-care'), bad, aPayer('summit-health')], 'p.json');
    expect(profiles.map(({ profile }) => profile.code)).toEqual(['unity-care', 'summit-health']);
    expect(findings.map(({ location, code }) => `${location ?? ''} ${code}`).toSorted()).toEqual([
      'p.json, item 2 (medicare): filingLimitDays payer-profile-field-wrong',
      'p.json, item 2 (medicare): filingLimt payer-profile-field-unknown',
      'p.json, item 2 (medicare): name payer-profile-field-missing',
    ]);
    expect(findings.every(({ remedy }) => remedy !== undefined)).toBe(true);
  });

  it.each([['nothing'], [7], [null], [[[]]]])('%j is no profile and is told, not thrown', (content) => {
    expect(readPayerProfiles(content, 'p.json').profiles).toEqual([]);
    expect(errorsOf(content)).not.toEqual([]);
  });

  it.each([
    ['effectiveTo', { effectiveFrom: '2026-02-01', effectiveTo: '2026-01-31' }],
    ['effectiveFrom', { effectiveFrom: '2026-02-30' }],
    ['state', { payerClass: 'medicaid' }],
    ['coversAudioOnly', { coversAudioOnly: false, audioOnlyCodes: ['90834'] }],
    ['coversAudioOnly', { coversAudioOnly: false, audioOnlyConditions: ['patient_at_home'] }],
    ['frequencyCodes', { frequencyCodes: ['7'] }],
    ['frequencyCodes', { frequencyCodes: ['1', '8'] }],
    ['frequencyCodes', { correctedClaimWay: 'reopening', frequencyCodes: ['1', '7'] }],
    ['appealLevels', { appealLevels: [{ name: 'second', limitDays: 60, from: 'decision_before' }] }],
    ['unverified', { unverified: ['filingLimit'] }],
    ['source', { source: ' ' }],
    ['edits.linesMax', { edits: { linesMax: 51 } }],
    ['edits.lineMax', { edits: { lineMax: 5 } }],
    ['requiresReferralFor.0', { requiresReferralFor: ['9783'] }],
    ['clinicianModifiers.0.clinicians.0', { clinicianModifiers: [{ modifier: 'AH', clinicians: ['psychologist'] }] }],
  ])('a wrong %s is refused by its name', (field, overrides) => {
    const errors = errorsOf({ ...aPayer('unity-care'), ...overrides });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`item 1 (unity-care): ${field} `);
  });

  it('the same version twice in a file is refused the second time; another day is another version', () => {
    const profile = aPayer('unity-care');
    const next = { ...profile, effectiveFrom: '2026-01-01' };
    const { profiles, findings } = readPayerProfiles([profile, next, profile], 'p.json');
    expect(profiles).toHaveLength(2);
    expect(findings).toMatchObject([{ code: 'payer-profile-repeated' }]);
  });

  it('a profile that does not say when its source was read is taken with a warning', () => {
    const { profiles, findings } = readPayerProfiles({ ...aPayer('unity-care'), asOf: undefined }, 'p.json');
    expect(profiles).toHaveLength(1);
    expect(findings).toMatchObject([{ severity: 'warning', code: 'payer-profile-undated' }]);
  });
});

describe('payerFacts', () => {
  it('tells every field of a profile in exactly one fact, so that no difference goes unseen', () => {
    const told = payerFacts(aPayer()).flatMap(({ fields }) => fields);
    expect(told.toSorted()).toEqual(Object.keys(payerProfileSchema.shape).toSorted());
  });
});

describe('diffPayerProfiles', () => {
  it('tells what changes in words, fact by fact, and nothing else', () => {
    const before = aPayer('medicare');
    const after = aPayer('medicare', {
      filingLimitMonths: 6,
      audioVideoModifier: '95',
      requiresReferralFor: ['97802'],
    });
    expect(diffPayerProfiles(before, after).map(({ label, from, to }) => `${label}: ${from} → ${to}`)).toEqual([
      'Modifier for video: none → 95',
      'Referral for: none → 97802',
      'Filing limit: 12 months from the date of service → 6 months from the date of service',
    ]);
    expect(diffPayerProfiles(before, { ...before })).toEqual([]);
  });
});
