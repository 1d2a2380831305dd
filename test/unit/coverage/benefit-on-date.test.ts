import { expect, it } from 'vitest';
import { isBenefitOn } from '../../../domain/coverage/benefit-on-date.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';

const day = plainDate('2026-03-10');
const dated = (qualifier: string, from: string, to = from) => ({
  qualifier,
  period: { from: plainDate(from), to: plainDate(to) },
});

it.each([
  ['no dates', [], true],
  ['a span on its first day', [dated('291', '2026-03-10', '2026-12-31')], true],
  ['a span on its last day', [dated('291', '2026-01-01', '2026-03-10')], true],
  ['a span before', [dated('291', '2025-01-01', '2025-12-31')], false],
  ['a first day before', [dated('346', '2026-01-01')], true],
  ['a first day after', [dated('346', '2026-03-11')], false],
  ['a last day after', [dated('347', '2026-12-31')], true],
  ['a last day before', [dated('347', '2026-03-09')], false],
  ['a first and a last day around', [dated('346', '2026-01-01'), dated('347', '2026-12-31')], true],
])('a benefit with %s counts: %s', (_, dates, expected) => {
  expect(isBenefitOn({ dates }, day)).toBe(expected);
});
