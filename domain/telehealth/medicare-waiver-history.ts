import { InvariantError } from '../kernel/invariant-error.js';
import { type PlainDate, plainDate } from '../kernel/plain-date.js';

/**
 * What was known at a time of the Medicare telehealth waivers (no geographic limit, the home as originating site, audio-only,
 * therapists, FQHC and RHC) for a span of dates of service. Both spans have both ends in; an end left out is open.
 */
export interface WaiverPeriod {
  readonly state: 'in_force' | 'lapsed';
  readonly validFrom?: PlainDate;
  readonly validTo?: PlainDate;
  readonly knownFrom?: PlainDate;
  readonly knownTo?: PlainDate;
  readonly source: string;
}

const firstLapse = plainDate('2025-10-01');
const secondLapse = plainDate('2026-01-31');
const end = plainDate('2028-01-01');

/**
 * Valid time and knowledge time. Two lapses were healed after the fact: a claim of such a day was rightly held while the
 * law was silent, and is payable by what is known since. Behavioral health at home never lapsed (SSA 1834(m)(7)).
 */
const waiverPeriods: readonly WaiverPeriod[] = [
  {
    state: 'in_force',
    validTo: plainDate('2025-09-30'),
    source: 'SSA 1834(m): waivers in force for visits to 2025-09-30',
  },
  {
    state: 'lapsed',
    validFrom: firstLapse,
    validTo: plainDate('2026-01-30'),
    knownTo: plainDate('2025-11-11'),
    source: 'SSA 1834(m): waivers ended with 2025-09-30 until H.R. 5371 of 2025-11-12',
  },
  {
    state: 'in_force',
    validFrom: firstLapse,
    validTo: plainDate('2026-01-30'),
    knownFrom: plainDate('2025-11-12'),
    source: 'H.R. 5371, signed 2025-11-12: waivers restored from 2025-10-01 to 2026-01-30',
  },
  {
    state: 'lapsed',
    validFrom: secondLapse,
    validTo: plainDate('2027-12-31'),
    knownTo: plainDate('2026-02-02'),
    source: 'SSA 1834(m): waivers ended with 2026-01-30 until H.R. 7148 of 2026-02-03',
  },
  {
    state: 'in_force',
    validFrom: secondLapse,
    validTo: plainDate('2027-12-31'),
    knownFrom: plainDate('2026-02-03'),
    source: 'Consolidated Appropriations Act, 2026 (H.R. 7148, signed 2026-02-03), sec. 6209: waivers to 2027-12-31',
  },
  {
    state: 'lapsed',
    validFrom: end,
    source: 'Consolidated Appropriations Act, 2026, sec. 6209: waivers end with 2027-12-31',
  },
];

function isWithin(date: PlainDate, from: PlainDate | undefined, to: PlainDate | undefined): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** What was known on a day of the waivers for a date of service. The history begins with the lapse of 2025-10-01. */
export function medicareWaiversAt(dateOfService: PlainDate, knownOn: PlainDate): WaiverPeriod {
  const period = waiverPeriods.find(
    ({ validFrom, validTo, knownFrom, knownTo }) =>
      isWithin(dateOfService, validFrom, validTo) && isWithin(knownOn, knownFrom, knownTo),
  );
  if (period === undefined) throw new InvariantError('the waiver periods leave no day out');
  return period;
}
