import { codingSources } from '../../../../domain/coding/coding-sources.js';
import { npiFromNineDigits } from '../../../../domain/kernel/npi.js';
import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aPractice } from '../../../builders/rules.js';
import { audioOnly, by, type CodingCases } from './coding-case.js';

const minutes = (totalMinutes: number) => ({ totalMinutes });
const newVisit = (totalMinutes: number) => ({ totalMinutes, newPatient: true });
const decision = (medicalDecisionMaking: NonNullable<VisitInput['medicalDecisionMaking']>, newPatient = false) => {
  return { medicalDecisionMaking, newPatient, totalMinutes: undefined };
};

type Service = NonNullable<VisitInput['patientHistory']>['services'][number];
const ownGroup = aPractice().npi;
const family = '207Q00000X';
const cardiology = '207RC0000X';

function history(complete: boolean, ...services: Partial<Service>[]): Partial<VisitInput> {
  const base = { dateOfService: '2025-06-01', groupNpi: ownGroup, specialtyTaxonomyCode: family };
  return {
    newPatient: undefined,
    totalMinutes: 30,
    patientHistory: { complete, services: services.map((service) => ({ ...base, ...service })) },
  };
}

/** Visits: level, family, new or established, modality, staff, health centers, deleted codes. */
export const visitCases: readonly CodingCases[] = [
  {
    rule: 'office visit level',
    source: codingSources.visitLevel,
    cases: [
      ['new, 15 minutes', 'summit-health', newVisit(15), '99202-95 @10'],
      ['new, 29 minutes', 'summit-health', newVisit(29), '99202-95 @10'],
      ['new, 30 minutes', 'summit-health', newVisit(30), '99203-95 @10'],
      ['new, 44 minutes', 'summit-health', newVisit(44), '99203-95 @10'],
      ['new, 45 minutes', 'summit-health', newVisit(45), '99204-95 @10'],
      ['new, 59 minutes', 'summit-health', newVisit(59), '99204-95 @10'],
      ['new, 60 minutes', 'summit-health', newVisit(60), '99205-95 @10'],
      ['new, 74 minutes', 'summit-health', newVisit(74), '99205-95 @10'],
      ['new, 14 minutes', 'summit-health', newVisit(14), 'visit-level-undocumented'],
      ['established, 10 minutes', 'summit-health', minutes(10), '99212-95 @10'],
      ['established, 19 minutes', 'summit-health', minutes(19), '99212-95 @10'],
      ['established, 20 minutes', 'summit-health', minutes(20), '99213-95 @10'],
      ['established, 30 minutes', 'summit-health', minutes(30), '99214-95 @10'],
      ['established, 39 minutes', 'summit-health', minutes(39), '99214-95 @10'],
      ['established, 40 minutes', 'summit-health', minutes(40), '99215-95 @10'],
      ['established, straightforward', 'summit-health', decision('straightforward'), '99212-95 @10'],
      ['established, low', 'summit-health', decision('low'), '99213-95 @10'],
      ['established, moderate', 'summit-health', decision('moderate'), '99214-95 @10'],
      ['established, high', 'summit-health', decision('high'), '99215-95 @10'],
      ['new, straightforward', 'summit-health', decision('straightforward', true), '99202-95 @10'],
      ['new, low', 'summit-health', decision('low', true), '99203-95 @10'],
      ['new, moderate', 'summit-health', decision('moderate', true), '99204-95 @10'],
      ['new, high', 'summit-health', decision('high', true), '99205-95 @10'],
      ['by a nurse specialist', 'summit-health', by('clinical_nurse_specialist'), '99213-95 @10'],
      ['by a midwife', 'medicare', by('certified_nurse_midwife'), '99213 @10'],
    ],
  },
  {
    rule: 'telemedicine family',
    source: codingSources.telemedicineFamily,
    cases: [
      ['video, new, 15', 'prairie-blue', newVisit(15), '98000 @10'],
      ['video, new, 30', 'prairie-blue', newVisit(30), '98001 @10'],
      ['video, new, 45', 'prairie-blue', newVisit(45), '98002 @10'],
      ['video, new, 60', 'prairie-blue', newVisit(60), '98003 @10'],
      ['video, established, 10', 'prairie-blue', minutes(10), '98004 @10'],
      ['video, established, 20', 'prairie-blue', minutes(20), '98005 @10'],
      ['video, established, 30', 'prairie-blue', minutes(30), '98006 @10'],
      ['video, established, 40', 'prairie-blue', minutes(40), '98007 @10'],
      ['audio, new, 15', 'prairie-blue', { ...audioOnly, ...newVisit(15) }, '98008 @10'],
      ['audio, new, 30', 'prairie-blue', { ...audioOnly, ...newVisit(30) }, '98009 @10'],
      ['audio, new, 45', 'prairie-blue', { ...audioOnly, ...newVisit(45) }, '98010 @10'],
      ['audio, new, 60', 'prairie-blue', { ...audioOnly, ...newVisit(60) }, '98011 @10'],
      ['audio, established, 11', 'prairie-blue', { ...audioOnly, ...minutes(11) }, '98012 @10'],
      ['audio, established, 20', 'prairie-blue', { ...audioOnly, ...minutes(20) }, '98013 @10'],
      ['audio, established, 30', 'prairie-blue', { ...audioOnly, ...minutes(30) }, '98014 @10'],
      ['audio, established, 40', 'prairie-blue', { ...audioOnly, ...minutes(40) }, '98015 @10'],
      ['Medicare takes office codes', 'medicare', { ...audioOnly, ...minutes(40) }, '99215-93 @10'],
      ['before the family existed', 'prairie-blue', { ...minutes(40), dateOfService: '2024-12-31' }, '99215-95 @10'],
      ['crossed over from the source', 'medicare', { procedures: [{ code: '98015' }] }, '99215 @10'],
    ],
  },
  {
    rule: 'audio-only visits of the telemedicine family need more than ten minutes',
    source: codingSources.audioOnlyFamily,
    cases: [
      ['ten', 'prairie-blue', { ...audioOnly, ...minutes(10) }, 'audio-only-visit-too-short'],
      [
        'ten, whatever the decision making',
        'prairie-blue',
        { ...audioOnly, ...minutes(10), medicalDecisionMaking: 'high' },
        'audio-only-visit-too-short',
      ],
    ],
  },
  {
    rule: 'the longer part of the visit decides the modality',
    source: codingSources.dominantModality,
    cases: [
      ['mostly video', 'medicare', { modalityMinutes: { audioVideo: 15, audioOnly: 7 } }, '99213 @10'],
      ['mostly audio', 'medicare', { modalityMinutes: { audioVideo: 7, audioOnly: 15 } }, '99213-93 @10'],
      ['mostly audio, own family', 'prairie-blue', { modalityMinutes: { audioVideo: 7, audioOnly: 15 } }, '98013 @10'],
      [
        'stated audio, mostly video',
        'summit-health',
        { ...audioOnly, modalityMinutes: { audioVideo: 12, audioOnly: 3 } },
        '99213-95 @10',
      ],
      ['tied', 'medicare', { modalityMinutes: { audioVideo: 11, audioOnly: 11 } }, 'dominant-modality-tied'],
    ],
  },
  {
    rule: 'a message stays a message',
    source: codingSources.modifiers,
    cases: [
      [
        'minutes of a call beside it',
        'ca-medicaid',
        { modality: 'asynchronous', modalityMinutes: { audioVideo: 0, audioOnly: 9 } },
        '99213-GQ @10',
      ],
      ['no minutes at all', 'medicare', { modalityMinutes: { audioVideo: 0, audioOnly: 0 } }, '99213 @10'],
    ],
  },
  {
    rule: 'new or established by three years of group and specialty',
    source: codingSources.newOrEstablished,
    cases: [
      ['seen by group and specialty', 'medicare', history(false, {}), '99214 @10'],
      ['on the anniversary', 'medicare', history(true, { dateOfService: '2023-03-10' }), '99214 @10'],
      ['a day before the anniversary', 'medicare', history(true, { dateOfService: '2023-03-09' }), '99203 @10'],
      ['same day does not count', 'medicare', history(true, { dateOfService: '2026-03-10' }), '99203 @10'],
      ['other specialty', 'medicare', history(true, { specialtyTaxonomyCode: cardiology }), '99203 @10'],
      ['other group', 'medicare', history(true, { groupNpi: npiFromNineDigits('199990777') }), '99203 @10'],
      [
        'the same clinician in another group',
        'medicare',
        history(true, {
          groupNpi: npiFromNineDigits('199990777'),
          specialtyTaxonomyCode: cardiology,
          clinicianNpi: npiFromNineDigits('199990201'),
        }),
        '99214 @10',
      ],
      ['no face-to-face service', 'medicare', history(true, { faceToFace: false }), '99203 @10'],
      ['complete and empty', 'medicare', history(true), '99203 @10'],
      ['incomplete and empty', 'medicare', history(false), 'new-or-established-unknown'],
      [
        'a nurse practitioner of unknown specialty in the group',
        'medicare',
        history(true, { specialtyTaxonomyCode: '363LF0000X' }),
        'new-or-established-unknown',
      ],
      [
        'stated new against the history',
        'medicare',
        { ...history(true, {}), newPatient: true },
        'new-patient-contradicts-history',
      ],
      ['stated, history undecided', 'medicare', { ...history(false), newPatient: true }, '99203 @10'],
      ['unknown', 'medicare', { newPatient: undefined }, 'new-or-established-unknown'],
    ],
  },
  {
    rule: 'clinical staff under supervision',
    source: codingSources.staffVisit,
    cases: [
      ['established', 'medicare', { performedBy: 'clinical_staff' }, '99211 @10'],
      ['established, own family', 'prairie-blue', { performedBy: 'clinical_staff' }, '99211-95 @10'],
      ['new', 'medicare', { performedBy: 'clinical_staff', newPatient: true }, 'staff-visit-of-new-patient'],
    ],
  },
  {
    rule: 'a health center of other payers bills as others do',
    source: codingSources.visitLevel,
    cases: [
      ['commercial', 'summit-health', { facilityType: 'fqhc' }, '99213-95 @10'],
      ['Medicare Advantage', 'liberty-advantage', { facilityType: 'fqhc' }, '99213-95 @10'],
    ],
  },
  {
    rule: 'deleted codes',
    source: codingSources.deletedCodes,
    cases: [
      ['99201', 'summit-health', { procedures: [{ code: '99201' }] }, 'procedure-deleted'],
      ['99441', 'summit-health', { procedures: [{ code: '99441' }] }, 'procedure-deleted'],
      ['99442', 'medicare', { procedures: [{ code: '99442' }] }, 'procedure-deleted'],
      ['99443', 'summit-health', { procedures: [{ code: '99443' }] }, 'procedure-deleted'],
      ['G2012', 'medicare', { procedures: [{ code: 'G2012' }] }, 'procedure-deleted'],
      ['G0511', 'medicare', { procedures: [{ code: 'G0511' }] }, 'procedure-deleted'],
      [
        '99445 in 2025',
        'medicare',
        { dateOfService: '2025-12-31', procedures: [{ code: '99445' }] },
        'procedure-not-yet-valid',
      ],
      [
        '98016 in 2024',
        'medicare',
        { dateOfService: '2024-12-31', procedures: [{ code: '98016' }] },
        'procedure-not-yet-valid',
      ],
    ],
  },
  {
    rule: 'health centers and rural health clinics',
    source: codingSources.healthCenter,
    cases: [
      ['medical by video', 'medicare', { facilityType: 'fqhc' }, 'G2025-95 @10'],
      ['medical by audio', 'medicare', { ...audioOnly, facilityType: 'rhc' }, 'G2025-93 @10'],
      ['prolonged is within', 'medicare', { ...minutes(90), facilityType: 'fqhc' }, 'G2025-95 @10'],
      [
        'keeps modifiers of the source',
        'medicare',
        { facilityType: 'fqhc', procedures: [{ code: '99214', modifiers: ['25'] }] },
        'G2025-25-95 @10',
      ],
      [
        'modifiers of two services that don’t all fit',
        'medicare',
        {
          facilityType: 'fqhc',
          procedures: [
            { code: '99212', modifiers: ['GY', 'KX'] },
            { code: '99213', modifiers: ['25', 'GC', '95'] },
          ],
        },
        'modifiers-full',
      ],
      ['the last day of G2025', 'medicare', { facilityType: 'fqhc', dateOfService: '2026-09-30' }, 'G2025-95 @10'],
      [
        'service codes from October 2026',
        'medicare',
        { facilityType: 'fqhc', dateOfService: '2026-10-01' },
        '99213-95 @10',
      ],
      [
        'mental health by its own codes',
        'medicare',
        { facilityType: 'fqhc', serviceKind: 'psychotherapy', totalMinutes: 45 },
        '90834-95 @10',
      ],
    ],
  },
];
