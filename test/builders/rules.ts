import { type CodedClaim, codedClaimSchema, type ServiceLine } from '../../domain/coding/coded-claim.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import { procedureTable } from '../../domain/coding/procedure-table.js';
import type { EligibilityVerdict } from '../../domain/coverage/eligibility-verdict.js';
import { cents } from '../../domain/kernel/cents.js';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { type Practice, practiceSchema } from '../../domain/practice/practice.js';
import type { OtherClaim, ScrubInput } from '../../domain/scrubbing/scrub-edit.js';
import { type Visit, type VisitInput, visitSchema } from '../../domain/visit/visit.js';

/** A physician's video visit of an established patient at home, twenty minutes, complete in every field. */
export function aVisit(overrides: Partial<VisitInput> = {}): Visit {
  return visitSchema.parse({
    source: 'tests',
    sourceId: 'visit-1',
    dateOfService: '2026-03-10',
    serviceKind: 'evaluation_and_management',
    modality: 'audio_video',
    totalMinutes: 22,
    newPatient: false,
    patient: {
      firstName: 'Ada',
      lastName: 'Fields',
      birthDate: '1970-05-01',
      sex: 'F',
      address: { line1: '1 Elm Street', city: 'Albany', state: 'NY', zip: '12207' },
    },
    patientLocation: { setting: 'home', state: 'NY' },
    clinician: {
      npi: npiFromNineDigits('199990201'),
      firstName: 'Bo',
      lastName: 'Marsh',
      type: 'physician',
      taxonomyCode: '207Q00000X',
    },
    coverages: [{ rank: 'primary', payerName: 'Any', memberId: '1EG4TE5MK73', relationship: 'self' }],
    diagnoses: [{ system: 'icd-10-cm', code: 'I10' }],
    telehealthConsent: true,
    documentation: { present: true },
    ...overrides,
  } satisfies VisitInput);
}

export function aClinician(type: Visit['clinician']['type']): Visit['clinician'] {
  return { ...aVisit().clinician, type };
}

const feeSchedule = Object.fromEntries(
  [
    '99202',
    '99203',
    '99204',
    '99205',
    '99211',
    '99212',
    '99213',
    '99214',
    '99215',
    '98016',
    '90791',
    '90792',
    '90832',
    '90833',
    '90834',
    '90837',
    '97802',
    '97803',
    '99421',
    '99422',
    '99423',
    '98970',
    'G2211',
    '99417',
    'G2212',
    ...Array.from({ length: 16 }, (_, index) => String(98000 + index)),
  ].map((code, index) => [code, 10_000 + index * 100]),
);

/** A charge for every code our rules know. */
export const completeFeeSchedule: Practice['feeSchedule'] = Object.fromEntries(
  procedureTable.map((facts, index) => [facts.code, cents(5_000 + index * 10)]),
);

export function aPractice(overrides: Partial<Practice> = {}): Practice {
  const practice = practiceSchema.parse({
    name: 'Test Practice',
    npi: npiFromNineDigits('199990301'),
    taxId: '999000018',
    taxonomyCode: '193200000X',
    address: { line1: '2 Oak Street', city: 'Albany', state: 'NY', zip: '122071234' },
    contactName: 'Billing',
    contactPhone: '5185550101',
    submitterId: 'TESTPRACTICE',
    feeSchedule,
  });
  return { ...practice, ...overrides };
}

/** One of the default profiles, changed where a test needs it. */
export function aPayer(code = 'summit-health', overrides: Partial<PayerProfile> = {}): PayerProfile {
  const profile = defaultPayerProfiles.find((each) => each.code === code);
  if (!profile) throw new Error(`no default payer profile ${code}`);
  return { ...profile, ...overrides };
}

export function aLine(overrides: Partial<ServiceLine> = {}): ServiceLine {
  return {
    lineNumber: 1,
    procedureCode: '99213',
    modifiers: ['95'],
    units: 1,
    chargeCents: cents(feeSchedule['99213'] ?? 0),
    dateOfService: plainDate('2026-03-10'),
    diagnosisPointers: [1],
    ...overrides,
  };
}

/** Lines of another claim: codes without modifiers. */
export function otherLines(...procedureCodes: readonly string[]): OtherClaim['lines'] {
  return procedureCodes.map((procedureCode) => ({ procedureCode, modifiers: [] }));
}

export function aClaim(overrides: Partial<CodedClaim> = {}): CodedClaim {
  return codedClaimSchema.parse({ placeOfService: '10', diagnoses: ['I10'], lines: [aLine()], ...overrides });
}

export function anEligibility(overrides: Partial<EligibilityVerdict> = {}): EligibilityVerdict {
  return {
    status: 'active',
    telehealthBenefit: 'covered',
    inNetwork: 'yes',
    copayCents: null,
    coinsuranceBasisPoints: null,
    deductibleRemainingCents: null,
    planName: null,
    coverageFrom: null,
    rejectReasons: [],
    evidence: [],
    ...overrides,
  };
}

/** A claim that passes every edit; a test changes what it wants to fail. */
export function aScrubInput(overrides: Partial<ScrubInput> = {}): ScrubInput {
  return {
    visit: aVisit(),
    claim: aClaim(),
    payer: aPayer(),
    practice: aPractice(),
    eligibility: anEligibility(),
    frequencyCode: '1',
    otherClaims: [],
    diagnosisCodes: builtInDiagnosisCodeSet,
    today: plainDate('2026-03-12'),
    overriddenEditIds: [],
    ...overrides,
  };
}
