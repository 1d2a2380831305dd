import { expect, test } from 'vitest';
import { denialDeadlines } from '../../../domain/denial/denial-deadlines.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { aPayer } from '../../builders/rules.js';

const denied = {
  dateOfService: plainDate('2026-01-01'),
  remittanceDate: plainDate('2026-02-01'),
  appealable: true,
};
const messages = (code: string, overrides = {}) =>
  denialDeadlines(aPayer(code, overrides), denied).map(({ message }) => message);

test('a denial that can be appealed names the first level and its last day', () => {
  expect(messages('medicare')).toEqual([
    'This decision can be appealed: redetermination, by 2026-06-06.',
    'A correction must reach the payer by 2027-02-01.',
  ]);
});

test('a limit that nobody verified says so', () => {
  expect(messages('harbor-health')).toEqual([
    'This decision can be appealed: first internal appeal, by 2026-07-31. The limit is not verified: check it with the payer.',
    'A correction must reach the payer by 2026-05-02. The limit is not verified: check it with the payer.',
  ]);
});

test('without levels in the profile an appeal has no date; without appeal rights it is not mentioned', () => {
  expect(messages('medicare', { appealLevels: [] })[0]).toBe('This decision can be appealed.');
  expect(denialDeadlines(aPayer('medicare'), { ...denied, appealable: false }).map(({ code }) => code)).toEqual([
    'correctable-until',
  ]);
});
