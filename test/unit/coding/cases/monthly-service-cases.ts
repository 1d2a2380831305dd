import { codingSources } from '../../../../domain/coding/coding-sources.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { by, type CodingCases } from './coding-case.js';

function month(monitoring: NonNullable<VisitInput['monitoring']>, dateOfService = '2026-03-31'): Partial<VisitInput> {
  return { serviceKind: 'remote_physiologic_monitoring', monitoring, dateOfService };
}

function therapeutic(monitoring: NonNullable<VisitInput['monitoring']>, dateOfService = '2026-03-31') {
  return { ...month(monitoring, dateOfService), serviceKind: 'remote_therapeutic_monitoring' as const };
}

const managed = (managementMinutes: number, liveInteraction: boolean | undefined = true) => {
  return { managementMinutes, liveInteraction };
};
const year2025 = '2025-12-31';

function program(careProgram: NonNullable<VisitInput['careProgram']>, totalMinutes?: number): Partial<VisitInput> {
  return { serviceKind: 'care_management', careProgram, totalMinutes };
}

/** Remote monitoring and care management, by the month: not telehealth. */
export const monthlyServiceCases: readonly CodingCases[] = [
  {
    rule: 'set-up of monitoring by days of data',
    source: codingSources.monitoringSetUp,
    cases: [
      ['2026, 2 days', 'medicare', month({ setUp: true, dataDays: 2 }), '99453 99445 @11'],
      ['2026, 1 day', 'medicare', month({ setUp: true, dataDays: 1, ...managed(10) }), '99470 @11'],
      ['2025, 16 days', 'medicare', month({ setUp: true, dataDays: 16 }, year2025), '99453 99454 @11'],
      ['2025, 15 days', 'medicare', month({ setUp: true, dataDays: 15, ...managed(20) }, year2025), '99457 @11'],
      [
        'therapeutic, 2026',
        'medicare',
        therapeutic({ setUp: true, dataDays: 2, system: 'musculoskeletal' }),
        '98975 98985 @11',
      ],
    ],
  },
  {
    rule: 'supply of monitoring by days of data',
    source: codingSources.monitoringSupply,
    cases: [
      ['1 day', 'medicare', month({ dataDays: 1 }), 'monitoring-not-supported'],
      ['2 days', 'medicare', month({ dataDays: 2 }), '99445 @11'],
      ['15 days', 'medicare', month({ dataDays: 15 }), '99445 @11'],
      ['16 days', 'medicare', month({ dataDays: 16 }), '99454 @11'],
      ['30 days', 'medicare', month({ dataDays: 30 }), '99454 @11'],
      ['15 days in 2025', 'medicare', month({ dataDays: 15 }, year2025), 'monitoring-not-supported'],
      ['16 days in 2025', 'medicare', month({ dataDays: 16 }, year2025), '99454 @11'],
      ['first day of the short period', 'medicare', month({ dataDays: 2 }, '2026-01-01'), '99445 @11'],
      ['breathing, 15', 'medicare', therapeutic({ dataDays: 15, system: 'respiratory' }), '98984 @11'],
      ['breathing, 16', 'medicare', therapeutic({ dataDays: 16, system: 'respiratory' }), '98976 @11'],
      ['muscles, 16', 'medicare', therapeutic({ dataDays: 16, system: 'musculoskeletal' }), '98977 @11'],
      ['cognitive, 15', 'medicare', therapeutic({ dataDays: 15, system: 'cognitive_behavioral' }), '98986 @11'],
      ['cognitive, 16', 'medicare', therapeutic({ dataDays: 16, system: 'cognitive_behavioral' }), '98978 @11'],
      ['system unknown', 'medicare', therapeutic({ dataDays: 16 }), 'monitored-system-unknown'],
      ['nothing given', 'medicare', { serviceKind: 'remote_physiologic_monitoring' }, 'monitoring-not-supported'],
    ],
  },
  {
    rule: 'management of monitoring by minutes',
    source: codingSources.monitoringManagement,
    cases: [
      ['10', 'medicare', month(managed(10)), '99470 @11'],
      ['19', 'medicare', month(managed(19)), '99470 @11'],
      ['20', 'medicare', month(managed(20)), '99457 @11'],
      ['39', 'medicare', month(managed(39)), '99457 @11'],
      ['40', 'medicare', month(managed(40)), '99457 99458 @11'],
      ['60', 'medicare', month(managed(60)), '99457 99458×2 @11'],
      ['no more than three further units', 'medicare', month(managed(190)), '99457 99458×3 @11'],
      ['20 in 2025', 'medicare', month(managed(20), year2025), '99457 @11'],
      ['no talk known', 'medicare', month({ managementMinutes: 20 }), 'monitoring-interaction-unknown'],
      ['interpretation without a talk', 'medicare', month(managed(30, false)), '99091 @11'],
      ['supply stays without a talk', 'medicare', month({ dataDays: 16, ...managed(29, false) }), '99454 @11'],
      ['therapeutic, 10', 'medicare', therapeutic(managed(10)), '98979 @11'],
      ['therapeutic, 20', 'medicare', therapeutic(managed(20)), '98980 @11'],
      ['therapeutic, 40', 'medicare', therapeutic(managed(40)), '98980 98981 @11'],
      [
        'therapeutic by a physical therapist',
        'medicare',
        { ...therapeutic(managed(20)), ...by('physical_therapist') },
        '98980-GP @11',
      ],
      [
        'therapeutic by a speech therapist',
        'medicare',
        { ...therapeutic(managed(20)), ...by('speech_language_pathologist') },
        '98980-GN @11',
      ],
      ['supply and management', 'medicare', month({ dataDays: 20, ...managed(45) }), '99454 99457 99458 @11'],
      ['9 minutes keep the supply', 'medicare', month({ dataDays: 20, ...managed(9) }), '99454 @11'],
    ],
  },
  {
    rule: 'care management by programme and minutes',
    source: codingSources.careManagement,
    cases: [
      ['staff, 19', 'medicare', program('chronic_care_by_staff', 19), 'care-management-minutes'],
      ['staff, 20', 'medicare', program('chronic_care_by_staff', 20), '99490 @11'],
      ['staff, 40', 'medicare', program('chronic_care_by_staff', 40), '99490 99439 @11'],
      ['staff, no more than two', 'medicare', program('chronic_care_by_staff', 120), '99490 99439×2 @11'],
      ['clinician, 30', 'medicare', program('chronic_care_by_clinician', 30), '99491 @11'],
      ['clinician, 60', 'medicare', program('chronic_care_by_clinician', 60), '99491 99437 @11'],
      ['complex, 60', 'medicare', program('complex_chronic_care', 60), '99487 @11'],
      ['complex, 90', 'medicare', program('complex_chronic_care', 90), '99487 99489 @11'],
      ['principal by clinician', 'medicare', program('principal_care_by_clinician', 60), '99424 99425 @11'],
      ['principal by staff', 'medicare', program('principal_care_by_staff', 30), '99426 @11'],
      ['behavioral integration', 'medicare', program('behavioral_health_integration', 20), '99484 @11'],
      ['collaborative, first month', 'medicare', program('collaborative_care_first_month', 36), '99492 @11'],
      [
        'collaborative, first month, further',
        'medicare',
        program('collaborative_care_first_month', 86),
        '99492 99494 @11',
      ],
      ['collaborative, later', 'medicare', program('collaborative_care_later_month', 76), '99493 99494 @11'],
      ['no programme', 'medicare', { serviceKind: 'care_management', totalMinutes: 30 }, 'care-program-unknown'],
    ],
  },
  {
    rule: 'advanced primary care',
    source: codingSources.advancedPrimaryCare,
    cases: [
      ['one condition', 'medicare', program('advanced_primary_care_one_condition_or_less'), 'G0556 @11'],
      ['two conditions', 'medicare', program('advanced_primary_care_two_conditions'), 'G0557 @11'],
      ['two conditions, QMB', 'medicare', program('advanced_primary_care_two_conditions_qmb'), 'G0558 @11'],
    ],
  },
];
