import { expect, it } from 'vitest';
import { compactCodes, isCompactMember, licensureCompacts } from '../../../domain/credential/licensure-compact.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';

it.each([
  ['PA', '2025-07-06', false],
  ['PA', '2025-07-07', true],
  ['TX', '2020-01-01', true],
  ['CA', '2026-03-10', false],
] as const)('%s on %s is in the nurses’ compact: %s', (state, day, expected) => {
  expect(isCompactMember('NLC', state, plainDate(day))).toBe(expected);
});

it('each compact says as of when its members were known, and none twice', () => {
  for (const code of compactCodes) {
    const { asOf, members, source, code: own } = licensureCompacts[code];
    expect([own, asOf > '2026-01-01', source.length > 3]).toEqual([code, true, true]);
    expect(new Set(members.map(({ state }) => state)).size).toBe(members.length);
  }
});
