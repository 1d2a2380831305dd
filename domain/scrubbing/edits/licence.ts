import type { PracticeAuthority } from '../../credential/authority-to-practise.js';
import type { StateAuthority } from '../../credential/credential.js';
import { lastDayOf } from '../../credential/last-day-of.js';
import { licensureCompacts } from '../../credential/licensure-compact.js';
import type { EnrolmentStanding } from '../../credential/payer-enrolment-on.js';
import { addDays } from '../../kernel/plain-date.js';
import { credentialStanding } from '../credential-standing.js';
import { always } from '../edit-dates.js';
import type { EditFinding, ScrubEdit, ScrubInput } from '../scrub-edit.js';

const stateLaw = 'the practice act of the patient’s state; each compact’s statute';
const enrolmentRule = 'the payer’s enrolment rules (Medicare: 42 CFR 424.505); CARC B7';
const noticeDays = 30;

/** What lets the clinician practise where the patient was and bill the payer; silent for a practice that keeps no credentials. */
export const licenceEdits: readonly ScrubEdit[] = [
  {
    id: 'authority-in-patient-state-missing',
    severity: 'blocking',
    effectiveFrom: always,
    source: stateLaw,
    title: 'The clinician had authority to practise in the patient’s state on the date of service',
    needs: ['credentials'],
    check: withAuthority((authority, input) =>
      authority.kind === 'no_authority' ? [noAuthority(authority, input)] : [],
    ),
  },
  {
    id: 'authority-not-known',
    severity: 'warning',
    effectiveFrom: always,
    source: stateLaw,
    title: 'The clinician’s licence for the patient’s state is recorded',
    needs: ['credentials'],
    check: withAuthority((authority, { visit }) => {
      if (authority.kind !== 'unknown' || authority.why === 'compact_not_joined') return [];
      const profession = visit.clinician.type.replaceAll('_', ' ');
      const message =
        authority.why === 'no_credentials'
          ? 'no licence of the clinician is recorded'
          : `a licence of another profession is recorded in ${visit.patientLocation.state}, none as ${profession}`;
      return [
        {
          message,
          location: 'visit.clinician.npi',
          remedy: 'The credentialing desk records the licences of this clinician, or corrects the clinician’s type.',
        },
      ];
    }),
  },
  {
    id: 'compact-does-not-join-states',
    severity: 'warning',
    effectiveFrom: always,
    source: stateLaw,
    title: 'A compact that is relied on has both the home state and the patient’s',
    needs: ['credentials'],
    check: withAuthority((authority) => {
      if (authority.kind !== 'unknown' || authority.why !== 'compact_not_joined') return [];
      const { name, asOf } = licensureCompacts[authority.compact];
      return [
        {
          message: `${authority.states.join(' and ')} is not on our list of the ${name} (as of ${asOf})`,
          location: 'visit.patientLocation.state',
          remedy:
            'The credentialing desk checks the compact’s own list; if the state is no member, a licence is needed.',
        },
      ];
    }),
  },
  {
    id: 'authority-ends-soon',
    severity: 'warning',
    effectiveFrom: always,
    source: stateLaw,
    title: 'The licence does not end within thirty days',
    needs: ['credentials'],
    check: withAuthority((authority, { visit, credentials }) => {
      if (authority.kind !== 'authorised') return [];
      const last = lastDayOf(authority.by, credentials ?? []);
      if (last === null || last > addDays(visit.dateOfService, noticeDays)) return [];
      return [
        {
          message: `the ${wordsOf(authority.by)} for ${visit.patientLocation.state} ends on ${last}`,
          location: 'visit.dateOfService',
          remedy: 'The clinician renews it; the credentialing desk records the renewal before that day.',
        },
      ];
    }),
  },
  {
    id: 'enrolment-not-in-force',
    severity: 'blocking',
    effectiveFrom: always,
    source: enrolmentRule,
    title: 'The clinician was enrolled with the payer on the date of service',
    needs: ['credentials'],
    check: withEnrolment((standing, input) => (standing.kind === 'not_enrolled' ? [notEnrolled(standing, input)] : [])),
  },
  {
    id: 'enrolment-not-recorded',
    severity: 'warning',
    effectiveFrom: always,
    source: enrolmentRule,
    title: 'The clinician’s enrolment with the payer is recorded',
    needs: ['credentials'],
    check: withEnrolment((standing, { payer }) => {
      if (standing.kind !== 'none_recorded') return [];
      return [
        {
          message: `no enrolment of the clinician with ${payer.name} is recorded`,
          location: 'visit.clinician.npi',
          remedy: 'The credentialing desk records the enrolment, or asks the payer for one.',
        },
      ];
    }),
  },
  {
    id: 'enrolment-in-other-state',
    severity: 'warning',
    effectiveFrom: always,
    source: enrolmentRule,
    title: 'The enrolment is for the state in which the clinician sat',
    needs: ['credentials'],
    check: withEnrolment((standing, { payer, visit }) => {
      if (standing.kind !== 'other_state') return [];
      return [
        {
          message: `the clinician sat in ${visit.clinicianLocation?.state ?? '?'} and is enrolled with ${payer.name} for ${standing.enrolledStates.join(', ')}`,
          location: 'visit.clinicianLocation.state',
          remedy: 'The credentialing desk asks the payer whether the enrolment covers work from that state.',
        },
      ];
    }),
  },
  {
    id: 'clinician-state-missing',
    severity: 'warning',
    effectiveFrom: always,
    source: enrolmentRule,
    title: 'The clinician’s state is recorded where the enrolment depends on it',
    needs: ['credentials'],
    check: withEnrolment((standing, { payer }) => {
      if (standing.kind !== 'clinician_state_missing') return [];
      return [
        {
          message: `the enrolment with ${payer.name} is for ${standing.enrolledStates.join(', ')} only, and the visit does not say where the clinician was`,
          location: 'visit.clinicianLocation',
          remedy: 'Record the state in which the clinician sat.',
        },
      ];
    }),
  },
  {
    id: 'medicare-clinician-in-other-state',
    severity: 'warning',
    effectiveFrom: always,
    // How far an enrolled practice address covers a clinician at home in another contractor's area is to be asked (verify).
    source: 'Pub. 100-04 ch. 1 §10.1.1: Medicare’s contractor goes by where the service was furnished',
    title: 'A Medicare clinician sat in the state of the practice’s address',
    needs: ['practice'],
    check: ({ payer, practice, visit }) => {
      const state = visit.clinicianLocation?.state;
      if (payer.payerClass !== 'medicare' || state === undefined || state === practice.address.state) return [];
      return [
        {
          message: `the clinician sat in ${state} and the claim is billed from ${practice.address.state}`,
          location: 'visit.clinicianLocation.state',
          remedy:
            'The credentialing desk asks the Medicare contractor whether the practice’s enrolment covers work from that state.',
        },
      ];
    },
  },
];

function withAuthority(
  check: (authority: PracticeAuthority, input: ScrubInput) => readonly EditFinding[],
): ScrubEdit['check'] {
  return (input) => {
    const { authority } = credentialStanding(input);
    return authority === null ? [] : check(authority, input);
  };
}

function withEnrolment(
  check: (standing: EnrolmentStanding, input: ScrubInput) => readonly EditFinding[],
): ScrubEdit['check'] {
  return (input) => {
    const { enrolment } = credentialStanding(input);
    return enrolment === null ? [] : check(enrolment, input);
  };
}

function noAuthority(
  { why, nearest }: Extract<PracticeAuthority, { kind: 'no_authority' }>,
  { visit }: ScrubInput,
): EditFinding {
  const { state } = visit.patientLocation;
  const location = 'visit.patientLocation.state';
  const what = nearest === null ? 'authority' : wordsOf(nearest);
  const isItself = nearest?.status !== 'active' && nearest?.status !== 'probation';
  const standing = isItself
    ? `was ${nearest?.status ?? 'not in force'}`
    : 'rested on a home licence that was not in force';
  switch (why) {
    case 'nothing_for_state':
      return {
        message: `the patient was in ${state}, and the clinician has no licence, registration or privilege there`,
        location,
        remedy: `The credentialing desk records the ${state} authority if there is one; else a manager decides what becomes of the claim. Correct the patient’s place if it is wrong.`,
      };
    case 'ended':
      return {
        message: `the clinician’s ${what} for ${state} ended on ${nearest?.to ?? '?'}, before the date of service`,
        location,
        remedy:
          'The credentialing desk records the renewal if the board has it; else a manager decides what becomes of the claim.',
      };
    case 'not_begun':
      return {
        message: `the clinician’s ${what} for ${state} began on ${nearest?.from ?? '?'}, after the date of service`,
        location,
        remedy:
          'The credentialing desk checks its first day with the board; else a manager decides what becomes of the claim.',
      };
    case 'not_in_force':
      return {
        message: `the clinician’s ${what} for ${state} ${standing} on the date of service`,
        location,
        remedy: 'A manager and the credentialing desk clear it with the board before anything is billed.',
      };
  }
}

function notEnrolled(
  { why, nearest }: Extract<EnrolmentStanding, { kind: 'not_enrolled' }>,
  { payer }: ScrubInput,
): EditFinding {
  const location = 'visit.clinician.npi';
  const remedy = `The credentialing desk asks ${payer.name} for an enrolment with a day that covers the visit, and records it.`;
  switch (why) {
    case 'ended':
      return {
        message: `the enrolment with ${payer.name} ended on ${nearest.to ?? '?'}, before the date of service`,
        location,
        remedy,
      };
    case 'not_begun':
      return {
        message: `the enrolment with ${payer.name} begins on ${nearest.from}, after the date of service`,
        location,
        remedy,
      };
    case 'not_in_force':
      return {
        message: `the enrolment with ${payer.name} was ${nearest.status.replaceAll('_', ' ')} on the date of service`,
        location,
        remedy,
      };
  }
}

function wordsOf(authority: StateAuthority): string {
  switch (authority.kind) {
    case 'licence':
      return 'licence';
    case 'compact_privilege':
      return `privilege under the ${licensureCompacts[authority.compact].name}`;
    case 'telehealth_registration':
      return 'telehealth registration';
    case 'state_exception':
      return 'exception';
  }
}
