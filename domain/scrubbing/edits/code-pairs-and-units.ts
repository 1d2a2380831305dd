import type { ServiceLine } from '../../coding/coded-claim.js';
import { isVisitCode, procedureFacts } from '../../coding/procedure-facts.js';
import { always, year2025, year2026 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { psychotherapyAsAddOn } from '../fixes.js';
import type { ScrubEdit } from '../scrub-edit.js';

function codesOf(lines: readonly ServiceLine[]): readonly string[] {
  return lines.map((line) => line.procedureCode);
}

function pairEdit(
  pair: readonly [string, string],
  edit: Pick<ScrubEdit, 'id' | 'effectiveFrom' | 'source' | 'title'>,
): ScrubEdit {
  const [first, second] = pair;
  return {
    ...edit,
    severity: 'blocking',
    check: ({ claim }) => {
      const codes = codesOf(claim.lines);
      return findWhen(codes.includes(first) && codes.includes(second), {
        message: `${first} and ${second} are not reported together`,
        location: 'claim.lines',
        remedy: 'Keep the one that the documentation supports.',
      });
    },
  };
}

/** Which codes may stand together, and how often. */
export const codePairAndUnitEdits: readonly ScrubEdit[] = [
  {
    id: 'add-on-without-base',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'NCCI Policy Manual ch. 1: an add-on code needs its primary procedure',
    title: 'An add-on stands beside its base code',
    check: (input) => {
      const codes = codesOf(input.claim.lines);
      return findOnLines(
        input,
        (line) => {
          const bases = procedureFacts(line.procedureCode)?.needsOneOf;
          return bases !== undefined && !bases.some((base) => codes.includes(base));
        },
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is an add-on and its base code is not on the claim`,
          remedy: 'Add the base service that was rendered, or take the add-on off.',
        }),
      );
    },
  },
  {
    id: 'units-over-daily-maximum',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CMS medically unlikely edits (practitioner), built-in subset',
    title: 'Units stay within the daily maximum',
    check: (input) =>
      findOnLines(
        input,
        (line) => line.units > (procedureFacts(line.procedureCode)?.maxUnitsPerDay ?? Number.POSITIVE_INFINITY),
        (line) => ({
          field: 'units',
          message: `${line.units} units of ${line.procedureCode} are over its daily maximum of ${procedureFacts(line.procedureCode)?.maxUnitsPerDay ?? ''}`,
          remedy: 'Correct the units to what the note supports.',
        }),
      ),
  },
  {
    id: 'two-visits-on-claim',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'NCCI Policy Manual ch. 11; CPT E/M guidelines: one visit code a day by the same clinician',
    title: 'One visit code a day',
    check: ({ claim }) =>
      findWhen(claim.lines.filter((line) => isVisitCode(line.procedureCode)).length > 1, {
        message: 'the claim has two visit codes for one day',
        location: 'claim.lines',
        remedy: 'Report the one code that stands for all of the day’s work.',
      }),
  },
  {
    id: 'psychotherapy-beside-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT psychotherapy guidelines: with a visit, the add-ons 90833, 90836, 90838 are reported',
    title: 'Psychotherapy with a visit is the add-on code',
    check: (input) => {
      const withVisit = input.claim.lines.some((line) => isVisitCode(line.procedureCode));
      return findOnLines(
        input,
        (line) => withVisit && procedureFacts(line.procedureCode)?.family === 'psychotherapy',
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} stands beside a visit of the same day`,
          remedy: 'Report the add-on of the same time band: 90833, 90836 or 90838.',
        }),
      );
    },
    fix: psychotherapyAsAddOn,
  },
  {
    id: 'psychiatric-evaluation-beside-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'NCCI Policy Manual ch. 11: 90791 and 90792 are not reported with a visit of the same day',
    title: 'A psychiatric evaluation stands without a visit code',
    check: ({ claim }) => {
      const codes = codesOf(claim.lines);
      return findWhen((codes.includes('90791') || codes.includes('90792')) && codes.some(isVisitCode), {
        message: 'a psychiatric evaluation and a visit code stand on the same day',
        location: 'claim.lines',
        remedy: 'Report 90792 alone when medical services were part of the evaluation.',
      });
    },
  },
  {
    id: 'line-repeated',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 1 §120: exact duplicates; CPT modifiers 76, 77, 59',
    title: 'No line stands two times',
    check: ({ claim }) => {
      if (claim.lines.length < 2) return [];
      const keys = claim.lines.map((line) => `${line.procedureCode} ${[...line.modifiers].sort().join(' ')}`);
      return findWhen(new Set(keys).size < keys.length, {
        message: 'two lines have the same code and modifiers',
        location: 'claim.lines',
        remedy: 'Join them into one line with the units added, or mark the distinct service.',
      });
    },
  },
  {
    id: 'prolonged-code-of-medicare',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: 'CY2021 PFS final rule: Medicare pays G2212 in place of 99417',
    title: 'Medicare gets G2212 for prolonged visits',
    payerClasses: ['medicare'],
    check: ({ claim }) =>
      findWhen(codesOf(claim.lines).includes('99417'), {
        message: 'Medicare does not pay 99417',
        location: 'claim.lines',
        remedy: 'Report G2212 when the time reaches its threshold.',
      }),
  },
  pairEdit(['99417', 'G2212'], {
    id: 'prolonged-codes-together',
    effectiveFrom: always,
    source: 'CY2021 PFS final rule: 99417 or G2212, never both',
    title: 'One prolonged-service code',
  }),
  pairEdit(['99445', '99454'], {
    id: 'device-supply-codes-together',
    effectiveFrom: year2026,
    source: 'CY2026 PFS final rule: 99445 for 2–15 days, 99454 for 16–30 days',
    title: 'One device-supply code in thirty days',
  }),
  pairEdit(['99470', '99457'], {
    id: 'monitoring-management-codes-together',
    effectiveFrom: year2026,
    source: 'CY2026 PFS final rule: 99470 for ten minutes, 99457 for twenty',
    title: 'One first management code a month',
  }),
  {
    id: 'remote-and-therapeutic-monitoring',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CY2023 PFS final rule: remote physiologic and therapeutic monitoring not for the same patient and month',
    title: 'One kind of monitoring at a time',
    check: ({ claim }) => {
      const families = claim.lines.map((line) => procedureFacts(line.procedureCode)?.family);
      return findWhen(families.includes('remote_monitoring') && families.includes('therapeutic_monitoring'), {
        message: 'remote physiologic and remote therapeutic monitoring stand on the same claim',
        location: 'claim.lines',
        remedy: 'Report the one that the treatment plan orders.',
      });
    },
  },
];
