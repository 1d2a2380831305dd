import { expect, test } from 'vitest';
import { isRole, mayDo, permissions, roles } from '../../../domain/access/permission.js';

const moneyGivenUp = ['claims:override', 'claims:write_off', 'claims:void'] as const;

test('only a manager gives money up or sets an edit aside', () => {
  for (const permission of moneyGivenUp) {
    expect(roles.filter((role) => mayDo(role, permission))).toEqual(['manager']);
  }
});

test('only a manager records what a clinician may do', () => {
  expect(roles.filter((role) => mayDo(role, 'credentials:write'))).toEqual(['manager']);
});

test('a viewer changes nothing and sees no visit', () => {
  expect(permissions.filter((permission) => mayDo('viewer', permission))).toEqual([
    'claims:read',
    'work_items:read',
    'exchange:read',
    'reports:read',
    'payers:read',
  ]);
});

test('an integration sends visits and follows its claims, no more', () => {
  expect(permissions.filter((permission) => mayDo('integration', permission))).toEqual([
    'visits:read',
    'visits:write',
    'claims:read',
    'payers:read',
  ]);
});

test('each permission belongs to some role', () => {
  expect(permissions.filter((permission) => !roles.some((role) => mayDo(role, permission)))).toEqual([]);
});

test('a role is known by its exact name', () => {
  expect([isRole('biller'), isRole('Biller'), isRole('toString')]).toEqual([true, false, false]);
});
