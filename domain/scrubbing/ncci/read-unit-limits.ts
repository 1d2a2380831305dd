import { readTableLines, type TableForm, type TableLine } from './read-table-lines.js';
import type { UnitLimit } from './unit-limit-set.js';

const codeForm = /^[0-9A-Z]{5}$/;

const form: TableForm<UnitLimit> = {
  source: 'CMS medically unlikely edits (practitioner): code, units, adjudication indicator, rationale',
  findingCode: 'unit-limit-malformed',
  isData: ([code = '', units = '']) => codeForm.test(code) && /^\d+$/.test(units),
  read: ([code = '', units = '', indicator = '', rationale = '']) => {
    if (!codeForm.test(code)) return 'the line does not start with a procedure code';
    if (!/^\d{1,5}$/.test(units)) return `the units of ${code} are not a whole number`;
    const adjudicationIndicator = readIndicator(indicator);
    if (adjudicationIndicator === null) return `the adjudication indicator of ${code} does not begin with 1, 2 or 3`;
    return {
      code,
      unitsMax: Number(units),
      adjudicationIndicator,
      rationale: rationale === '' ? undefined : rationale,
    };
  },
};

/** CMS writes the number with its meaning: `3 Date of Service Edit: Clinical`. */
function readIndicator(text: string): UnitLimit['adjudicationIndicator'] | null {
  if (/^1\b/.test(text)) return 1;
  if (/^2\b/.test(text)) return 2;
  return /^3\b/.test(text) ? 3 : null;
}

/** Reads the CMS table of medically unlikely edits of practitioner services. */
export function readUnitLimits(text: string, fileName: string): Generator<TableLine<UnitLimit>> {
  return readTableLines(text, fileName, form);
}
