import fc from 'fast-check';
import { builtInDiagnosisCodes } from '../../domain/coding/built-in-diagnosis-codes.js';
import { procedureTable } from '../../domain/coding/procedure-table.js';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { addDays, plainDate } from '../../domain/kernel/plain-date.js';
import { careProgramSchema, participantsSchema } from '../../domain/visit/service-details.js';
import {
  clinicianTypeSchema,
  medicalDecisionMakingSchema,
  modalitySchema,
  serviceKindSchema,
  type Visit,
} from '../../domain/visit/visit.js';
import { aPractice, aVisit } from './rules.js';

const modifier = fc.constantFrom(
  '25',
  '59',
  '76',
  '95',
  '93',
  'GT',
  'FQ',
  'GQ',
  'GP',
  'KX',
  '26',
  'AH',
  'GY',
  'GZ',
  'XU',
);
/** Modifiers as a source may send them. */
export const modifiers = fc.uniqueArray(modifier, { maxLength: 4 });
const day = fc.integer({ min: 0, max: 1600 }).map((days) => addDays(plainDate('2024-01-01'), days));
const procedure = fc.record({
  code: fc.constantFrom(...procedureTable.map((facts) => facts.code), 'J3490'),
  modifiers,
  units: fc.integer({ min: 1, max: 9 }),
});
const diagnosis = fc.oneof(
  fc.constantFrom(...builtInDiagnosisCodes.map((entry) => ({ system: 'icd-10-cm' as const, code: entry.code }))),
  fc.constantFrom('88805009', '62106007', '160903007', '254837009', '24700007', '111111').map((code) => {
    return { system: 'snomed-ct' as const, code };
  }),
);

const minutes = fc.integer({ min: 0, max: 200 });
const ownGroupNpi = aPractice().npi;
const history = fc.record({
  complete: fc.boolean(),
  services: fc.array(
    fc.record({
      dateOfService: day,
      groupNpi: fc.constantFrom(ownGroupNpi, npiFromNineDigits('199990777')),
      specialtyTaxonomyCode: fc.constantFrom('207Q00000X', '2084P0800X', '363LF0000X'),
      faceToFace: fc.boolean(),
      procedureCode: fc.constantFrom('99213', 'G0136', '99421'),
    }),
    { maxLength: 4 },
  ),
});
const monitoring = fc.record(
  {
    setUp: fc.boolean(),
    dataDays: fc.integer({ min: 0, max: 30 }),
    managementMinutes: minutes,
    liveInteraction: fc.boolean(),
    system: fc.constantFrom('respiratory' as const, 'musculoskeletal' as const, 'cognitive_behavioral' as const),
  },
  { requiredKeys: ['setUp'] },
);
const rehabilitation = fc.record(
  {
    evaluation: fc.constantFrom('low' as const, 'high' as const, 're_evaluation' as const),
    timedServices: fc.array(
      fc.record({
        code: fc.constantFrom('97110', '97112', '97530', '99213'),
        minutes: fc.integer({ min: 1, max: 60 }),
      }),
      { maxLength: 4 },
    ),
    untimedServices: fc.array(fc.constantFrom('92507', '97110'), { maxLength: 2 }),
  },
  { requiredKeys: ['timedServices', 'untimedServices'] },
);

/** Visits of every kind, complete or not, on dates across all of our dated rules. */
export const visits: fc.Arbitrary<Visit> = fc
  .record(
    {
      dateOfService: day,
      serviceKind: fc.constantFrom(...serviceKindSchema.options),
      modality: fc.constantFrom(...modalitySchema.options),
      totalMinutes: fc.integer({ min: 1, max: 200 }),
      medicalDecisionMaking: fc.constantFrom(...medicalDecisionMakingSchema.options),
      newPatient: fc.boolean(),
      setting: fc.constantFrom('home' as const, 'other' as const),
      clinicianType: fc.constantFrom(...clinicianTypeSchema.options),
      sex: fc.constantFrom('F' as const, 'M' as const, 'U' as const),
      procedures: fc.oneof(fc.array(procedure, { maxLength: 0 }), fc.array(procedure, { maxLength: 4 })),
      modalityMinutes: fc.record({ audioVideo: minutes, audioOnly: minutes }),
      patientHistory: history,
      performedBy: fc.constantFrom('clinician' as const, 'clinical_staff' as const),
      participants: fc.constantFrom(...participantsSchema.options),
      psychotherapyMinutes: fc.integer({ min: 1, max: 90 }),
      interactiveComplexity: fc.boolean(),
      longitudinalCare: fc.boolean(),
      secondNutritionReferral: fc.boolean(),
      consultationStage: fc.constantFrom('initial' as const, 'subsequent' as const),
      interprofessional: fc.record({
        role: fc.constantFrom('consultant' as const, 'treating_clinician' as const),
        report: fc.constantFrom('verbal_and_written' as const, 'written_only' as const),
      }),
      monitoring,
      rehabilitation,
      careProgram: fc.constantFrom(...careProgramSchema.options),
      facilityType: fc.constantFrom('fqhc' as const, 'rhc' as const),
      diagnoses: fc.array(diagnosis, { maxLength: 14 }),
    },
    {
      requiredKeys: [
        'dateOfService',
        'serviceKind',
        'modality',
        'procedures',
        'diagnoses',
        'setting',
        'clinicianType',
        'sex',
      ],
    },
  )
  .map(({ setting, clinicianType, sex, ...facts }): Visit => {
    const { totalMinutes: _, newPatient: __, ...base } = aVisit();
    return {
      ...base,
      ...facts,
      patient: { ...base.patient, sex },
      patientLocation: { setting, state: 'NY' },
      clinician: { ...base.clinician, type: clinicianType },
    };
  });
