import { yearsBetween } from '../../kernel/plain-date.js';
import { version5010, year2025 } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import { primaryCoverageOf } from '../primary-coverage-of.js';
import type { ScrubEdit } from '../scrub-edit.js';

/** Medicare beneficiary identifier: eleven characters, letters without S, L, O, I, B, Z (CMS MBI format). */
const medicareBeneficiaryIdentifier =
  /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;

/** Who the patient and the subscriber are. */
export const patientAndSubscriberEdits: readonly ScrubEdit[] = [
  {
    id: 'patient-born-after-service',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010BA/2010CA DMG02',
    title: 'The birth date is not after the date of service',
    needs: ['birth_date'],
    check: ({ visit }) =>
      findWhen(visit.patient.birthDate > visit.dateOfService, {
        message: 'the patient’s birth date is after the date of service',
        location: 'visit.patient.birthDate',
        remedy: 'Correct the birth date or the date of service.',
      }),
  },
  {
    id: 'patient-age-not-believed',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2010BA/2010CA DMG02',
    title: 'The patient is not older than people become',
    needs: ['birth_date'],
    check: ({ visit }) =>
      findWhen(yearsBetween(visit.patient.birthDate, visit.dateOfService) > 120, {
        message: 'the birth date makes the patient older than 120 years',
        location: 'visit.patient.birthDate',
        remedy: 'Check the birth date with the patient.',
      }),
  },
  {
    id: 'patient-sex-unknown',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2010BA/2010CA DMG03',
    title: 'The patient’s sex is known',
    needs: ['patient', 'sex'],
    check: ({ visit }) =>
      findWhen(visit.patient.sex === 'U', {
        message: 'the patient’s sex is sent as unknown, which some payers do not match with their member',
        location: 'visit.patient.sex',
        remedy: 'Enter what the payer has on file.',
      }),
  },
  {
    id: 'patient-address-missing',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loops 2010BA and 2010CA N3, N4: address of patient or of the subscriber who is the patient',
    title: 'The patient has an address',
    needs: ['patient'],
    check: ({ visit }) =>
      findWhen(visit.patient.address === undefined, {
        message: 'the claim must carry the patient’s address and the record has none',
        location: 'visit.patient.address',
        remedy: 'Enter street, city, state and ZIP code.',
      }),
  },
  {
    id: 'patient-zip-not-real',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010BA N403: a ZIP code of the US Postal Service',
    title: 'The patient’s ZIP code exists',
    needs: ['patient'],
    check: ({ visit }) =>
      findWhen(visit.patient.address?.zip.startsWith('00000') ?? false, {
        message: 'the ZIP code 00000 stands for an unknown one and payers reject it',
        location: 'visit.patient.address.zip',
        remedy: 'Enter the patient’s ZIP code.',
      }),
  },
  {
    id: 'subscriber-missing',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010BA: the subscriber, when the patient is another person (SBR02, PAT01)',
    title: 'A dependent’s claim names the subscriber',
    needs: ['coverage'],
    check: ({ visit }) => {
      const primary = primaryCoverageOf(visit);
      return findWhen(primary !== undefined && primary.relationship !== 'self' && primary.subscriber === undefined, {
        message: 'the patient is not the subscriber and the coverage does not say who is',
        location: 'visit.coverages[primary].subscriber',
        remedy: 'Enter the subscriber’s name and birth date, or say that the patient is the subscriber.',
      });
    },
  },
  {
    id: 'subscriber-not-patient',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P SBR02 18: the patient is the subscriber',
    title: 'A patient who is the subscriber is not named as someone else',
    needs: ['birth_date', 'coverage'],
    check: ({ visit }) => {
      const primary = primaryCoverageOf(visit);
      const subscriber = primary?.relationship === 'self' ? primary.subscriber : undefined;
      return findWhen(subscriber !== undefined && subscriber.birthDate !== visit.patient.birthDate, {
        message: 'the relationship is self, yet the subscriber has another birth date than the patient',
        location: 'visit.coverages[primary].relationship',
        remedy: 'Correct the relationship or the subscriber.',
      });
    },
  },
  {
    id: 'member-id-characters',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010BA NM109: letters and digits as on the card',
    title: 'The member id has letters and digits',
    needs: ['coverage'],
    check: ({ visit }) =>
      findWhen(!/^[A-Za-z0-9 .-]*[A-Za-z0-9][A-Za-z0-9 .-]*$/.test(primaryCoverageOf(visit)?.memberId ?? 'X'), {
        message: 'the member id has characters that no card carries',
        location: 'visit.coverages[primary].memberId',
        remedy: 'Enter the member id as on the card.',
      }),
  },
  {
    id: 'medicare-member-id-format',
    severity: 'warning',
    effectiveFrom: year2025,
    source: 'CMS, Understanding the Medicare Beneficiary Identifier format: eleven characters by position',
    title: 'A Medicare member id is written like an MBI',
    needs: ['coverage'],
    payerClasses: ['medicare'],
    check: ({ visit }) => {
      const memberId = primaryCoverageOf(visit)?.memberId.replaceAll('-', '').toUpperCase();
      const wrong = memberId !== undefined && !medicareBeneficiaryIdentifier.test(memberId);
      return findWhen(wrong, {
        message: 'the member id is not written like a Medicare beneficiary identifier',
        location: 'visit.coverages[primary].memberId',
        remedy: 'Compare it with the Medicare card; ask for eligibility again.',
      });
    },
  },
];
