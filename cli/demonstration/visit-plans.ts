import type { SeededRandom } from '../../domain/kernel/seeded-random.js';
import type { VisitInput } from '../../domain/visit/visit.js';
import type { DemonstrationPayerCode } from './demonstration-payers.js';
import type { DemonstrationClinician } from './demonstration-practice.js';
import type { VisitKind } from './visit-kinds.js';

/** Clinical content of a visit. */
type Service = Pick<VisitInput, 'serviceKind' | 'diagnoses'> &
  Partial<Pick<VisitInput, 'totalMinutes' | 'medicalDecisionMaking' | 'newPatient' | 'procedures'>> & {
    readonly clinician: DemonstrationClinician;
  };

/** How visits of a kind are made. */
export type VisitPlan = {
  /** Taken in turn, so that each payer has its visits. */
  readonly payers: readonly DemonstrationPayerCode[];
  readonly service: (random: SeededRandom) => Service;
  readonly memberIdPrefix?: string;
  readonly modality?: 'audio_only';
  readonly setting?: 'home';
  readonly child?: true;
  readonly consent?: false;
};

const generalDiagnoses = ['I10', 'E11.9', 'E78.5', 'J06.9', 'E03.9', 'J30.2', 'G43.909', 'J02.9', 'E55.9'] as const;
const moodDiagnoses = ['F41.1', 'F33.1', 'F32.1', 'F43.23', 'F41.9'] as const;
const childDiagnoses = ['J06.9', 'J02.9', 'J30.2'] as const;

function icd10(...codes: string[]): VisitInput['diagnoses'] {
  return codes.map((code) => ({ system: 'icd-10-cm', code }));
}

/** Level and minutes that agree by the E/M time table, so that either way of coding gives the same level. */
const establishedLevels = [
  { medicalDecisionMaking: 'straightforward', minutes: [11, 18] },
  { medicalDecisionMaking: 'low', minutes: [20, 28] },
  { medicalDecisionMaking: 'low', minutes: [20, 28] },
  { medicalDecisionMaking: 'moderate', minutes: [30, 38] },
] as const;
const newPatientLevels = [
  { medicalDecisionMaking: 'low', minutes: [30, 42] },
  { medicalDecisionMaking: 'moderate', minutes: [45, 57] },
] as const;

function evaluation(random: SeededRandom, diagnoses: readonly string[] = generalDiagnoses): Service {
  const level = random.pick(establishedLevels);
  return {
    serviceKind: 'evaluation_and_management',
    clinician: random.pick(['familyPhysician', 'internist', 'nursePractitioner'] as const),
    diagnoses: icd10(...random.shuffle(diagnoses).slice(0, random.integer(1, 2))),
    medicalDecisionMaking: level.medicalDecisionMaking,
    totalMinutes: random.integer(level.minutes[0], level.minutes[1]),
    newPatient: false,
  };
}

function newPatientEvaluation(random: SeededRandom): Service {
  const level = random.pick(newPatientLevels);
  const totalMinutes = random.integer(level.minutes[0], level.minutes[1]);
  return { ...evaluation(random), medicalDecisionMaking: level.medicalDecisionMaking, totalMinutes, newPatient: true };
}

function psychotherapy(random: SeededRandom): Service {
  return {
    serviceKind: 'psychotherapy',
    clinician: random.pick(['socialWorker', 'psychologist'] as const),
    diagnoses: icd10(random.pick(moodDiagnoses)),
    totalMinutes: random.pick([30, 45, 50, 55, 60]),
    newPatient: false,
  };
}

function psychiatricEvaluation(random: SeededRandom): Service {
  return { ...psychotherapy(random), serviceKind: 'psychiatric_evaluation', totalMinutes: 60, newPatient: true };
}

function nutritionTherapy(): Service {
  return {
    serviceKind: 'nutrition_therapy',
    clinician: 'dietitian',
    diagnoses: icd10('E11.9'),
    totalMinutes: 30,
    newPatient: false,
  };
}

/** Evaluation with psychotherapy on top: two lines, coded by the source. */
function evaluationWithPsychotherapy(random: SeededRandom): Service {
  return {
    serviceKind: 'evaluation_and_management',
    clinician: 'psychiatrist',
    diagnoses: icd10(random.pick(moodDiagnoses)),
    medicalDecisionMaking: 'moderate',
    totalMinutes: 55,
    newPatient: false,
    procedures: [{ code: '99214' }, { code: '90833' }],
  };
}

const scripted: readonly DemonstrationPayerCode[] = [
  'summit-health',
  'unity-care',
  'prairie-blue',
  'liberty-advantage',
];
const consentRequired: readonly DemonstrationPayerCode[] = ['ca-medicaid', 'ny-medicaid', 'tx-medicaid'];

function script(memberIdPrefix: string): VisitPlan {
  return { payers: scripted, service: (random) => evaluation(random), memberIdPrefix };
}

/** SNOMED CT concept without an entry in the diagnosis map: a torn meniscus of the knee. */
const unmappedConcept = '239720000';
/** Multiple sclerosis without further detail: replaced by more specific codes from fiscal year 2026 on. */
const expiredDiagnosis = 'G35';

const plainPayers: readonly DemonstrationPayerCode[] = [
  'medicare',
  'summit-health',
  'granite-tpa',
  'unity-care',
  'prairie-blue',
  'ny-medicaid',
  'tx-medicaid',
  'ca-medicaid',
  'liberty-advantage',
  'medicare',
  'granite-tpa',
  'unity-care',
  'summit-health',
  'prairie-blue',
];

/** How visits of each kind are made. The payers with odd wishes stand only where those wishes are shown. */
export const visitPlans: Readonly<Record<VisitKind, VisitPlan>> = {
  plain: { payers: plainPayers, service: (random) => evaluation(random) },
  new_patient: {
    payers: ['unity-care', 'summit-health', 'tx-medicaid', 'liberty-advantage'],
    service: newPatientEvaluation,
  },
  audio_only: {
    payers: ['medicare', 'il-medicaid', 'unity-care'],
    service: (random) => ({
      ...evaluation(random),
      medicalDecisionMaking: 'low',
      totalMinutes: random.integer(20, 28),
    }),
    modality: 'audio_only',
    setting: 'home',
  },
  psychotherapy: { payers: ['medicare', 'summit-health', 'ny-medicaid', 'prairie-blue'], service: psychotherapy },
  psychiatric_evaluation: { payers: ['summit-health', 'unity-care'], service: psychiatricEvaluation },
  dependent_child: {
    payers: ['summit-health', 'unity-care'],
    service: (random) => ({ ...evaluation(random, childDiagnoses), clinician: 'familyPhysician' }),
    child: true,
  },
  nutrition_therapy: { payers: ['medicare'], service: nutritionTherapy },
  deductible: script('SIMDED'),
  rejected: script('SIMREJ'),
  silent: script('SIMSIL'),
  paid_early: script('SIMEAR'),
  paid_twice: script('SIMDUP'),
  denied: script('SIMDEN'),
  inactive: script('SIMINA'),
  not_found: script('SIMNOT'),
  partly_denied: {
    payers: ['summit-health', 'unity-care'],
    service: evaluationWithPsychotherapy,
    memberIdPrefix: 'SIMPAR',
  },
  wrong_place_of_service: { payers: ['cobalt-mutual'], service: (random) => evaluation(random), setting: 'home' },
  wrong_modifier: { payers: ['il-medicaid'], service: (random) => evaluation(random) },
  unmapped_diagnosis: {
    payers: ['unity-care', 'summit-health'],
    service: (random) => ({ ...evaluation(random), diagnoses: [{ system: 'snomed-ct', code: unmappedConcept }] }),
  },
  diagnosis_expired: {
    payers: ['prairie-blue', 'medicare'],
    service: (random) => ({ ...evaluation(random), diagnoses: icd10(expiredDiagnosis) }),
  },
  consent_missing: { payers: consentRequired, service: (random) => evaluation(random), consent: false },
};
