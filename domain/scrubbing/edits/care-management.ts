import { addOnUnitsWithin } from '../../coding/add-on-time.js';
import { procedureFacts, proceduresOfFamily } from '../../coding/procedure-facts.js';
import { always } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { findMinutesOutside } from '../find-minutes-outside.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';
import { behavioralCareMonth, careMonth } from '../service-period.js';

const timed = proceduresOfFamily('care_management').filter(({ minMinutes }) => minMinutes !== undefined);
const timedCodes = timed.map(({ code }) => code);
const addOnCodes = proceduresOfFamily('care_management')
  .filter(({ needsOneOf, unitMinutes }) => needsOneOf !== undefined && unitMinutes !== undefined)
  .map(({ code }) => code);
const wholeMonth = Number.POSITIVE_INFINITY;

function amongOf({ claim }: ScrubInput, codes: readonly string[]): readonly string[] {
  return [...new Set(claim.lines.map((line) => line.procedureCode).filter((code) => codes.includes(code)))];
}

/** Units of an add-on that the minutes reach beside its base on the claim; any number when there is no base, as another edit tells. */
function unitsReached(input: ScrubInput, addOn: string): number {
  const minutes = input.visit.totalMinutes;
  const base = amongOf(input, procedureFacts(addOn)?.needsOneOf ?? [])[0];
  if (minutes === undefined || base === undefined) return Number.POSITIVE_INFINITY;
  return addOnUnitsWithin(base, addOn, minutes);
}

/** A month of care between visits: its minutes, and that one programme alone stands for it. */
export const careManagementEdits: readonly ScrubEdit[] = [
  {
    id: 'care-management-month-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT care management guidelines: minutes of the calendar month; 99492 and 99493 past their midpoint',
    title: 'Minutes of the month reach the care management code',
    asksFor: ['totalMinutes'],
    procedureCodes: timedCodes,
    check: (input) =>
      findMinutesOutside(
        input,
        ({ procedureCode }) => {
          const fewest = timedCodes.includes(procedureCode) ? procedureFacts(procedureCode)?.minMinutes : undefined;
          return fewest === undefined ? undefined : [fewest, wholeMonth];
        },
        'Give the minutes of the calendar month; fewer are not reported.',
      ),
  },
  {
    id: 'care-management-further-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT care management guidelines: 99439, 99437, 99489, 99425, 99427, 99494 for further time of the month',
    title: 'Further care management fits the minutes of the month',
    procedureCodes: addOnCodes,
    check: (input) =>
      findOnLines(
        input,
        ({ procedureCode, units }) => addOnCodes.includes(procedureCode) && units > unitsReached(input, procedureCode),
        ({ procedureCode, units }) => ({
          field: 'units',
          message: `${input.visit.totalMinutes ?? ''} minutes of the month do not reach ${units} of ${procedureCode}`,
          remedy: 'Correct the units to what the minutes support, or take the add-on off.',
        }),
      ),
  },
  {
    id: 'care-programmes-together',
    severity: 'blocking',
    effectiveFrom: always,
    source:
      'CPT care management guidelines: 99490, 99487, 99491 exclude each other in a month; CY2025 PFS final rule: G0556–G0558 exclude them; 99424, 99426 of the same clinician (verify)',
    title: 'One programme stands for a month of care',
    procedureCodes: careMonth.codes,
    check: (input) => {
      const billed = amongOf(input, careMonth.codes);
      return findWhen(billed.length > 1, {
        message: `${billed.join(' and ')} stand for the same month of care`,
        location: 'claim.lines',
        remedy: 'Keep the programme that the patient agreed to and that the minutes support.',
      });
    },
  },
  {
    id: 'behavioral-care-programmes-together',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT behavioral health integration and collaborative care guidelines: 99484 or 99492–99493 in a month',
    title: 'One behavioral programme stands for a month of care',
    procedureCodes: behavioralCareMonth.codes,
    check: (input) => {
      const billed = amongOf(input, behavioralCareMonth.codes);
      return findWhen(billed.length > 1, {
        message: `${billed.join(' and ')} stand for the same month of behavioral care`,
        location: 'claim.lines',
        remedy: 'Keep the programme under which the month was given.',
      });
    },
  },
];
