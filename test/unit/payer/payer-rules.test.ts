import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { appealLimitDate } from '../../../domain/payer/appeal-limit-date.js';
import { coversAudioOnlyFor, unmetAudioOnlyConditions } from '../../../domain/payer/audio-only-policy.js';
import { clinicianModifiersOf } from '../../../domain/payer/clinician-modifiers-of.js';
import { correctedClaimLimitDate, filingLimitDate, filingLimitWords } from '../../../domain/payer/filing-limit.js';
import { frequencyCodesOf, payerEditsOf, takesFrequencyCode } from '../../../domain/payer/frequency-codes.js';
import { needsPriorAuthorization, needsReferral } from '../../../domain/payer/payer-requirements.js';
import { namesProcedure, procedureCodeListSchema } from '../../../domain/payer/procedure-code-list.js';
import { aPayer } from '../../builders/rules.js';

describe('filingLimitDate', () => {
  it.each([
    ['days from the date of service', 'unity-care', '2026-03-10', '2026-06-08', '90 days'],
    ['Texas counts 95 days', 'tx-medicaid', '2026-03-10', '2026-06-13', '95 days'],
    [
      'Medicare gives a calendar year, whatever its days (42 CFR 424.44)',
      'medicare',
      '2027-03-01',
      '2028-03-01',
      '12 months',
    ],
    ['a year from a leap day ends on the last of February', 'medicare', '2028-02-29', '2029-02-28', '12 months'],
    [
      'California counts six months after the month of service (22 CCR 51008)',
      'ca-medicaid',
      '2026-08-31',
      '2027-02-28',
      '6 months after the month of service',
    ],
    [
      'of California, the day within the month makes no difference',
      'ca-medicaid',
      '2026-08-01',
      '2027-02-28',
      '6 months after the month of service',
    ],
  ])('%s', (_, code, dateOfService, limit, words) => {
    expect(filingLimitDate(aPayer(code), plainDate(dateOfService))).toBe(limit);
    expect(filingLimitWords(aPayer(code))).toBe(words);
  });

  it('days after the month of service count from its last day', () => {
    const payer = { filingLimitDays: 90, filingLimitFrom: 'end_of_month_of_service' } as const;
    expect(filingLimitDate(payer, plainDate('2026-01-15'))).toBe('2026-05-01');
  });
});

describe('correctedClaimLimitDate', () => {
  const dates = { dateOfService: plainDate('2026-01-01'), remittanceDate: plainDate('2026-02-01') };

  it('counts from the remittance, or from the date of service where the payer says so', () => {
    expect(correctedClaimLimitDate(aPayer('harbor-health'), dates)).toBe('2026-05-02');
    expect(correctedClaimLimitDate(aPayer('evergreen-choice'), dates)).toBe('2027-01-01');
  });
});

describe('appealLimitDate', () => {
  it('a Medicare notice is received five days after its date; others count from the notice', () => {
    const [redetermination, reconsideration] = aPayer('medicare').appealLevels;
    if (redetermination === undefined || reconsideration === undefined) throw new Error('Medicare has five levels');
    expect(appealLimitDate(redetermination, plainDate('2026-01-01'))).toBe('2026-05-06');
    expect(appealLimitDate(reconsideration, plainDate('2026-01-01'))).toBe('2026-06-30');
  });
});

describe('lists of procedure codes', () => {
  it.each([
    ['90837', true],
    ['90832', true],
    ['90838', true],
    ['90831', false],
    ['90839', false],
    ['G2211', true],
    ['9083T', false],
  ])('with 90832-90838 and G2211, %s is named: %s', (code, named) => {
    expect(namesProcedure(['90832-90838', 'G2211'], code)).toBe(named);
  });

  it.each([['9083'], ['90838-90832'], ['90832-G2211'], ['90832-90834-90838'], ['90832 '], ['a0832']])(
    'refuses %s',
    (entry) => {
      expect(procedureCodeListSchema.safeParse([entry]).success).toBe(false);
    },
  );

  it('prior authorization and referral are asked for the codes of their own lists', () => {
    const payer = aPayer('harbor-health');
    expect(needsPriorAuthorization(payer, '90837')).toBe(true);
    expect(needsPriorAuthorization(payer, '97803')).toBe(true);
    expect(needsPriorAuthorization(payer, '99213')).toBe(false);
    expect(needsReferral(payer, '97803')).toBe(true);
    expect(needsReferral(payer, '90837')).toBe(false);
  });
});

describe('claim frequencies', () => {
  it('a profile that does not say takes replacements and voids where corrections go as replacements', () => {
    expect(frequencyCodesOf({ correctedClaimWay: 'replacement' })).toEqual(['1', '7', '8']);
    expect(frequencyCodesOf({ correctedClaimWay: 'new_claim' })).toEqual(['1']);
    expect(frequencyCodesOf({ correctedClaimWay: 'reopening' })).toEqual(['1']);
  });

  it('one that says is believed: a plan may take voids and no replacements', () => {
    const payer = aPayer('evergreen-choice');
    expect(takesFrequencyCode(payer, '8')).toBe(true);
    expect(takesFrequencyCode(payer, '7')).toBe(false);
  });

  it('the 837P check gets the frequencies of the policy, unless the list of the payer’s own edits says otherwise', () => {
    expect(payerEditsOf(aPayer('medicare'))).toEqual({ frequencyCodes: ['1'] });
    const edits = { frequencyCodes: ['1', '7'], takesAttachments: false };
    expect(payerEditsOf(aPayer('medicare', { edits }))).toEqual(edits);
  });
});

describe('audio-only policy', () => {
  const byPhone = {
    modality: 'audio_only',
    patientLocation: { setting: 'home', state: 'NY' },
    newPatient: false,
    audioOnlyReason: 'patient_declined_video',
  } as const;

  it('a payer covers all codes, the codes it lists, or none', () => {
    expect(coversAudioOnlyFor(aPayer('unity-care'), '99213')).toBe(true);
    expect(coversAudioOnlyFor(aPayer('harbor-health'), '90834')).toBe(true);
    expect(coversAudioOnlyFor(aPayer('harbor-health'), '99213')).toBe(false);
    expect(coversAudioOnlyFor(aPayer('granite-tpa'), '90834')).toBe(false);
  });

  it.each([
    ['all met', {}, []],
    ['not at home', { patientLocation: { setting: 'other', state: 'NY' } }, ['patient_at_home']],
    ['no reason recorded', { audioOnlyReason: undefined }, ['video_unavailable_or_declined']],
    ['a new patient', { newPatient: true }, ['established_patient']],
    ['not known to be established', { newPatient: undefined }, ['established_patient']],
    ['by video', { modality: 'audio_video', audioOnlyReason: undefined }, []],
  ] as const)('conditions: %s', (_, overrides, unmet) => {
    const payer = aPayer('medicare', {
      audioOnlyConditions: ['patient_at_home', 'video_unavailable_or_declined', 'established_patient'],
    });
    expect(unmetAudioOnlyConditions(payer, { ...byPhone, ...overrides })).toEqual(unmet);
  });
});

describe('clinicianModifiersOf', () => {
  it('gives the modifier of the clinician for the services it is for', () => {
    const michigan = aPayer('mi-medicaid');
    expect(clinicianModifiersOf(michigan, 'clinical_psychologist', '90834')).toEqual(['AH']);
    expect(clinicianModifiersOf(michigan, 'counselor', '90834')).toEqual(['HO']);
    expect(clinicianModifiersOf(michigan, 'clinical_psychologist', '99213')).toEqual([]);
    expect(clinicianModifiersOf(michigan, 'physician', '90834')).toEqual([]);
  });

  it('for all services where none are named', () => {
    const payer = aPayer('unity-care', {
      clinicianModifiers: [{ modifier: 'SA', clinicians: ['nurse_practitioner'] }],
    });
    expect(clinicianModifiersOf(payer, 'nurse_practitioner', '99213')).toEqual(['SA']);
  });
});
