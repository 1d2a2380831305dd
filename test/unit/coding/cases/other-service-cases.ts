import { codingSources } from '../../../../domain/coding/coding-sources.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aPractice } from '../../../builders/rules.js';
import { by, type CodingCases, elsewhere } from './coding-case.js';

type Rehabilitation = NonNullable<VisitInput['rehabilitation']>;

function therapy(type: Parameters<typeof by>[0], rehabilitation: Rehabilitation): Partial<VisitInput> {
  return { ...by(type), serviceKind: 'rehabilitation_therapy', rehabilitation };
}

const timed = (...services: readonly (readonly [code: string, minutes: number])[]): Rehabilitation => {
  return { timedServices: services.map(([code, minutes]) => ({ code, minutes })) };
};

function nutrition(visit: Partial<VisitInput>): Partial<VisitInput> {
  return { ...by('dietitian'), serviceKind: 'nutrition_therapy', ...visit };
}

function consultation(consultationStage: VisitInput['consultationStage'], totalMinutes: number): Partial<VisitInput> {
  return { ...elsewhere, serviceKind: 'hospital_consultation', consultationStage, totalMinutes };
}

const social = { serviceKind: 'social_risk_assessment' } as const;
const activity = { serviceKind: 'activity_and_nutrition_assessment' } as const;

function assessedOn(dateOfService: string): Partial<VisitInput> {
  const service = {
    dateOfService,
    groupNpi: aPractice().npi,
    specialtyTaxonomyCode: '207Q00000X',
    procedureCode: 'G0136',
  };
  return { patientHistory: { complete: true, services: [service] } };
}

/** Therapy, nutrition, hospital consultations, dated G-codes, site fees. */
export const otherServiceCases: readonly CodingCases[] = [
  {
    rule: 'timed therapy over all minutes, as Medicare counts',
    source: codingSources.rehabilitationUnits,
    cases: [
      ['7', 'medicare', therapy('physical_therapist', timed(['97110', 7])), 'therapy-services-missing'],
      ['8', 'medicare', therapy('physical_therapist', timed(['97110', 8])), '97110-GP @10'],
      ['22', 'medicare', therapy('physical_therapist', timed(['97110', 22])), '97110-GP @10'],
      ['23', 'medicare', therapy('physical_therapist', timed(['97110', 23])), '97110-GP×2 @10'],
      [
        'the rest to the larger',
        'medicare',
        therapy('physical_therapist', timed(['97110', 24], ['97112', 23])),
        '97110-GP×2 97112-GP @10',
      ],
      [
        'two short ones make one unit',
        'medicare',
        therapy('physical_therapist', timed(['97110', 7], ['97112', 7])),
        '97110-GP @10',
      ],
      [
        'the same code twice',
        'medicare',
        therapy('physical_therapist', timed(['97110', 10], ['97110', 13])),
        '97110-GP×2 @10',
      ],
      ['nothing given', 'medicare', therapy('physical_therapist', {}), 'therapy-services-missing'],
      ['no therapy code', 'medicare', therapy('physical_therapist', timed(['99213', 20])), 'not-a-therapy-code'],
      [
        'timed among untimed',
        'medicare',
        therapy('physical_therapist', { untimedServices: ['97110'] }),
        'not-a-therapy-code',
      ],
    ],
  },
  {
    rule: 'timed therapy each alone, as others count',
    source: codingSources.rehabilitationUnitsEach,
    cases: [
      [
        'two of eight',
        'summit-health',
        therapy('physical_therapist', timed(['97110', 8], ['97112', 8])),
        '97110-GP-95 97112-GP-95 @10',
      ],
      [
        'one too short',
        'summit-health',
        therapy('physical_therapist', timed(['97110', 30], ['97112', 7])),
        '97110-GP-95×2 @10',
      ],
    ],
  },
  {
    rule: 'therapy modifiers and evaluations by discipline',
    source: codingSources.rehabilitationPlan,
    cases: [
      ['physical, low', 'medicare', therapy('physical_therapist', { evaluation: 'low' }), '97161-GP @10'],
      ['physical, moderate', 'medicare', therapy('physical_therapist', { evaluation: 'moderate' }), '97162-GP @10'],
      ['physical, high', 'medicare', therapy('physical_therapist', { evaluation: 'high' }), '97163-GP @10'],
      ['physical, again', 'medicare', therapy('physical_therapist', { evaluation: 're_evaluation' }), '97164-GP @10'],
      ['occupational, low', 'medicare', therapy('occupational_therapist', { evaluation: 'low' }), '97165-GO @10'],
      [
        'occupational, again',
        'medicare',
        therapy('occupational_therapist', { evaluation: 're_evaluation' }),
        '97168-GO @10',
      ],
      [
        'evaluation and exercise',
        'medicare',
        therapy('occupational_therapist', { evaluation: 'low', ...timed(['97535', 30]) }),
        '97165-GO 97535-GO×2 @10',
      ],
      ['speech', 'medicare', therapy('speech_language_pathologist', { untimedServices: ['92507'] }), '92507-GN @10'],
      [
        'speech has no complexity',
        'medicare',
        therapy('speech_language_pathologist', { evaluation: 'low' }),
        'therapy-evaluation-unknown',
      ],
      [
        'a code of one discipline tells it',
        'medicare',
        { ...by('therapist'), procedures: [{ code: '97116' }] },
        '97116-GP @10',
      ],
      [
        'a code of all does not',
        'medicare',
        { ...by('therapist'), procedures: [{ code: '97110' }] },
        'therapy-plan-unknown',
      ],
    ],
  },
  {
    rule: 'the therapy modifier of the source stays alone',
    source: codingSources.serviceKind,
    cases: [
      [
        'GO of the source',
        'medicare',
        { ...by('therapist'), procedures: [{ code: '97110', modifiers: ['GO'] }] },
        '97110-GO @10',
      ],
      [
        'before the modality',
        'summit-health',
        { ...by('physical_therapist'), procedures: [{ code: '97110', modifiers: ['KX'] }] },
        '97110-KX-GP-95 @10',
      ],
    ],
  },
  {
    rule: 'therapists report their own codes',
    source: codingSources.reportingClinician,
    cases: [
      [
        'gait training by speech',
        'medicare',
        { ...by('speech_language_pathologist'), procedures: [{ code: '97116' }] },
        'clinician-may-not-report-procedure',
      ],
      ['a visit by a therapist', 'medicare', by('physical_therapist'), 'clinician-may-not-report-procedure'],
      ['a visit by a pharmacist', 'medicare', by('pharmacist'), 'clinician-may-not-report-procedure'],
    ],
  },
  {
    rule: 'nutrition therapy',
    source: codingSources.nutritionTime,
    cases: [
      ['first, 60', 'medicare', nutrition({ newPatient: true, totalMinutes: 60 }), '97802×4 @10'],
      ['later, 22', 'medicare', nutrition({ totalMinutes: 22 }), '97803 @10'],
      ['later, 23', 'medicare', nutrition({ totalMinutes: 23 }), '97803×2 @10'],
      ['group, 15', 'medicare', nutrition({ totalMinutes: 15, participants: 'group' }), 'nutrition-minutes-missing'],
      ['group, 16', 'medicare', nutrition({ totalMinutes: 16, participants: 'group' }), '97804 @10'],
      ['group, 46', 'medicare', nutrition({ totalMinutes: 46, participants: 'group' }), '97804×2 @10'],
      ['second referral', 'medicare', nutrition({ totalMinutes: 30, secondNutritionReferral: true }), 'G0270×2 @10'],
      [
        'second referral, group',
        'medicare',
        nutrition({ totalMinutes: 60, secondNutritionReferral: true, participants: 'group' }),
        'G0271×2 @10',
      ],
      [
        'second referral, commercial',
        'summit-health',
        nutrition({ totalMinutes: 30, secondNutritionReferral: true }),
        '97803-95×2 @10',
      ],
      [
        'history unknown',
        'medicare',
        nutrition({ totalMinutes: 30, newPatient: undefined }),
        'first-or-later-assessment-unknown',
      ],
    ],
  },
  {
    rule: 'telehealth consultation in hospital',
    source: codingSources.telehealthConsultation,
    cases: [
      ['first, 29', 'medicare', consultation('initial', 29), 'telehealth-consultation-minutes'],
      ['first, 30', 'medicare', consultation('initial', 30), 'G0425 @02'],
      ['first, 50', 'medicare', consultation('initial', 50), 'G0426 @02'],
      ['first, 70', 'medicare', consultation('initial', 70), 'G0427 @02'],
      ['later, 15', 'medicare', consultation('subsequent', 15), 'G0406 @02'],
      ['later, 25', 'medicare', consultation('subsequent', 25), 'G0407 @02'],
      ['later, 35', 'medicare', consultation('subsequent', 35), 'G0408 @02'],
      [
        'critical, first',
        'medicare',
        { ...consultation('initial', 60), serviceKind: 'critical_care_consultation' },
        'G0508 @02',
      ],
      [
        'critical, later',
        'medicare',
        { ...consultation('subsequent', 50), serviceKind: 'critical_care_consultation' },
        'G0509 @02',
      ],
      ['first or later unknown', 'medicare', consultation(undefined, 50), 'consultation-stage-unknown'],
      [
        'at home',
        'medicare',
        { ...consultation('initial', 50), patientLocation: { setting: 'home', state: 'NY' } },
        'hospital-consultation-at-home',
      ],
      ['commercial', 'summit-health', consultation('initial', 50), 'consultation-code-of-payer'],
    ],
  },
  {
    rule: 'G0136 for social risks until 2025',
    source: codingSources.socialRiskAssessment,
    cases: [
      ['2025-12-31', 'medicare', { ...social, dateOfService: '2025-12-31' }, 'G0136 @10'],
      ['activity in 2025', 'medicare', { ...activity, dateOfService: '2025-12-31' }, 'risk-assessment-not-on-date'],
      ['2023', 'medicare', { ...social, dateOfService: '2023-12-31' }, 'risk-assessment-not-on-date'],
    ],
  },
  {
    rule: 'G0136 for activity and nutrition from 2026',
    source: codingSources.activityAssessment,
    cases: [
      ['2026-01-01', 'medicare', { ...activity, dateOfService: '2026-01-01' }, 'G0136 @10'],
      ['social in 2026', 'medicare', { ...social, dateOfService: '2026-01-01' }, 'risk-assessment-not-on-date'],
      [
        'within six months',
        'medicare',
        { ...activity, ...assessedOn('2025-09-11'), newPatient: undefined },
        'risk-assessment-within-six-months',
      ],
      [
        'after six months',
        'medicare',
        { ...activity, ...assessedOn('2025-09-10'), newPatient: undefined },
        'G0136 @10',
      ],
    ],
  },
  {
    rule: 'the site where the patient sits',
    source: codingSources.originatingSite,
    cases: [
      ['a facility', 'medicare', { ...elsewhere, serviceKind: 'originating_site' }, 'Q3014 @11'],
      ['a home', 'medicare', { serviceKind: 'originating_site' }, 'originating-site-at-home'],
    ],
  },
  {
    rule: 'transmission for Medicaid only',
    source: codingSources.payerScope,
    cases: [['T1014 to Medicare', 'medicare', { procedures: [{ code: 'T1014' }] }, 'procedure-of-other-payers']],
  },
  {
    rule: 'what nobody said',
    source: codingSources.serviceKind,
    cases: [['unknown kind', 'medicare', { serviceKind: 'unknown' }, 'service-kind-unknown']],
  },
];
