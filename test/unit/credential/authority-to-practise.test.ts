import { describe, expect, it } from 'vitest';
import { authorityToPractise } from '../../../domain/credential/authority-to-practise.js';
import type { Credential } from '../../../domain/credential/credential.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import type { UsState } from '../../../domain/kernel/us-state.js';
import type { ClinicianType } from '../../../domain/visit/visit.js';
import { anEnrolment, aLicence, aPrivilege, aRegistration } from '../../builders/credentials.js';

function verdict(
  credentials: readonly Credential[],
  type: ClinicianType = 'physician',
  state: UsState = 'NY',
  day = '2026-03-10',
): string {
  const authority = authorityToPractise(credentials, type, state, plainDate(day));
  return authority.kind === 'authorised' ? `authorised by ${authority.by.kind}` : `${authority.kind}: ${authority.why}`;
}

const span = (from: string, to?: string) => ({
  from: plainDate(from),
  ...(to === undefined ? {} : { to: plainDate(to) }),
});

describe('authorityToPractise', () => {
  it.each<[string, readonly Credential[], string]>([
    ['a licence in force', [aLicence()], 'authorised by licence'],
    ['a licence under probation', [aLicence({ status: 'probation' })], 'authorised by licence'],
    ['a registration', [aRegistration()], 'authorised by telehealth_registration'],
    ['nothing at all', [], 'unknown: no_credentials'],
    ['an enrolment alone', [anEnrolment()], 'unknown: no_credentials'],
    ['a licence of another state', [aLicence({ state: 'NJ' })], 'no_authority: nothing_for_state'],
    ['a licence that ended', [aLicence(span('2020-01-01', '2026-03-09'))], 'no_authority: ended'],
    ['a licence on its last day', [aLicence(span('2020-01-01', '2026-03-10'))], 'authorised by licence'],
    ['a licence on its first day', [aLicence(span('2026-03-10'))], 'authorised by licence'],
    ['a licence that begins later', [aLicence(span('2026-03-11'))], 'no_authority: not_begun'],
    ['a suspended licence', [aLicence({ status: 'suspended' })], 'no_authority: not_in_force'],
    ['a licence not issued yet', [aLicence({ status: 'pending' })], 'no_authority: not_in_force'],
    ['another profession’s licence', [aLicence({ profession: 'counselor' })], 'unknown: other_profession'],
    [
      'a suspension within the span of a licence',
      [aLicence(), aLicence({ status: 'suspended', ...span('2026-03-01', '2026-03-31') })],
      'no_authority: not_in_force',
    ],
    [
      'a licence again after a suspension',
      [aLicence(), aLicence({ status: 'suspended', ...span('2026-02-01', '2026-02-28') })],
      'authorised by licence',
    ],
    [
      'a renewal that is pending while the licence is in force',
      [aLicence(), aLicence({ status: 'pending', ...span('2026-03-01') })],
      'authorised by licence',
    ],
    [
      'a licence beside a renewal that was pending before it began',
      [aLicence({ status: 'pending', ...span('2026-01-01') }), aLicence(span('2025-01-01'))],
      'authorised by licence',
    ],
    [
      'a registration beside a licence that ended',
      [aLicence(span('2020-01-01', '2025-01-01')), aRegistration()],
      'authorised by telehealth_registration',
    ],
  ])('%s', (_, credentials, expected) => {
    expect(verdict(credentials)).toBe(expected);
  });

  it.each<[string, readonly Credential[], ClinicianType, UsState, string]>([
    ['a member state of PSYPACT', [aPrivilege()], 'clinical_psychologist', 'TX', 'authorised by compact_privilege'],
    ['a state our list has not', [aPrivilege()], 'clinical_psychologist', 'CA', 'unknown: compact_not_joined'],
    [
      'a home state our list has not',
      [aPrivilege({ homeState: 'CA' })],
      'clinical_psychologist',
      'TX',
      'unknown: compact_not_joined',
    ],
    ['another profession’s compact', [aPrivilege()], 'counselor', 'TX', 'no_authority: nothing_for_state'],
    [
      'a privilege that ended',
      [aPrivilege(span('2020-01-01', '2026-01-31'))],
      'clinical_psychologist',
      'TX',
      'no_authority: ended',
    ],
    [
      'a privilege whose home licence ended',
      [
        aPrivilege(),
        aLicence({ state: 'NJ', profession: 'clinical_psychologist', ...span('2020-01-01', '2026-01-31') }),
      ],
      'clinical_psychologist',
      'TX',
      'no_authority: not_in_force',
    ],
    [
      'the nurses’ compact for advanced practice',
      [aPrivilege({ compact: 'NLC' })],
      'nurse_practitioner',
      'TX',
      'no_authority: nothing_for_state',
    ],
    [
      'a privilege taken for the state',
      [aPrivilege({ compact: 'COUNSELING_COMPACT', homeState: 'OH', state: 'GA' })],
      'counselor',
      'GA',
      'authorised by compact_privilege',
    ],
    [
      'a privilege taken for another state',
      [aPrivilege({ compact: 'COUNSELING_COMPACT', homeState: 'OH', state: 'GA' })],
      'counselor',
      'NC',
      'no_authority: nothing_for_state',
    ],
  ])('%s', (_, credentials, type, state, expected) => {
    expect(verdict(credentials, type, state)).toBe(expected);
  });

  it('names the states that our list has not in the compact', () => {
    const authority = authorityToPractise(
      [aPrivilege({ homeState: 'CA' })],
      'clinical_psychologist',
      'NY',
      plainDate('2026-03-10'),
    );
    expect(authority).toMatchObject({ compact: 'PSYPACT', states: ['CA', 'NY'] });
  });

  it('names the credential that comes nearest to authority', () => {
    const old = aLicence(span('2015-01-01', '2020-01-01'));
    const later = aLicence(span('2020-01-02', '2026-01-31'));
    const ended = authorityToPractise([old, later], 'physician', 'NY', plainDate('2026-03-10'));
    expect(ended).toMatchObject({ why: 'ended', nearest: later });
    const future = [aLicence(span('2027-01-01')), aLicence(span('2026-06-01'))];
    expect(authorityToPractise(future, 'physician', 'NY', plainDate('2026-03-10'))).toMatchObject({
      why: 'not_begun',
      nearest: future[1],
    });
  });
});
