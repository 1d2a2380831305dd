import { expect, it } from 'vitest';
import { credentialEntries, endsBetween } from '../../../domain/credential/credential-entry.js';
import type { Credential } from '../../../domain/credential/credential.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { anEnrolment, aLicence, aPrivilege, aRegistration } from '../../builders/credentials.js';

const [today, horizon] = [plainDate('2026-03-10'), plainDate('2026-05-09')];

it.each<[string, readonly Credential[], readonly string[]]>([
  ['one that ends today', [aLicence({ to: today })], ['physician licence']],
  ['one that ends on the last day', [aLicence({ to: horizon })], ['physician licence']],
  ['one that ends a day later', [aLicence({ to: plainDate('2026-05-10') })], []],
  ['one that ended yesterday', [aLicence({ to: plainDate('2026-03-09') })], []],
  ['one without an end', [aLicence()], []],
  ['one that is suspended', [aLicence({ to: horizon, status: 'suspended' })], []],
  ['one that is renewed', [aLicence({ to: horizon }), aLicence({ from: plainDate('2026-05-10') })], []],
  [
    'one whose renewal ends soon as well',
    [aLicence({ to: today }), aLicence({ from: plainDate('2026-03-11'), to: horizon })],
    ['physician licence'],
  ],
  [
    'each kind',
    [aPrivilege({ to: horizon }), aRegistration({ to: horizon }), anEnrolment({ to: horizon })],
    ['PSYPACT privilege, home NJ', 'telehealth registration', 'enrolment with summit-health'],
  ],
])('ends soon: %s', (_, credentials, expected) => {
  const entries = credentialEntries('1', credentials).filter((entry) => endsBetween(entry, today, horizon));
  expect(entries.map(({ what }) => what)).toEqual(expected);
});
