import { codingSources } from '../../../../domain/coding/coding-sources.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aPractice } from '../../../builders/rules.js';
import { audioOnly, by, type CodingCases } from './coding-case.js';

type Kind = VisitInput['serviceKind'];
const of = (serviceKind: Kind, totalMinutes?: number): Partial<VisitInput> => ({ serviceKind, totalMinutes });
const counselor = by('counselor');

function seen(procedureCode: string, dateOfService: string): Partial<VisitInput> {
  const service = { dateOfService, groupNpi: aPractice().npi, specialtyTaxonomyCode: '207Q00000X', procedureCode };
  return { patientHistory: { complete: true, services: [service] } };
}

/** Contacts by communication technology: not telehealth. */
export const contactCases: readonly CodingCases[] = [
  {
    rule: 'brief check-in',
    source: codingSources.briefCheckIn,
    cases: [
      ['4', 'medicare', of('brief_check_in', 4), 'brief-check-in-minutes'],
      ['5', 'medicare', of('brief_check_in', 5), '98016 @11'],
      ['10', 'medicare', of('brief_check_in', 10), '98016 @11'],
      ['11, commercial', 'summit-health', of('brief_check_in', 11), 'brief-check-in-minutes'],
      ['before 2025', 'medicare', { ...of('brief_check_in', 6), dateOfService: '2024-12-31' }, 'G2012 @11'],
      [
        'new patient',
        'medicare',
        { ...of('brief_check_in', 6), newPatient: true },
        'brief-check-in-needs-established-patient',
      ],
    ],
  },
  {
    rule: 'Medicare’s other check-ins',
    source: codingSources.briefCheckInVariants,
    cases: [
      ['11 minutes', 'medicare', of('brief_check_in', 11), 'G2252 @11'],
      ['20 minutes', 'medicare', of('brief_check_in', 20), 'G2252 @11'],
      ['by a counselor', 'medicare', { ...of('brief_check_in', 8), ...counselor }, 'G2251 @11'],
    ],
  },
  {
    rule: 'a related visit swallows the check-in',
    source: codingSources.relatedVisit,
    cases: [
      [
        'seven days before',
        'medicare',
        { ...of('brief_check_in', 6), ...seen('99213', '2026-03-03') },
        'related-service-within-seven-days',
      ],
      [
        'digital twice in seven days',
        'medicare',
        { ...of('digital_evaluation', 6), ...seen('99421', '2026-03-05') },
        'related-service-within-seven-days',
      ],
      [
        'image after a visit',
        'medicare',
        { ...of('image_review'), ...seen('99213', '2026-03-09') },
        'related-service-within-seven-days',
      ],
      [
        'call of a counselor after another call',
        'medicare',
        { ...of('telephone_assessment', 8), ...counselor, ...seen('98966', '2026-03-09'), newPatient: false },
        'related-service-within-seven-days',
      ],
    ],
  },
  {
    rule: 'eight days are enough',
    source: codingSources.briefCheckIn,
    cases: [
      ['eight days before', 'medicare', { ...of('brief_check_in', 6), ...seen('99213', '2026-03-02') }, '98016 @11'],
    ],
  },
  {
    rule: 'online digital evaluation over seven days',
    source: codingSources.digitalVisit,
    cases: [
      ['4', 'summit-health', of('digital_evaluation', 4), 'digital-visit-not-supported'],
      ['5', 'summit-health', of('digital_evaluation', 5), '99421 @11'],
      ['10', 'summit-health', of('digital_evaluation', 10), '99421 @11'],
      ['11', 'summit-health', of('digital_evaluation', 11), '99422 @11'],
      ['20', 'summit-health', of('digital_evaluation', 20), '99422 @11'],
      ['21', 'summit-health', of('digital_evaluation', 21), '99423 @11'],
      [
        'new patient',
        'summit-health',
        { ...of('digital_evaluation', 21), newPatient: true },
        'digital-visit-not-supported',
      ],
      ['counselor, 10', 'summit-health', { ...of('digital_evaluation', 10), ...counselor }, '98970 @11'],
      ['counselor, 20', 'summit-health', { ...of('digital_evaluation', 20), ...counselor }, '98971 @11'],
      ['counselor, 21', 'summit-health', { ...of('digital_evaluation', 21), ...counselor }, '98972 @11'],
    ],
  },
  {
    rule: 'telephone assessment of other professions',
    source: codingSources.telephoneAssessment,
    cases: [
      ['5', 'summit-health', { ...of('telephone_assessment', 5), ...counselor }, '98966 @11'],
      ['11', 'summit-health', { ...of('telephone_assessment', 11), ...counselor }, '98967 @11'],
      ['30', 'summit-health', { ...of('telephone_assessment', 30), ...counselor }, '98968 @11'],
      ['31', 'summit-health', { ...of('telephone_assessment', 31), ...counselor }, 'telephone-assessment-minutes'],
      ['4', 'summit-health', { ...of('telephone_assessment', 4), ...counselor }, 'telephone-assessment-minutes'],
      [
        'new',
        'summit-health',
        { ...of('telephone_assessment', 8), ...counselor, newPatient: true },
        'telephone-assessment-needs-established-patient',
      ],
      [
        'a physician’s call is a visit',
        'medicare',
        { ...audioOnly, ...of('telephone_assessment', 8) },
        'telephone-assessment-of-medical-clinician',
      ],
    ],
  },
  {
    rule: 'review of images',
    source: codingSources.imageReview,
    cases: [
      ['physician', 'medicare', of('image_review'), 'G2010 @11'],
      ['counselor', 'medicare', { ...of('image_review'), ...counselor }, 'G2250 @11'],
      [
        'new patient',
        'medicare',
        { ...of('image_review'), newPatient: true },
        'image-review-needs-established-patient',
      ],
    ],
  },
  {
    rule: 'interprofessional consultation',
    source: codingSources.interprofessional,
    cases: [
      ...(
        [
          [5, '99446'],
          [10, '99446'],
          [11, '99447'],
          [21, '99448'],
          [30, '99448'],
          [31, '99449'],
        ] as const
      ).map(
        ([minutes, code]) =>
          [
            `by word and writing, ${minutes}`,
            'medicare',
            {
              ...of('interprofessional_consultation', minutes),
              interprofessional: { role: 'consultant', report: 'verbal_and_written' },
            },
            `${code} @11`,
          ] as const,
      ),
      [
        'in writing',
        'medicare',
        {
          ...of('interprofessional_consultation', 5),
          interprofessional: { role: 'consultant', report: 'written_only' },
        },
        '99451 @11',
      ],
      [
        'treating, 16',
        'medicare',
        { ...of('interprofessional_consultation', 16), interprofessional: { role: 'treating_clinician' } },
        '99452 @11',
      ],
      [
        'treating, 15',
        'medicare',
        { ...of('interprofessional_consultation', 15), interprofessional: { role: 'treating_clinician' } },
        'interprofessional-minutes',
      ],
      ['no role', 'medicare', of('interprofessional_consultation', 15), 'interprofessional-facts-missing'],
      [
        'no report',
        'medicare',
        { ...of('interprofessional_consultation', 15), interprofessional: { role: 'consultant' } },
        'interprofessional-facts-missing',
      ],
    ],
  },
];
