import { medicalClinicians } from '../../coding/procedures/reporting-clinicians.js';
import { procedureFacts } from '../../coding/procedure-facts.js';
import { isTherapist } from '../../visit/is-therapist.js';
import { always, year2022, year2026 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';

const deviceSupply = ['99445', '99454', '98976', '98977', '98978', '98984', '98985', '98986'];
const oncePerMonth = ['99453', ...deviceSupply, '99457', '99470', '99091', '98975', '98979', '98980'];
const therapeutic = ['98975', '98976', '98977', '98978', '98979', '98980', '98981', '98984', '98985', '98986'];
/** Device supply of 2–15 days with that of 16–30 days for the same organ system. */
const therapeuticSupplies: readonly (readonly [string, string])[] = [
  ['98984', '98976'],
  ['98985', '98977'],
  ['98986', '98978'],
];
const therapyPlan = ['GP', 'GO', 'GN'];

function bothOf(codes: ReadonlySet<string>, [one, other]: readonly [string, string]): boolean {
  return codes.has(one) && codes.has(other);
}

/** Remote physiologic (RPM) and therapeutic (RTM) monitoring. */
export const remoteMonitoringEdits: readonly ScrubEdit[] = [
  {
    id: 'monitoring-units',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT remote monitoring: once in thirty days or a calendar month; CMS medically unlikely edits',
    title: 'Set-up, supply and first management are billed one time',
    procedureCodes: oncePerMonth,
    check: (input) =>
      findOnLines(
        input,
        (line) => line.units > 1 && oncePerMonth.includes(line.procedureCode),
        (line) => ({
          field: 'units',
          message: `${line.units} units of ${line.procedureCode}, which is billed one time in its period`,
          remedy: 'Bill one unit; further management time has its add-on.',
        }),
      ),
  },
  {
    id: 'therapeutic-supply-codes-together',
    severity: 'blocking',
    effectiveFrom: year2026,
    source: 'CY2026 PFS final rule: 98984–98986 for 2–15 days, 98976–98978 for 16–30 days',
    title: 'One device supply of therapeutic monitoring in thirty days',
    procedureCodes: ['98984', '98985', '98986'],
    check: ({ claim }) => {
      const codes = new Set(claim.lines.map((line) => line.procedureCode));
      const pair = therapeuticSupplies.find((each) => bothOf(codes, each));
      return findWhen(pair !== undefined, {
        message: `${pair?.join(' and ') ?? ''} are not reported together`,
        location: 'claim.lines',
        remedy: 'Keep the one whose days the device sent data.',
      });
    },
  },
  {
    id: 'therapeutic-management-codes-together',
    severity: 'blocking',
    effectiveFrom: year2026,
    source: 'CY2026 PFS final rule: 98979 for ten minutes, 98980 for twenty',
    title: 'One first management code of therapeutic monitoring a month',
    procedureCodes: ['98979'],
    check: ({ claim }) =>
      findWhen(
        claim.lines.some((line) => line.procedureCode === '98980'),
        {
          message: '98979 and 98980 are not reported together',
          location: 'claim.lines',
          remedy: 'Keep the one that the minutes of the month support.',
        },
      ),
  },
  {
    id: 'short-management-with-add-on',
    severity: 'blocking',
    effectiveFrom: year2026,
    source: 'CPT 99458 and 98981: beside twenty minutes, not beside the short codes 99470 and 98979',
    title: 'The twenty-minute add-on does not follow the short code',
    procedureCodes: ['99470', '98979'],
    check: ({ claim }) =>
      findWhen(
        claim.lines.some((line) => line.procedureCode === '99458' || line.procedureCode === '98981'),
        {
          message: 'further twenty minutes stand beside the code for ten to nineteen minutes',
          location: 'claim.lines',
          remedy: 'With forty minutes report 99457 or 98980 with its add-on.',
        },
      ),
  },
  {
    id: 'data-review-beside-management',
    severity: 'warning',
    effectiveFrom: always,
    source: 'CPT 99091: not beside 99457 for the same time; CY2021 PFS final rule',
    title: 'Time for reviewing data is not counted two times',
    procedureCodes: ['99091'],
    check: ({ claim }) =>
      findWhen(
        claim.lines.some((line) => line.procedureCode === '99457' || line.procedureCode === '99470'),
        {
          message: '99091 stands beside management time of the same month',
          location: 'claim.lines',
          remedy: 'Check that no minute counts for both; most payers want one of them.',
        },
      ),
  },
  {
    id: 'therapeutic-monitoring-without-plan',
    severity: 'blocking',
    effectiveFrom: year2022,
    source: 'CY2022 PFS final rule; Pub. 100-04 ch. 5 §20: RTM is sometimes therapy; GP, GO or GN by a therapist',
    title: 'A therapist’s monitoring names the plan of care',
    payerClasses: ['medicare', 'medicare_advantage'],
    procedureCodes: therapeutic,
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          isTherapist(input.visit.clinician.type) &&
          therapeutic.includes(line.procedureCode) &&
          !line.modifiers.some((modifier) => therapyPlan.includes(modifier)),
        (line) => ({
          field: 'modifiers',
          message: `${line.procedureCode} by a therapist has none of GP, GO, GN`,
          remedy: 'Add the modifier of the plan of care: GP physical, GO occupational, GN speech therapy.',
        }),
      ),
  },
  {
    id: 'physiologic-monitoring-by-therapist',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CY2020 and CY2021 PFS final rules: RPM is an evaluation and management service',
    title: 'Physiologic monitoring is ordered by those who report visits',
    procedureCodes: ['99445', '99453', '99454', '99457', '99458', '99470', '99091'],
    check: (input) => {
      const type = input.visit.clinician.type;
      const mayReport = medicalClinicians.includes(type);
      return findOnLines(
        input,
        (line) => !mayReport && procedureFacts(line.procedureCode)?.family === 'remote_monitoring',
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is not reported by a ${type.replaceAll('_', ' ')}`,
          remedy: 'Bill under the clinician who ordered it, or report therapeutic monitoring when that was done.',
        }),
      );
    },
  },
];
