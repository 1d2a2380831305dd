import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { gapsBetween, placePayerVersion } from '../../domain/payer/place-payer-version.js';
import { isInForce, profileInForce, spanOf } from '../../domain/payer/profile-in-force.js';
import { aPayer } from '../builders/rules.js';

const first = plainDate('2025-01-01');
const lengthDays = 120;
const day = fc.integer({ min: 0, max: lengthDays }).map((days) => addDays(first, days));

/** Versions with and without a start and an end, in any order. */
const version = fc
  .record({ a: fc.option(day), b: fc.option(day), filingLimitDays: fc.integer({ min: 1, max: 400 }) })
  .map(({ a, b, filingLimitDays }): PayerProfile => {
    const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    return aPayer('unity-care', {
      filingLimitDays,
      ...(from === null ? {} : { effectiveFrom: from }),
      ...(to === null ? {} : { effectiveTo: to }),
    });
  });

/** What is there after versions came one by one; one that is refused changes nothing. */
function placeAll(versions: readonly PayerProfile[]): readonly PayerProfile[] {
  return versions.reduce<readonly PayerProfile[]>((there, each) => {
    const placed = placePayerVersion(there, each);
    return placed.ok ? placed.value.versions : there;
  }, []);
}

const everyDay: readonly PlainDate[] = Array.from({ length: lengthDays + 3 }, (_, index) => addDays(first, index - 1));

test('whatever versions come in whatever order, at most one is in force on any day, and it is the one found', () => {
  fc.assert(
    fc.property(fc.array(version, { maxLength: 8 }), (versions) => {
      const there = placeAll(versions);
      for (const on of everyDay) {
        const inForce = there.filter((each) => isInForce(each, on));
        expect(inForce.length).toBeLessThanOrEqual(1);
        expect(profileInForce(there, on)).toBe(inForce[0] ?? null);
      }
    }),
  );
});

test('exactly one is in force on each day between first and last start that no gap is told for, and none outside', () => {
  fc.assert(
    fc.property(fc.array(version, { minLength: 1, maxLength: 8 }), (versions) => {
      const there = placeAll(versions);
      const gaps = gapsBetween(there).map(({ message }) => message.match(/\d{4}-\d\d-\d\d/g) ?? []);
      const from = spanOf(there[0] ?? {}).from;
      const to = spanOf(there.at(-1) ?? {}).to;
      for (const on of everyDay) {
        const inGap = gaps.some(([start = '', end = '']) => start <= on && on <= end);
        const expected = on >= from && on <= to && !inGap;
        expect(profileInForce(there, on) !== null).toBe(expected);
      }
    }),
  );
});

test('a version that is taken is in force on each of its days', () => {
  fc.assert(
    fc.property(fc.array(version, { maxLength: 5 }), version, (versions, last) => {
      const placed = placePayerVersion(placeAll(versions), last);
      if (!placed.ok) return;
      expect(spanOf(placed.value.version).from).toBe(spanOf(last).from);
      for (const on of everyDay.filter((each) => isInForce(placed.value.version, each))) {
        expect(profileInForce(placed.value.versions, on)).toBe(placed.value.version);
      }
    }),
  );
});

test('files that were loaded once change nothing when they are loaded again', () => {
  const ofDifferentDays = fc.uniqueArray(version, { maxLength: 6, selector: (each) => spanOf(each).from });
  fc.assert(
    fc.property(ofDifferentDays, (versions) => {
      const there = placeAll(versions);
      const taken = versions.filter((each) => there.some((one) => spanOf(one).from === spanOf(each).from));
      for (const written of taken) {
        expect(placePayerVersion(there, written)).toMatchObject({ ok: true, value: { outcome: 'unchanged' } });
      }
    }),
  );
});
