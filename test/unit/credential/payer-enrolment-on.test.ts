import { expect, it } from 'vitest';
import type { Credential } from '../../../domain/credential/credential.js';
import { payerEnrolmentOn } from '../../../domain/credential/payer-enrolment-on.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import type { UsState } from '../../../domain/kernel/us-state.js';
import { aLicence, anEnrolment } from '../../builders/credentials.js';

it.each<[string, readonly Credential[], UsState | undefined, object]>([
  ['an enrolment in force', [anEnrolment()], undefined, { kind: 'enrolled' }],
  ['no enrolment at all', [aLicence()], undefined, { kind: 'none_recorded' }],
  ['another payer’s', [anEnrolment({ payerCode: 'medicare' })], undefined, { kind: 'none_recorded' }],
  ['one that ended', [anEnrolment({ to: plainDate('2026-03-09') })], undefined, { kind: 'not_enrolled', why: 'ended' }],
  ['one on its last day', [anEnrolment({ to: plainDate('2026-03-10') })], undefined, { kind: 'enrolled' }],
  [
    'one that begins later',
    [anEnrolment({ from: plainDate('2026-03-11') })],
    undefined,
    { kind: 'not_enrolled', why: 'not_begun' },
  ],
  [
    'one that is pending',
    [anEnrolment({ status: 'pending' })],
    undefined,
    { kind: 'not_enrolled', why: 'not_in_force' },
  ],
  ['one for the clinician’s state', [anEnrolment({ state: 'NJ' })], 'NJ', { kind: 'enrolled' }],
  ['one for another state', [anEnrolment({ state: 'NJ' })], 'NY', { kind: 'other_state', enrolledStates: ['NJ'] }],
  [
    'one for a state when the clinician’s is missing',
    [anEnrolment({ state: 'NJ' })],
    undefined,
    { kind: 'clinician_state_missing' },
  ],
  [
    'one for everywhere beside one for a state',
    [anEnrolment({ state: 'NJ' }), anEnrolment()],
    undefined,
    { kind: 'enrolled' },
  ],
])('%s', (_, credentials, clinicianState, expected) => {
  expect(payerEnrolmentOn(credentials, 'summit-health', clinicianState, plainDate('2026-03-10'))).toMatchObject(
    expected,
  );
});
