import type { ServiceLine } from '../../coding/coded-claim.js';
import { isVisitCode } from '../../coding/procedure-facts.js';
import { always } from '../edit-dates.js';
import { builtInCodePairSet, type CodePair } from '../ncci/code-pair-set.js';
import { builtInUnitLimitSet, type UnitLimit } from '../ncci/unit-limit-set.js';
import type { EditFinding, ScrubEdit, ScrubInput } from '../scrub-edit.js';

/** Modifiers that part a pair of indicator 1 on either line (NCCI Policy Manual ch. 1, section E; anatomic ones among them). */
const partingModifiers = new Set(
  [
    'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI',
    '58 78 79 27 59 91 XE XS XP XU',
  ]
    .join(' ')
    .split(' '),
);
/** Those that part a pair when they stand on the visit. */
const visitModifiers = new Set(['24', '25', '57']);

function isVisit(code: string): boolean {
  return isVisitCode(code) || /^99[2-4]\d\d$/.test(code);
}

function hasPartingModifier(line: ServiceLine): boolean {
  return line.modifiers.some(
    (modifier) => partingModifiers.has(modifier) || (visitModifiers.has(modifier) && isVisit(line.procedureCode)),
  );
}

function pairFinding({ columnOne, columnTwo, modifierIndicator }: CodePair, index: number): EditFinding {
  return {
    message:
      modifierIndicator === 0
        ? `${columnTwo} is part of ${columnOne} on the same day, and no modifier parts them`
        : `${columnTwo} is part of ${columnOne} on the same day, and no modifier says that it was a distinct service`,
    location: `claim.lines[${index}].procedureCode`,
    remedy:
      modifierIndicator === 0
        ? `Take ${columnTwo} off.`
        : `Take ${columnTwo} off, or add 25 to the visit, or 59, XE, XS, XP or XU to one of the lines, if the note shows a distinct service.`,
  };
}

function findPairs({ claim, codePairs = builtInCodePairSet }: ScrubInput): readonly EditFinding[] {
  const { lines } = claim;
  if (lines.length < 2) return [];
  return lines.flatMap((line, index) =>
    lines.slice(index + 1).flatMap((other, offset) => {
      if (line.procedureCode === other.procedureCode || line.dateOfService !== other.dateOfService) return [];
      const pair = codePairs.find(line.procedureCode, other.procedureCode, line.dateOfService);
      if (pair === null) return [];
      if (pair.modifierIndicator === 1 && (hasPartingModifier(line) || hasPartingModifier(other))) return [];
      return [pairFinding(pair, pair.columnTwo === line.procedureCode ? index : index + 1 + offset)];
    }),
  );
}

/** Units that a limit counts: of the line, or of all lines with the code on the day, told at the first of them. */
function unitsCounted(lines: readonly ServiceLine[], index: number, line: ServiceLine, limit: UnitLimit): number {
  if (limit.adjudicationIndicator === 1) return line.units;
  const isSame = (other: ServiceLine) =>
    other.procedureCode === line.procedureCode && other.dateOfService === line.dateOfService;
  if (lines.findIndex(isSame) !== index) return 0;
  return lines.reduce((units, other) => (isSame(other) ? units + other.units : units), 0);
}

function findUnits({ claim, unitLimits = builtInUnitLimitSet }: ScrubInput): readonly EditFinding[] {
  return claim.lines.flatMap((line, index) => {
    const limit = unitLimits.find(line.procedureCode, line.dateOfService);
    if (limit === null) return [];
    const units = unitsCounted(claim.lines, index, line, limit);
    if (units <= limit.unitsMax) return [];
    const scope = limit.adjudicationIndicator === 1 ? 'on one line' : 'on one day';
    const remedy =
      limit.adjudicationIndicator === 1
        ? 'Correct the units; units of a distinct service go on a line of their own with its modifier.'
        : 'Correct the units to what the note supports.';
    const message = `${units} units of ${line.procedureCode} are over the ${limit.unitsMax} that Medicare takes ${scope}${limit.rationale === undefined ? '' : ` (${limit.rationale})`}`;
    return [{ message, location: `claim.lines[${index}].units`, remedy }];
  });
}

/** The National Correct Coding Initiative: pairs and units by the CMS tables of the quarter, or by the built-in subset. */
export const ncciEdits: readonly ScrubEdit[] = [
  {
    id: 'ncci-pair',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CMS NCCI procedure-to-procedure edits (practitioner) of the quarter; NCCI Policy Manual ch. 1',
    title: 'No service is part of another one of the day',
    check: (input) => (input.payer.payerClass === 'self_pay' ? [] : findPairs(input)),
  },
  {
    id: 'units-over-mue',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CMS medically unlikely edits (practitioner) of the quarter; NCCI Policy Manual ch. 1',
    title: 'Units stay within the medically unlikely edits',
    check: (input) => (input.payer.payerClass === 'self_pay' ? [] : findUnits(input)),
  },
];
