import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../domain/kernel/plain-date.js';
import { medicareWaiversAt } from '../../../domain/telehealth/medicare-waiver-history.js';

describe('the Medicare telehealth waivers', () => {
  it.each([
    // date of service, known on, state
    ['2025-09-30', '2025-10-15', 'in_force'],
    ['2025-10-01', '2025-10-01', 'lapsed'],
    ['2025-10-15', '2025-11-11', 'lapsed'],
    ['2025-10-15', '2025-11-12', 'in_force'],
    ['2025-11-12', '2025-11-12', 'in_force'],
    ['2026-01-30', '2025-11-12', 'in_force'],
    ['2026-01-30', '2025-11-11', 'lapsed'],
    ['2026-01-31', '2026-01-31', 'lapsed'],
    ['2026-02-02', '2026-02-02', 'lapsed'],
    ['2026-01-31', '2026-02-03', 'in_force'],
    ['2027-12-31', '2026-02-03', 'in_force'],
    ['2028-01-01', '2026-02-03', 'lapsed'],
    ['2028-01-01', '2025-10-01', 'lapsed'],
  ])('for a visit of %s, as known on %s, were %s', (dateOfService, knownOn, state) => {
    expect(medicareWaiversAt(plainDate(dateOfService), plainDate(knownOn)).state).toBe(state);
  });

  const day = fc.integer({ min: -400, max: 1500 }).map((days) => addDays(plainDate('2025-10-01'), days));

  it('have one answer with a source for each day and each day of knowledge', () => {
    fc.assert(
      fc.property(day, day, (dateOfService, knownOn) => {
        const { state, source } = medicareWaiversAt(dateOfService, knownOn);
        expect(['in_force', 'lapsed']).toContain(state);
        expect(source).not.toBe('');
      }),
    );
  });

  it('were only ever restored by knowing more, never taken away', () => {
    fc.assert(
      fc.property(day, day, fc.nat(1500), (dateOfService, knownOn, later) => {
        if (medicareWaiversAt(dateOfService, knownOn).state === 'lapsed') return;
        expect(medicareWaiversAt(dateOfService, addDays(knownOn, later)).state).toBe('in_force');
      }),
    );
  });
});
