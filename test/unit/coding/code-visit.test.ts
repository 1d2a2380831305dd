import { describe, expect, it } from 'vitest';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import type { PayerProfile } from '../../../domain/payer/payer-profile.js';
import type { VisitInput } from '../../../domain/visit/visit.js';
import { aClinician, aPayer, aPractice, aVisit } from '../../builders/rules.js';

function outcomeOf(visit: Partial<VisitInput>, payer: PayerProfile = aPayer()) {
  return codeVisit({ visit: aVisit(visit), payer, practice: aPractice(), diagnosisCodes: builtInDiagnosisCodeSet });
}

/** `99213-95 @10`, with `×n` for units over one; or the codes of the questions. */
function shortly(visit: Partial<VisitInput>, payer?: PayerProfile): string {
  const outcome = outcomeOf(visit, payer);
  if (outcome.kind === 'needs_coder') return outcome.questions.map((asked) => asked.code).join(' ');
  const lines = outcome.claim.lines.map(
    (line) => [line.procedureCode, ...line.modifiers].join('-') + (line.units > 1 ? `×${line.units}` : ''),
  );
  return `${lines.join(' ')} @${outcome.claim.placeOfService}`;
}

const audioOnly = { modality: 'audio_only', audioOnlyReason: 'patient_declined_video' } as const;
const elsewhere = { setting: 'other', state: 'NY' } as const;
const therapy = { serviceKind: 'psychotherapy', clinician: aClinician('clinical_psychologist') } as const;

describe('codeVisit chooses the visit level', () => {
  it.each<[string, Partial<VisitInput>, string]>([
    ['by time', { totalMinutes: 20 }, '99213-95 @10'],
    ['one minute short of a level', { totalMinutes: 19 }, '99212-95 @10'],
    ['by decision making above time', { totalMinutes: 12, medicalDecisionMaking: 'moderate' }, '99214-95 @10'],
    ['by time above decision making', { totalMinutes: 40, medicalDecisionMaking: 'low' }, '99215-95 @10'],
    ['by decision making alone', { totalMinutes: undefined, medicalDecisionMaking: 'high' }, '99215-95 @10'],
    ['new patient by time', { newPatient: true, totalMinutes: 45 }, '99204-95 @10'],
    ['new patient at the lowest minimum', { newPatient: true, totalMinutes: 15 }, '99202-95 @10'],
    ['too short for any level', { totalMinutes: 9 }, 'visit-level-undocumented'],
    ['nothing documented', { totalMinutes: undefined }, 'visit-level-undocumented'],
    ['new or established unknown', { newPatient: undefined }, 'new-or-established-unknown'],
    ['unknown service', { serviceKind: 'unknown' }, 'service-kind-unknown'],
    [
      'a profession that reports no visits',
      { clinician: aClinician('counselor') },
      'clinician-may-not-report-procedure',
    ],
  ])('%s', (_, visit, expected) => {
    expect(shortly(visit)).toBe(expected);
  });

  it('tells which levels it did not choose and what the next would need', () => {
    const outcome = outcomeOf({ totalMinutes: 20 });
    const step = outcome.trace.find((each) => each.ruleId === 'visit-level');
    expect(step?.alternatives).toEqual([
      '99212: lower than what the record supports',
      '99214: needs 30 documented minutes or moderate medical decision making, and the record has 20 minutes and no decision making',
      '99215: needs 40 documented minutes or high medical decision making, and the record has 20 minutes and no decision making',
    ]);
    expect(step?.nextLevel).toBe('99214 would need 30 documented minutes or moderate medical decision making');
  });
});

describe('codeVisit follows the payer', () => {
  it.each<[string, string, Partial<VisitInput>, string]>([
    ['Medicare video at home', 'medicare', {}, '99213 @10'],
    ['Medicare video elsewhere', 'medicare', { patientLocation: elsewhere }, '99213 @02'],
    ['Medicare audio-only', 'medicare', audioOnly, '99213-93 @10'],
    ['commercial video elsewhere', 'summit-health', { patientLocation: elsewhere }, '99213-95 @02'],
    ['commercial audio-only', 'unity-care', audioOnly, '99213-93 @10'],
    ['no audio-only modifier', 'granite-tpa', audioOnly, '99213 @10'],
    ['telemedicine family, video', 'prairie-blue', {}, '98005 @10'],
    ['telemedicine family, before it existed', 'prairie-blue', { dateOfService: '2024-12-31' }, '99213-95 @10'],
    ['telemedicine family, its first day', 'prairie-blue', { dateOfService: '2025-01-01' }, '98005 @10'],
    ['telemedicine family, new patient', 'prairie-blue', { newPatient: true, totalMinutes: 30 }, '98001 @10'],
    ['telemedicine family, audio-only', 'prairie-blue', { ...audioOnly, totalMinutes: 11 }, '98012 @10'],
    [
      'telemedicine family, ten minutes of audio',
      'prairie-blue',
      { ...audioOnly, totalMinutes: 10 },
      'audio-only-visit-too-short',
    ],
    [
      'telemedicine family, new patient by audio',
      'prairie-blue',
      { ...audioOnly, newPatient: true, totalMinutes: 61 },
      '98011 @10',
    ],
    ['Illinois, which wants GT', 'il-medicaid', {}, '99213-GT @10'],
    ['asynchronous where it is covered', 'ca-medicaid', { modality: 'asynchronous' }, '99213-GQ @10'],
    ['asynchronous where it is not', 'summit-health', { modality: 'asynchronous' }, '99423 @11'],
    ['asynchronous, ten minutes', 'summit-health', { modality: 'asynchronous', totalMinutes: 10 }, '99421 @11'],
    ['asynchronous, eleven minutes', 'summit-health', { modality: 'asynchronous', totalMinutes: 11 }, '99422 @11'],
    ['asynchronous, twenty-one minutes', 'summit-health', { modality: 'asynchronous', totalMinutes: 21 }, '99423 @11'],
    [
      'asynchronous of a new patient',
      'summit-health',
      { modality: 'asynchronous', newPatient: true },
      'digital-visit-not-supported',
    ],
    [
      'asynchronous, four minutes',
      'summit-health',
      { modality: 'asynchronous', totalMinutes: 4 },
      'digital-visit-not-supported',
    ],
  ])('%s', (_, payer, visit, expected) => {
    expect(shortly(visit, aPayer(payer))).toBe(expected);
  });

  it.each([
    ['always_02', '02'],
    ['always_10', '10'],
    ['always_11', '11'],
    ['by_patient_location', '10'],
  ] as const)('sets place of service by the policy %s', (placeOfService, expected) => {
    expect(shortly({}, aPayer('summit-health', { placeOfService }))).toBe(`99213-95 @${expected}`);
  });
});

describe('codeVisit codes other services by time and profession', () => {
  it.each<[string, Partial<VisitInput>, string]>([
    ['psychotherapy of 16 minutes', { ...therapy, totalMinutes: 16 }, '90832-95 @10'],
    ['psychotherapy of 37 minutes', { ...therapy, totalMinutes: 37 }, '90832-95 @10'],
    ['psychotherapy of 38 minutes', { ...therapy, totalMinutes: 38 }, '90834-95 @10'],
    ['psychotherapy of 52 minutes', { ...therapy, totalMinutes: 52 }, '90834-95 @10'],
    ['psychotherapy of 53 minutes', { ...therapy, totalMinutes: 53 }, '90837-95 @10'],
    ['psychotherapy of 15 minutes', { ...therapy, totalMinutes: 15 }, 'psychotherapy-too-short'],
    ['psychotherapy without minutes', { ...therapy, totalMinutes: undefined }, 'psychotherapy-minutes-missing'],
    [
      'psychotherapy by a dietitian',
      { ...therapy, clinician: aClinician('dietitian') },
      'clinician-may-not-report-procedure',
    ],
    ['evaluation by a physician', { serviceKind: 'psychiatric_evaluation' }, '90792-95 @10'],
    [
      'evaluation by a counselor',
      { serviceKind: 'psychiatric_evaluation', clinician: aClinician('counselor') },
      '90791-95 @10',
    ],
    ['check-in of five minutes', { serviceKind: 'brief_check_in', totalMinutes: 5 }, '98016 @11'],
    ['check-in of ten minutes', { serviceKind: 'brief_check_in', totalMinutes: 10 }, '98016 @11'],
    ['check-in of eleven minutes', { serviceKind: 'brief_check_in', totalMinutes: 11 }, 'brief-check-in-minutes'],
    ['check-in of four minutes', { serviceKind: 'brief_check_in', totalMinutes: 4 }, 'brief-check-in-minutes'],
    [
      'check-in of a new patient',
      { serviceKind: 'brief_check_in', totalMinutes: 5, newPatient: true },
      'brief-check-in-needs-established-patient',
    ],
    [
      'first nutrition visit',
      { serviceKind: 'nutrition_therapy', newPatient: true, totalMinutes: 60, clinician: aClinician('dietitian') },
      '97802-95×4 @10',
    ],
    [
      'later nutrition visit',
      { serviceKind: 'nutrition_therapy', totalMinutes: 23, clinician: aClinician('dietitian') },
      '97803-95×2 @10',
    ],
    [
      'nutrition, one unit',
      { serviceKind: 'nutrition_therapy', totalMinutes: 22, clinician: aClinician('dietitian') },
      '97803-95 @10',
    ],
    [
      'nutrition of seven minutes',
      { serviceKind: 'nutrition_therapy', totalMinutes: 7, clinician: aClinician('dietitian') },
      'nutrition-minutes-missing',
    ],
    [
      'nutrition, history unknown',
      { serviceKind: 'nutrition_therapy', newPatient: undefined, clinician: aClinician('dietitian') },
      'first-or-later-assessment-unknown',
    ],
  ])('%s', (_, visit, expected) => {
    expect(shortly(visit)).toBe(expected);
  });
});

describe('codeVisit takes the procedures of the source', () => {
  it.each<[string, string, VisitInput['procedures'], string]>([
    ['keeps and orders modifiers', 'summit-health', [{ code: '99214', modifiers: ['25'] }], '99214-25-95 @10'],
    [
      'does not add to a modality modifier of the source',
      'summit-health',
      [{ code: '99214', modifiers: ['GT'] }],
      '99214-GT @10',
    ],
    ['crosses the telemedicine family over', 'unity-care', [{ code: '98006' }], '99214-95 @10'],
    ['crosses it over for Medicare', 'medicare', [{ code: '98001', modifiers: ['25'] }], '99203-25 @10'],
    ['keeps it where the payer takes it', 'prairie-blue', [{ code: '98006' }], '98006 @10'],
    ['asks where the payer refuses it', 'cobalt-mutual', [{ code: '98006' }], 'telemedicine-code-not-accepted'],
    ['refuses deleted codes', 'summit-health', [{ code: '99442' }], 'procedure-deleted charge-missing'],
    ['bills communication technology as office services', 'summit-health', [{ code: '98016' }], '98016 @11'],
    [
      'asks about telehealth beside office services',
      'summit-health',
      [{ code: '99213' }, { code: '98016' }],
      'places-of-service-mixed',
    ],
    [
      'asks when no room is left for the modifier',
      'summit-health',
      [{ code: '99213', modifiers: ['25', 'GP', 'KX', 'CQ'] }],
      'modifiers-full',
    ],
    ['asks for a charge the fee schedule lacks', 'summit-health', [{ code: '90847' }], 'charge-missing'],
  ])('%s', (_, payer, procedures, expected) => {
    expect(shortly({ procedures }, aPayer(payer))).toBe(expected);
  });

  it('names what replaced a deleted code', () => {
    const outcome = outcomeOf({ procedures: [{ code: '99201', chargeCents: 5000 }] });
    expect(outcome.kind === 'needs_coder' && outcome.questions[0]?.remedy).toContain('99202');
  });

  it('refuses a code that is newer than the visit', () => {
    const early = { dateOfService: '2024-12-31', procedures: [{ code: '98006' }] };
    expect(shortly(early, aPayer('prairie-blue'))).toBe('procedure-not-yet-valid');
  });

  it('warns of a code outside of its table and bills it as telehealth', () => {
    const outcome = outcomeOf({ procedures: [{ code: 'Z9999', chargeCents: 7500 }] });
    expect(outcome).toMatchObject({
      kind: 'coded',
      claim: { lines: [{ chargeCents: 7500, modifiers: ['95'] }] },
      warnings: [{ code: 'procedure-outside-of-rules' }],
    });
  });

  it('charges the fee schedule times units, and the fee of the crossed-over code', () => {
    const practice = aPractice();
    const outcome = outcomeOf({ procedures: [{ code: '97803', units: 3 }], clinician: aClinician('dietitian') });
    const crossed = outcomeOf({ procedures: [{ code: '98006', chargeCents: 1 }] }, aPayer('medicare'));
    expect(outcome).toMatchObject({ claim: { lines: [{ chargeCents: (practice.feeSchedule['97803'] ?? 0) * 3 }] } });
    expect(crossed).toMatchObject({ claim: { lines: [{ chargeCents: practice.feeSchedule['99214'] }] } });
  });
});

describe('codeVisit resolves diagnoses', () => {
  function diagnosesOf(...codes: string[]) {
    const diagnoses = codes.map((code) => ({
      system: /^\d/.test(code) ? ('snomed-ct' as const) : ('icd-10-cm' as const),
      code,
    }));
    const outcome = outcomeOf({ diagnoses });
    return outcome.kind === 'coded'
      ? [...outcome.claim.diagnoses, ...outcome.warnings.map((each) => each.code)].join(' ')
      : outcome.questions.map((each) => each.code).join(' ');
  }

  it.each([
    ['takes ICD-10-CM with or without the dot, each one time', ['e11.9', 'E119', 'I10'], 'E119 I10'],
    ['maps SNOMED CT', ['88805009'], 'I509'],
    ['leaves circumstances out', ['160903007', '88805009'], 'I509'],
    ['asks when nothing but circumstances is there', ['160903007'], 'diagnosis-missing'],
    ['asks when there is nothing', [], 'diagnosis-missing'],
    ['asks when the first diagnosis is unmapped', ['999999', 'I10'], 'diagnosis-not-mapped'],
    ['warns when a later diagnosis is unmapped', ['I10', '999999'], 'I10 diagnosis-not-mapped'],
    ['warns of a seventh character to check', ['62106007'], 'S060X0A diagnosis-map-note'],
    ['asks about a code of another year', ['I10', 'G35'], 'diagnosis-wrong-year'],
    ['asks about a malformed code', ['I10.!'], 'diagnosis-malformed'],
    ['warns of codes it can not check', ['I10', 'A000'], 'I10 A000 diagnosis-not-checked'],
  ])('%s', (_, codes, expected) => {
    expect(diagnosesOf(...codes)).toBe(expected);
  });

  it('points a line to at most four diagnoses and keeps at most twelve', () => {
    const codes = [
      'I10',
      'E119',
      'E785',
      'F411',
      'J449',
      'K219',
      'M109',
      'R05.9',
      'R42',
      'R21',
      'R110',
      'R197',
      'R5383',
    ];
    const outcome = outcomeOf({ diagnoses: codes.map((code) => ({ system: 'icd-10-cm', code })) });
    expect(outcome.kind === 'coded' && outcome.claim.diagnoses).toHaveLength(12);
    expect(outcome.kind === 'coded' && outcome.claim.lines[0]?.diagnosisPointers).toEqual([1, 2, 3, 4]);
    expect(outcome.trace.some((step) => step.decision.startsWith('R5383 left out'))).toBe(true);
  });
});

it('carries the prior authorization number to the claim', () => {
  expect(outcomeOf({ priorAuthorizationNumber: 'PA-77' })).toMatchObject({
    claim: { priorAuthorizationNumber: 'PA-77' },
  });
});

it('collects every question instead of the first', () => {
  expect(shortly({ newPatient: undefined, diagnoses: [] })).toBe('new-or-established-unknown diagnosis-missing');
});
