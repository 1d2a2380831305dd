import { expect, test } from 'vitest';
import { endOfBusinessDay, stageDueAt } from '../../../domain/claim/service-level.js';
import { instant } from '../../../domain/kernel/instant.js';
import { aPayer } from '../../builders/rules.js';

const timeZone = 'America/New_York';
/** Friday evening in New York, already Saturday in UTC. */
const fridayEvening = instant('2026-03-14T01:00:00Z');

test('a business day ends with its last moment where the practice is', () => {
  expect(endOfBusinessDay(fridayEvening, 1, timeZone)).toBe('2026-03-17T03:59:59.999Z');
  expect(endOfBusinessDay(fridayEvening, 0, timeZone)).toBe('2026-03-14T03:59:59.999Z');
});

test('over a change of the clocks the day still ends at midnight', () => {
  expect(endOfBusinessDay(instant('2026-03-06T15:00:00Z'), 1, timeZone)).toBe('2026-03-10T03:59:59.999Z');
  expect(endOfBusinessDay(instant('2026-03-05T15:00:00Z'), 1, timeZone)).toBe('2026-03-07T04:59:59.999Z');
});

test('payers answer within the calendar days of their profile', () => {
  const context = { payer: aPayer('summit-health', { acknowledgementDueDays: 4, remittanceDueDays: 21 }), timeZone };
  const entered = instant('2026-03-10T15:00:00Z');
  expect(stageDueAt('acknowledgement', entered, context)).toBe('2026-03-14T15:00:00.000Z');
  expect(stageDueAt('adjudication', entered, context)).toBe('2026-03-31T15:00:00.000Z');
});

test('without a payer the usual days hold, and nothing is awaited of a closed claim', () => {
  const entered = instant('2026-03-10T15:00:00Z');
  expect(stageDueAt('acknowledgement', entered, { payer: null, timeZone })).toBe('2026-03-15T15:00:00.000Z');
  expect(stageDueAt('closed', entered, { payer: null, timeZone })).toBeNull();
});

test('coverage is verified within the hour, our own steps by the end of the next business day', () => {
  const context = { payer: null, timeZone };
  expect(stageDueAt('eligibility', fridayEvening, context)).toBe('2026-03-14T02:00:00.000Z');
  expect(stageDueAt('coding', fridayEvening, context)).toBe('2026-03-17T03:59:59.999Z');
});
