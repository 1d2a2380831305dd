import { allForYear, isAHoliday } from '@18f/us-federal-holidays';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays, federalHolidays, isBusinessDay } from '../../domain/kernel/business-calendar.js';
import { addDays, daysBetween, isoWeekday, type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';

const dates = fc.integer({ min: 0, max: 25_000 }).map((days): PlainDate => addDays(plainDate('1990-01-01'), days));

/** Inauguration Day closes offices of Washington only; payers and banks work (5 U.S.C. 6103(c)). */
const nationwide = (holidays: ReturnType<typeof allForYear>) =>
  holidays.filter((holiday) => !/inauguration/i.test(holiday.name));

test('the observed holidays of every year agree with an implementation that is not ours', () => {
  for (let year = 1990; year <= 2060; year += 1) {
    const theirs = [year, year + 1]
      .flatMap((each) => nationwide(allForYear(each, { shiftSaturdayHolidays: true, shiftSundayHolidays: true })))
      .map((holiday) => holiday.dateString)
      .map((text) =>
        plainDate(
          text
            .split('-')
            .map((part) => part.padStart(2, '0'))
            .join('-'),
        ),
      )
      .filter((date) => date.startsWith(`${year}-`));
    expect([...federalHolidays(year)].toSorted(), String(year)).toEqual([...new Set(theirs)].toSorted());
  }
});

test('a business day is a weekday that nobody else calls a holiday', () => {
  fc.assert(
    fc.property(dates, (date) => {
      const isHoliday = isAHoliday(new Date(`${date}T00:00:00Z`), {
        utc: true,
        shiftSaturdayHolidays: true,
        shiftSundayHolidays: true,
      });
      expect(isBusinessDay(date)).toBe(isoWeekday(date) <= 5 && !isHoliday);
    }),
    { numRuns: 300 },
  );
});

test('between a date and the one that many business days later lie exactly that many business days', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, count) => {
      const first = addBusinessDays(date, 0);
      const last = addBusinessDays(date, count);
      const days = Array.from({ length: daysBetween(first, last) }, (_, index) => addDays(first, index + 1));
      expect(days.filter(isBusinessDay)).toHaveLength(count);
      expect(isBusinessDay(last)).toBe(true);
      expect(addBusinessDays(last, -count)).toBe(first);
    }),
    { numRuns: 150 },
  );
});
