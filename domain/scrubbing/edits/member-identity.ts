import { yearsBetween } from '../../kernel/plain-date.js';
import { version5010, year2020 } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { primaryCoverageOf } from '../primary-coverage-of.js';
import { isZipOfState } from '../zip-of-state.js';

/** What stands in the field when nobody knew the member id. */
const placeholder = /^(UNKNOWN|NONE|PENDING|TBD|NA|N\/A|SELFPAY|SELF PAY|(\d)\2{5,}|123456789)$/i;
/** The claim number before the Medicare beneficiary identifier: a social security number and a letter or two. */
const oldMedicareNumber = /^\d{9}[A-Z]\d?$/i;

/** What payers compare with their member: name, number, relationship, address. */
export const memberIdentityEdits: readonly ScrubEdit[] = [
  {
    id: 'patient-name-with-digits',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loops 2010BA and 2010CA NM103, NM104: the name as the payer has it; CARC 31',
    title: 'The patient’s name has no digits',
    needs: ['patient'],
    check: ({ visit }) =>
      findWhen(/\d/.test(visit.patient.lastName) || /\d/.test(visit.patient.firstName), {
        message: 'the patient’s name holds digits, as names of test or merged records do',
        location: 'visit.patient.lastName',
        remedy: 'Enter the name as on the card.',
      }),
  },
  {
    id: 'patient-zip-against-state',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2010BA N402, N403; USPS Publication 65: the first digit of a ZIP code names a group of states',
    title: 'The patient’s ZIP code lies in the state of the address',
    needs: ['patient'],
    check: ({ visit }) => {
      const address = visit.patient.address;
      return findWhen(address !== undefined && !isZipOfState(address.zip, address.state), {
        message: `no ZIP code of ${address?.state ?? ''} begins with the patient’s first digit`,
        location: 'visit.patient.address.zip',
        remedy: 'Correct the ZIP code or the state.',
      });
    },
  },
  {
    id: 'member-id-placeholder',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010BA NM109: the member id; CARC 16, 31',
    title: 'The member id is one',
    needs: ['coverage'],
    check: ({ visit }) =>
      findWhen(placeholder.test(primaryCoverageOf(visit)?.memberId ?? ''), {
        message: 'the member id is a word or number that stands for an unknown one',
        location: 'visit.coverages[primary].memberId',
        remedy: 'Ask the patient for the card, or find the member by an eligibility inquiry with name and birth date.',
      }),
  },
  {
    id: 'medicare-number-before-2020',
    severity: 'blocking',
    effectiveFrom: year2020,
    source: 'SSA 205(c)(2)(C)(xiii), as added by MACRA sec. 501: no social security number on the Medicare card',
    title: 'Medicare gets the beneficiary identifier, not the claim number of before 2020',
    needs: ['coverage'],
    payerClasses: ['medicare'],
    check: ({ visit }) =>
      findWhen(oldMedicareNumber.test(primaryCoverageOf(visit)?.memberId.replaceAll('-', '') ?? ''), {
        message: 'the member id is a Medicare claim number made of a social security number, which Medicare refuses',
        location: 'visit.coverages[primary].memberId',
        remedy: 'Look up the beneficiary identifier in the MAC’s portal, or ask for the new card.',
      }),
  },
  {
    id: 'government-patient-is-subscriber',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2000B SBR02: each Medicare and Medicaid beneficiary is a subscriber with an id of their own',
    title: 'A Medicare or Medicaid patient is the subscriber',
    needs: ['coverage'],
    payerClasses: ['medicare', 'medicaid'],
    check: ({ visit, payer }) => {
      const primary = primaryCoverageOf(visit);
      return findWhen(primary !== undefined && primary.relationship !== 'self', {
        message: `${payer.name} insures each person alone, yet the patient is named as a dependent`,
        location: 'visit.coverages[primary].relationship',
        remedy: 'Enter the patient’s own member id and the relationship self.',
      });
    },
  },
  {
    id: 'payer-wants-patient-as-subscriber',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: 'the payer’s companion guide: no loop 2000C',
    title: 'The patient is the subscriber where the payer wants that',
    needs: ['coverage'],
    payerClasses: ['commercial', 'medicare_advantage', 'self_pay'],
    check: ({ visit, payer }) => {
      const primary = primaryCoverageOf(visit);
      const wrong = payer.edits?.subscriberIsPatientOnly === true && primary !== undefined;
      return findWhen(wrong && primary.relationship !== 'self', {
        message: `${payer.name} takes no dependents: each member has an id`,
        location: 'visit.coverages[primary].relationship',
        remedy: 'Enter the patient’s own member id and the relationship self.',
      });
    },
  },
  {
    id: 'child-over-twenty-six',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '45 CFR 147.120: dependents are covered to the age of 26',
    title: 'A child on a parent’s plan is under 26',
    needs: ['birth_date', 'coverage'],
    payerClasses: ['commercial'],
    check: ({ visit }) =>
      findWhen(
        primaryCoverageOf(visit)?.relationship === 'child' &&
          yearsBetween(visit.patient.birthDate, visit.dateOfService) >= 26,
        {
          message: 'the patient is covered as a child and was 26 or older on the date of service',
          location: 'visit.coverages[primary].relationship',
          remedy: 'Ask for eligibility on the date; some plans go on for disabled children and to the month’s end.',
        },
      ),
  },
  {
    id: 'subscriber-younger-than-child',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loops 2010BA DMG02 and 2000C PAT01',
    title: 'A child is younger than the subscriber',
    needs: ['birth_date', 'coverage'],
    check: ({ visit }) => {
      const primary = primaryCoverageOf(visit);
      const subscriber = primary?.relationship === 'child' ? primary.subscriber : undefined;
      return findWhen(subscriber !== undefined && subscriber.birthDate >= visit.patient.birthDate, {
        message: 'the patient is the subscriber’s child and was not born after the subscriber',
        location: 'visit.coverages[primary].subscriber',
        remedy: 'Patient and subscriber are mixed up, or the relationship is another; compare with the card.',
      });
    },
  },
];
