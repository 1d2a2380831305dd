import { codingSources } from '../../../../domain/coding/coding-sources.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aPractice } from '../../../builders/rules.js';
import { by, type CodingCases } from './coding-case.js';

type Monitoring = NonNullable<VisitInput['monitoring']>;

function month(monitoring: Monitoring, more: Partial<VisitInput> = {}): Partial<VisitInput> {
  return { serviceKind: 'remote_physiologic_monitoring', monitoring, ...more };
}

function therapeutic(monitoring: Monitoring, more: Partial<VisitInput> = {}): Partial<VisitInput> {
  return { ...month(monitoring, more), serviceKind: 'remote_therapeutic_monitoring' };
}

function given(procedureCode: string, dateOfService: string): Partial<VisitInput> {
  const service = { dateOfService, groupNpi: aPractice().npi, specialtyTaxonomyCode: '207Q00000X', procedureCode };
  return {
    serviceKind: 'activity_and_nutrition_assessment',
    patientHistory: { complete: false, services: [service] },
  };
}

const nutrition = { ...by('dietitian'), serviceKind: 'nutrition_therapy', newPatient: undefined } as const;
const psychotherapy = { ...by('clinical_psychologist'), serviceKind: 'psychotherapy', totalMinutes: 45 } as const;

/** Where a rule of monitoring, assessments, nutrition and add-ons begins, ends or does not reach. */
export const serviceEdgeCases: readonly CodingCases[] = [
  {
    rule: 'set-up counts days of data of its date',
    source: codingSources.monitoringSetUp,
    cases: [
      [
        'no days known',
        'medicare',
        month({ setUp: true, managementMinutes: 10, liveInteraction: true }),
        'monitoring-days-unknown',
      ],
      [
        'the first day of 2026',
        'medicare',
        month({ setUp: true, dataDays: 2 }, { dateOfService: '2026-01-01' }),
        '99453 99445 @11',
      ],
    ],
  },
  {
    rule: 'supply begins with two days, in 2025 with sixteen',
    source: codingSources.monitoringSupply,
    cases: [
      ['zero days', 'medicare', month({ dataDays: 0 }), 'monitoring-not-supported'],
      [
        'two days on the last day of 2025',
        'medicare',
        month({ dataDays: 2 }, { dateOfService: '2025-12-31' }),
        'monitoring-not-supported',
      ],
      ['zero minutes', 'medicare', month({ managementMinutes: 0 }), 'monitoring-not-supported'],
      ['zero minutes beside days', 'medicare', month({ dataDays: 16, managementMinutes: 0 }), '99454 @11'],
      ['nine minutes', 'medicare', month({ managementMinutes: 9, liveInteraction: true }), 'monitoring-not-supported'],
      [
        'nineteen minutes in 2025',
        'medicare',
        month({ managementMinutes: 19, liveInteraction: true }, { dateOfService: '2025-12-31' }),
        'monitoring-not-supported',
      ],
      [
        'thirty minutes of therapeutic data without a talk',
        'medicare',
        therapeutic({ managementMinutes: 30, liveInteraction: false }),
        'monitoring-not-supported',
      ],
      [
        'twenty-nine minutes without a talk',
        'medicare',
        month({ managementMinutes: 29, liveInteraction: false }),
        'monitoring-not-supported',
      ],
    ],
  },
  {
    rule: 'monitoring of minutes alone needs no system',
    source: codingSources.monitoringManagement,
    cases: [
      ['physician', 'medicare', therapeutic({ managementMinutes: 20, liveInteraction: true }), '98980 @11'],
      [
        'the first day of the short code',
        'medicare',
        therapeutic({ managementMinutes: 10, liveInteraction: true }, { dateOfService: '2026-01-01' }),
        '98979 @11',
      ],
    ],
  },
  {
    rule: 'monitoring of a therapist is under a plan of care',
    source: codingSources.rehabilitationPlan,
    cases: [
      [
        'whose discipline nothing tells',
        'medicare',
        therapeutic({ managementMinutes: 20, liveInteraction: true }, by('therapist')),
        'therapy-plan-unknown',
      ],
      [
        'occupational',
        'medicare',
        therapeutic({ managementMinutes: 20, liveInteraction: true }, by('occupational_therapist')),
        '98980-GO @11',
      ],
    ],
  },
  {
    rule: 'an assessment of activity once in six months',
    source: codingSources.activityAssessment,
    cases: [
      ['the same day', 'medicare', given('G0136', '2026-03-10'), 'risk-assessment-within-six-months'],
      ['a day less', 'medicare', given('G0136', '2025-09-11'), 'risk-assessment-within-six-months'],
      ['six months', 'medicare', given('G0136', '2025-09-10'), 'G0136 @10'],
      ['later than the visit', 'medicare', given('G0136', '2026-03-11'), 'G0136 @10'],
      ['another service', 'medicare', given('99213', '2026-03-01'), 'G0136 @10'],
    ],
  },
  {
    rule: 'an assessment of social risks before there was a code',
    source: codingSources.socialRiskAssessment,
    cases: [
      [
        '2023',
        'medicare',
        { serviceKind: 'social_risk_assessment', dateOfService: '2023-12-31' },
        'risk-assessment-not-on-date',
      ],
    ],
  },
  {
    rule: 'nutrition therapy of groups needs no first assessment',
    source: codingSources.nutritionTime,
    cases: [
      [
        'a group, 15',
        'medicare',
        { ...nutrition, participants: 'group', totalMinutes: 15 },
        'nutrition-minutes-missing',
      ],
      ['a group, 16', 'medicare', { ...nutrition, participants: 'group', totalMinutes: 16 }, '97804 @10'],
      [
        'families',
        'medicare',
        { ...nutrition, participants: 'multiple_family_group', totalMinutes: 46 },
        '97804×2 @10',
      ],
      [
        'a group of a second referral',
        'medicare',
        { ...nutrition, participants: 'group', totalMinutes: 30, secondNutritionReferral: true },
        'G0271 @10',
      ],
      [
        'a second referral of others',
        'summit-health',
        { ...nutrition, newPatient: false, totalMinutes: 30, secondNutritionReferral: true },
        '97803-95×2 @10',
      ],
      ['one patient, not known', 'medicare', { ...nutrition, totalMinutes: 30 }, 'first-or-later-assessment-unknown'],
      [
        'no minutes',
        'medicare',
        { ...nutrition, newPatient: true, totalMinutes: undefined },
        'nutrition-minutes-missing',
      ],
    ],
  },
  {
    rule: 'interactive complexity stands one time',
    source: codingSources.serviceKind,
    cases: [
      [
        'of the source',
        'medicare',
        { ...psychotherapy, interactiveComplexity: true, procedures: [{ code: '90834' }, { code: '90785' }] },
        '90834 90785 @10',
      ],
    ],
  },
  {
    rule: 'the complexity of a continuing relation stands one time',
    source: codingSources.serviceKind,
    cases: [
      [
        'of the source',
        'medicare',
        { longitudinalCare: true, procedures: [{ code: '99213' }, { code: 'G2211' }] },
        '99213 G2211 @10',
      ],
    ],
  },
  {
    rule: 'Medicare’s telehealth list is Medicare’s',
    source: codingSources.familyPsychotherapy,
    cases: [
      [
        'several families in 2025 to a commercial plan',
        'summit-health',
        { ...psychotherapy, participants: 'multiple_family_group', dateOfService: '2025-12-31' },
        '90849-95 @10',
      ],
    ],
  },
  {
    rule: 'prolonged time of the source is the source’s',
    source: codingSources.serviceKind,
    cases: [['100 minutes', 'medicare', { totalMinutes: 100, procedures: [{ code: '99215' }] }, '99215 @10']],
  },
];
