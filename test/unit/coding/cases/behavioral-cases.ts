import { codingSources } from '../../../../domain/coding/coding-sources.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { by, type CodingCases } from './coding-case.js';

const psychologist = by('clinical_psychologist');
const therapy = (totalMinutes: number): Partial<VisitInput> => {
  return { ...psychologist, serviceKind: 'psychotherapy', totalMinutes };
};
const withTherapy = (psychotherapyMinutes: number): Partial<VisitInput> => {
  return { psychotherapyMinutes, totalMinutes: 60, medicalDecisionMaking: 'moderate' };
};
const crisis = (totalMinutes: number): Partial<VisitInput> => {
  return { ...psychologist, serviceKind: 'crisis_psychotherapy', totalMinutes };
};
const family = (participants: NonNullable<VisitInput['participants']>, totalMinutes: number): Partial<VisitInput> => ({
  ...therapy(totalMinutes),
  participants,
});
const behavior = (
  totalMinutes: number,
  participants?: NonNullable<VisitInput['participants']>,
): Partial<VisitInput> => ({
  ...psychologist,
  serviceKind: 'health_behavior_intervention',
  totalMinutes,
  participants,
});

/** Behavioral health: bands of time, add-ons, crisis, family and group, health behavior, safety planning. */
export const behavioralCases: readonly CodingCases[] = [
  {
    rule: 'psychotherapy by minutes',
    source: codingSources.psychotherapyTime,
    cases: [
      ['15', 'medicare', therapy(15), 'psychotherapy-too-short'],
      ['16', 'medicare', therapy(16), '90832 @10'],
      ['37', 'medicare', therapy(37), '90832 @10'],
      ['38', 'medicare', therapy(38), '90834 @10'],
      ['52', 'medicare', therapy(52), '90834 @10'],
      ['53', 'medicare', therapy(53), '90837 @10'],
      ['psychoanalysis', 'medicare', { serviceKind: 'psychoanalysis' }, '90845 @10'],
    ],
  },
  {
    rule: 'psychotherapy added to a visit, whose level goes by decision making',
    source: codingSources.psychotherapyTime,
    cases: [
      ['16', 'medicare', withTherapy(16), '99214 90833 @10'],
      ['37', 'summit-health', withTherapy(37), '99214-95 90833-95 @10'],
      ['38', 'medicare', withTherapy(38), '99214 90836 @10'],
      ['52', 'medicare', withTherapy(52), '99214 90836 @10'],
      ['53', 'medicare', withTherapy(53), '99214 90838 @10'],
      ['15 adds nothing', 'medicare', withTherapy(15), '99214 @10'],
      [
        'whose minutes make no visit prolonged',
        'medicare',
        { psychotherapyMinutes: 20, totalMinutes: 100, medicalDecisionMaking: 'high' },
        '99215 90833 @10',
      ],
      ['to the telemedicine family', 'prairie-blue', withTherapy(20), '98006 90833 @10'],
      [
        'without decision making',
        'medicare',
        { psychotherapyMinutes: 30, totalMinutes: 60 },
        'visit-level-needs-decision-making',
      ],
      [
        'to a visit of the source',
        'medicare',
        { psychotherapyMinutes: 30, procedures: [{ code: '99214' }] },
        '99214 90833 @10',
      ],
    ],
  },
  {
    rule: 'an add-on of the source stands alone',
    source: codingSources.serviceKind,
    cases: [
      [
        'not twice',
        'medicare',
        { psychotherapyMinutes: 30, procedures: [{ code: '99214' }, { code: '90833' }] },
        '99214 90833 @10',
      ],
    ],
  },
  {
    rule: 'interactive complexity',
    source: codingSources.interactiveComplexity,
    cases: [
      ['psychotherapy', 'medicare', { ...therapy(45), interactiveComplexity: true }, '90834 90785 @10'],
      [
        'diagnostic evaluation',
        'medicare',
        { ...psychologist, serviceKind: 'psychiatric_evaluation', interactiveComplexity: true },
        '90791 90785 @10',
      ],
      ['add-on to a visit', 'medicare', { ...withTherapy(20), interactiveComplexity: true }, '99214 90833 90785 @10'],
      ['group', 'medicare', { ...family('group', 60), interactiveComplexity: true }, '90853 90785 @10'],
      ['not with crisis', 'medicare', { ...crisis(40), interactiveComplexity: true }, '90839 @10'],
      ['not with a visit alone', 'medicare', { interactiveComplexity: true }, '99213 @10'],
      [
        'not with family',
        'medicare',
        { ...family('family_with_patient', 50), interactiveComplexity: true },
        '90847 @10',
      ],
    ],
  },
  {
    rule: 'psychotherapy for crisis',
    source: codingSources.crisisPsychotherapy,
    cases: [
      ['15', 'medicare', crisis(15), 'crisis-psychotherapy-minutes'],
      ['29 is psychotherapy', 'medicare', crisis(29), '90832 @10'],
      ['30', 'medicare', crisis(30), '90839 @10'],
      ['74', 'medicare', crisis(74), '90839 @10'],
      ['75', 'medicare', crisis(75), '90839 90840 @10'],
      ['104', 'medicare', crisis(104), '90839 90840 @10'],
      ['105', 'medicare', crisis(105), '90839 90840×2 @10'],
    ],
  },
  {
    rule: 'family and group',
    source: codingSources.familyPsychotherapy,
    cases: [
      ['family without the patient', 'medicare', family('family_without_patient', 50), '90846 @10'],
      ['family with the patient', 'medicare', family('family_with_patient', 26), '90847 @10'],
      ['25 minutes', 'medicare', family('family_with_patient', 25), 'family-psychotherapy-too-short'],
      ['several families', 'medicare', family('multiple_family_group', 60), '90849 @10'],
      ['a group', 'medicare', family('group', 60), '90853 @10'],
      [
        'several families, first day on Medicare’s list',
        'medicare',
        { ...family('multiple_family_group', 60), dateOfService: '2026-01-01' },
        '90849 @10',
      ],
      [
        'no minutes',
        'medicare',
        { ...family('family_with_patient', 50), totalMinutes: undefined },
        'family-psychotherapy-minutes-missing',
      ],
    ],
  },
  {
    rule: 'the Medicare telehealth list of the date',
    source: codingSources.medicareTelehealthList,
    cases: [
      [
        'several families in 2025',
        'medicare',
        { ...family('multiple_family_group', 60), dateOfService: '2025-12-31' },
        'not-on-medicare-telehealth-list',
      ],
      [
        'G0473 in 2025',
        'medicare',
        { procedures: [{ code: 'G0473' }], dateOfService: '2025-12-31' },
        'not-on-medicare-telehealth-list',
      ],
      [
        '92622 in 2025',
        'medicare',
        { ...by('audiologist'), procedures: [{ code: '92622' }], dateOfService: '2025-12-31' },
        'not-on-medicare-telehealth-list',
      ],
    ],
  },
  {
    rule: 'diagnostic evaluation',
    source: codingSources.psychiatricEvaluation,
    cases: [
      ['by a psychologist', 'medicare', { ...psychologist, serviceKind: 'psychiatric_evaluation' }, '90791 @10'],
      ['by a physician', 'medicare', { serviceKind: 'psychiatric_evaluation' }, '90792 @10'],
    ],
  },
  {
    rule: 'health behavior',
    source: codingSources.healthBehavior,
    cases: [
      ['assessment', 'medicare', { ...psychologist, serviceKind: 'health_behavior_assessment' }, '96156 @10'],
      ['15', 'medicare', behavior(15), 'health-behavior-minutes'],
      ['16', 'medicare', behavior(16), '96158 @10'],
      ['37', 'medicare', behavior(37), '96158 @10'],
      ['38', 'medicare', behavior(38), '96158 96159 @10'],
      ['52', 'medicare', behavior(52), '96158 96159 @10'],
      ['53', 'medicare', behavior(53), '96158 96159×2 @10'],
      ['group', 'medicare', behavior(45, 'group'), '96164 96165 @10'],
      ['family with the patient', 'medicare', behavior(45, 'family_with_patient'), '96167 96168 @10'],
      ['family without the patient', 'medicare', behavior(45, 'family_without_patient'), '96170 96171 @10'],
    ],
  },
  {
    rule: 'medical professions report visits in place of health behavior',
    source: codingSources.reportingClinician,
    cases: [
      ['a physician', 'medicare', { ...behavior(30), ...by('physician') }, 'clinician-may-not-report-procedure'],
      [
        'psychotherapy by a dietitian',
        'medicare',
        { ...therapy(45), ...by('dietitian') },
        'clinician-may-not-report-procedure',
      ],
    ],
  },
  {
    rule: 'safety planning',
    source: codingSources.safetyPlanning,
    cases: [
      ['19', 'medicare', { serviceKind: 'safety_planning', totalMinutes: 19 }, 'safety-planning-minutes'],
      ['20', 'medicare', { serviceKind: 'safety_planning', totalMinutes: 20 }, 'G0560 @10'],
      ['40', 'medicare', { serviceKind: 'safety_planning', totalMinutes: 40 }, 'G0560×2 @10'],
      [
        'before 2025',
        'medicare',
        { serviceKind: 'safety_planning', totalMinutes: 20, dateOfService: '2024-12-31' },
        'procedure-not-yet-valid',
      ],
    ],
  },
];
