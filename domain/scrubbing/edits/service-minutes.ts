import { procedureFacts } from '../../coding/procedure-facts.js';
import { always, year2026 } from '../edit-dates.js';
import { findOnLines } from '../edit-findings.js';
import { findMinutesOutside, type MinuteBandOf } from '../find-minutes-outside.js';
import type { EditFinding, ScrubEdit, ScrubInput } from '../scrub-edit.js';

/** Minutes of codes that go by time and whose band our procedure table does not need: at least, and at most. */
type MinuteBands = Readonly<Record<string, readonly [least: number, most: number]>>;

const wholeDay = 1440;
const interprofessional: MinuteBands = {
  '99446': [5, 10],
  '99447': [11, 20],
  '99448': [21, 30],
  '99449': [31, wholeDay],
  '99451': [5, wholeDay],
  '99452': [16, wholeDay],
};
const familySessions: MinuteBands = { '90846': [26, wholeDay], '90847': [26, wholeDay] };
const monitoringManagement: MinuteBands = {
  '99457': [20, wholeDay],
  '99458': [40, wholeDay],
  '99091': [30, wholeDay],
  '98980': [20, wholeDay],
  '98981': [40, wholeDay],
};
const shortManagement: MinuteBands = { '99470': [10, 19], '98979': [10, 19] };
const extendedCheckIn: MinuteBands = { G2251: [5, 10], G2252: [11, 20] };
const healthBehavior: MinuteBands = {
  '96158': [16, wholeDay],
  '96164': [16, wholeDay],
  '96167': [16, wholeDay],
  '96170': [16, wholeDay],
};
const digitalVisits = ['99421', '99422', '99423', '98970', '98971', '98972'];
/** Total minutes at which the first unit of a prolonged service is complete, by code and base visit. */
const prolongedFrom: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '99417': { '99205': 75, '99215': 55, '98003': 75, '98007': 55, '98011': 75, '98015': 55 },
  G2212: { '99205': 89, '99215': 69 },
};

function bandsOf(bands: MinuteBands): MinuteBandOf {
  return ({ procedureCode }) => bands[procedureCode];
}

/** A visit that stands for a month of monitoring says the month's minutes; an older source gives them as its own. */
function minutesOfMonth({ visit }: ScrubInput): number | undefined {
  return visit.monitoring?.managementMinutes ?? visit.totalMinutes;
}

/** Units of thirty minutes from a first threshold on. */
function unitsBeyond(minutes: number, firstUnitAt: number, unitMinutes: number): number {
  return minutes < firstUnitAt ? 0 : 1 + Math.floor((minutes - firstUnitAt) / unitMinutes);
}

/** Whether minutes reach what codes that go by time need. */
export const serviceMinuteEdits: readonly ScrubEdit[] = [
  {
    id: 'digital-visit-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT online digital evaluation and management: cumulative time in seven days, 5–10, 11–20, 21 and more',
    title: 'Minutes of seven days fit the online digital visit',
    asksFor: ['totalMinutes'],
    procedureCodes: digitalVisits,
    check: (input) =>
      findMinutesOutside(
        input,
        ({ procedureCode }) => {
          const facts = digitalVisits.includes(procedureCode) ? procedureFacts(procedureCode) : undefined;
          return facts && [facts.minMinutes ?? 0, facts.maxMinutes ?? wholeDay];
        },
        'Give the cumulative minutes, or report the code of their band.',
      ),
  },
  {
    id: 'interprofessional-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT interprofessional consultations 99446–99449, 99451, 99452: by time',
    title: 'Minutes fit the consultation between professionals',
    asksFor: ['totalMinutes'],
    procedureCodes: Object.keys(interprofessional),
    check: (input) =>
      findMinutesOutside(
        input,
        bandsOf(interprofessional),
        'Give the minutes of review and discussion, or the code of their band.',
      ),
  },
  {
    id: 'family-session-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 90846, 90847: at least 26 minutes (midpoint of 50)',
    title: 'A family session has at least 26 minutes',
    asksFor: ['totalMinutes'],
    procedureCodes: Object.keys(familySessions),
    check: (input) =>
      findMinutesOutside(input, bandsOf(familySessions), 'Give the minutes; a shorter session is not reported.'),
  },
  {
    id: 'crisis-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT psychotherapy for crisis: 90839 from 30 minutes, 90840 for each thirty beyond 74',
    title: 'Psychotherapy for crisis has at least thirty minutes',
    asksFor: ['totalMinutes'],
    procedureCodes: ['90839'],
    check: (input) =>
      findMinutesOutside(
        input,
        bandsOf({ '90839': [30, wholeDay] }),
        'Below thirty minutes report 90832 with its band.',
      ),
  },
  {
    id: 'crisis-units',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT psychotherapy for crisis: 90840 for each thirty minutes beyond 74',
    title: 'Further half hours of a crisis fit the minutes',
    asksFor: ['totalMinutes'],
    procedureCodes: ['90840'],
    check: (input) =>
      findOnLines(
        input,
        (line) => line.procedureCode === '90840' && line.units > unitsBeyond(input.visit.totalMinutes ?? 0, 75, 30),
        (line) => ({
          field: 'units',
          message: `the documented minutes do not make ${line.units} units of 90840`,
          remedy: 'One unit from 75 minutes on, one more for each further thirty.',
        }),
      ),
  },
  {
    id: 'psychotherapy-add-on-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT psychotherapy guidelines: 90833 from 16, 90836 from 38, 90838 from 53 minutes beside the visit',
    title: 'The visit is long enough for its psychotherapy',
    procedureCodes: ['90833', '90836', '90838'],
    check: (input) => {
      // Where the two were timed apart, the visit's own minutes say nothing of the psychotherapy.
      const minutes = input.visit.psychotherapyMinutes ?? input.visit.totalMinutes;
      return findOnLines(
        input,
        (line) => {
          const facts = procedureFacts(line.procedureCode);
          return facts?.family === 'psychotherapy_add_on' && minutes !== undefined && minutes < (facts.minMinutes ?? 0);
        },
        (line) => ({
          field: 'procedureCode',
          message: `${minutes ?? ''} minutes are fewer than ${line.procedureCode} needs alone`,
          remedy: 'Report the add-on of the psychotherapy minutes, or none below sixteen.',
        }),
      );
    },
  },
  {
    id: 'prolonged-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99417: from 75 or 55 minutes; CY2021 PFS final rule: G2212 from 89 or 69 minutes',
    title: 'A prolonged visit reaches the time of each unit',
    asksFor: ['totalMinutes'],
    procedureCodes: ['99417', 'G2212'],
    check: (input) => {
      const minutes = input.visit.totalMinutes ?? 0;
      const unitsReached = (code: string): number => {
        const thresholds = prolongedFrom[code];
        const base = input.claim.lines.find((line) => thresholds?.[line.procedureCode] !== undefined);
        const from = base === undefined ? undefined : thresholds?.[base.procedureCode];
        return from === undefined ? Number.POSITIVE_INFINITY : unitsBeyond(minutes, from, 15);
      };
      return findOnLines(
        input,
        (line) => prolongedFrom[line.procedureCode] !== undefined && line.units > unitsReached(line.procedureCode),
        (line) => ({
          field: 'units',
          message: `the documented minutes do not reach ${line.units} of ${line.procedureCode}`,
          remedy: 'Correct the units, or take the prolonged service off: it counts full fifteen minutes only.',
        }),
      );
    },
  },
  {
    id: 'nutrition-minutes-missing',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 97802, 97803: each fifteen minutes; SSA 1833(e)',
    title: 'Nutrition therapy has its minutes',
    asksFor: ['totalMinutes'],
    procedureCodes: ['97802', '97803', '97804'],
    check: (input) =>
      findWhenMinutesMissing(input, ['97802', '97803', '97804'], 'Give the minutes; the units follow from them.'),
  },
  {
    id: 'group-nutrition-units',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 97804: each thirty minutes, counted past the midpoint',
    title: 'Units of group nutrition therapy fit the minutes',
    procedureCodes: ['97804'],
    check: (input) => {
      const minutes = input.visit.totalMinutes;
      return findOnLines(
        input,
        (line) =>
          line.procedureCode === '97804' && minutes !== undefined && line.units > Math.floor((minutes + 14) / 30),
        (line) => ({
          field: 'units',
          message: `${minutes ?? ''} minutes do not make ${line.units} units of 97804`,
          remedy: 'One unit for each thirty minutes, counted past the midpoint.',
        }),
      );
    },
  },
  {
    id: 'health-behavior-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT health behavior intervention: the first thirty minutes count from sixteen',
    title: 'A health behavior intervention has at least sixteen minutes',
    asksFor: ['totalMinutes'],
    procedureCodes: Object.keys(healthBehavior),
    check: (input) =>
      findMinutesOutside(input, bandsOf(healthBehavior), 'Give the minutes; below sixteen nothing is reported.'),
  },
  {
    id: 'extended-check-in-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CY2021 PFS final rule: G2252 for 11–20 minutes, G2251 for 5–10',
    title: 'Minutes fit the virtual check-in of Medicare',
    asksFor: ['totalMinutes'],
    procedureCodes: Object.keys(extendedCheckIn),
    check: (input) =>
      findMinutesOutside(input, bandsOf(extendedCheckIn), 'Give the minutes, or report the code of their band.'),
  },
  {
    id: 'monitoring-management-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99457, 99458, 98980, 98981: each full twenty minutes in a calendar month; 99091: thirty',
    title: 'Minutes of the month reach the management code',
    asksFor: ['monitoring.managementMinutes'],
    procedureCodes: Object.keys(monitoringManagement),
    check: (input) =>
      findMinutesOutside(
        input,
        bandsOf(monitoringManagement),
        'Give the minutes of the calendar month; a part of twenty is not reported.',
        minutesOfMonth(input),
      ),
  },
  {
    id: 'short-management-minutes',
    severity: 'blocking',
    effectiveFrom: year2026,
    source: 'CY2026 PFS final rule: 99470 and 98979 for 10–19 minutes in a calendar month',
    title: 'The short management code has ten to nineteen minutes',
    asksFor: ['monitoring.managementMinutes'],
    procedureCodes: Object.keys(shortManagement),
    check: (input) =>
      findMinutesOutside(
        input,
        bandsOf(shortManagement),
        'From twenty minutes on report 99457 or 98980.',
        minutesOfMonth(input),
      ),
  },
];

function findWhenMinutesMissing(input: ScrubInput, codes: readonly string[], remedy: string): readonly EditFinding[] {
  return findOnLines(
    input,
    (line) => input.visit.totalMinutes === undefined && codes.includes(line.procedureCode),
    (line) => ({
      field: 'procedureCode',
      message: `${line.procedureCode} goes by time and the record gives no minutes`,
      remedy,
    }),
  );
}
