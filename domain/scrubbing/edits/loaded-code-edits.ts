import type { CodePair } from '../code-edit-tables.js';
import { always } from '../edit-dates.js';
import { findOnLines } from '../edit-findings.js';
import type { EditFinding, ScrubEdit, ScrubInput } from '../scrub-edit.js';

/** Modifiers by which a pair may be set apart (NCCI Policy Manual ch. 1, NCCI-associated modifiers of professionals). */
const pairModifiers = ['24', '25', '57', '58', '59', '78', '79', '91', 'XE', 'XP', 'XS', 'XU'];

function bundledPairs(input: ScrubInput, wanted: (pair: CodePair) => boolean): readonly CodePair[] {
  const { claim, codeEditTables, visit } = input;
  if (codeEditTables === undefined || claim.lines.length < 2) return [];
  return claim.lines.flatMap((line, index) =>
    claim.lines.slice(index + 1).flatMap((other) => {
      const pair = codeEditTables.pair(line.procedureCode, other.procedureCode, visit.dateOfService);
      return pair !== null && wanted(pair) ? pair : [];
    }),
  );
}

/** Whether the visit or the bundled code of a pair is marked as a distinct service. */
function isSetApart({ claim }: ScrubInput, { primary, secondary }: CodePair): boolean {
  return claim.lines.some(
    (line) =>
      (line.procedureCode === primary || line.procedureCode === secondary) &&
      line.modifiers.some((modifier) => pairModifiers.includes(modifier)),
  );
}

function pairFindings(pairs: readonly CodePair[], remedy: string): readonly EditFinding[] {
  return pairs.map(({ primary, secondary }) => ({
    message: `${secondary} is not paid beside ${primary}`,
    location: 'claim.lines',
    remedy,
  }));
}

/** Edits that stand in the CMS files a practice has loaded. */
export const loadedCodeEdits: readonly ScrubEdit[] = [
  {
    id: 'code-pair-never',
    severity: 'blocking',
    effectiveFrom: always,
    source:
      'NCCI procedure-to-procedure edits (practitioner), modifier indicator 0; NCCI Policy Manual ch. 1; CARC 236',
    title: 'No pair of codes that is never paid together',
    check: (input) =>
      pairFindings(
        bundledPairs(input, (pair) => !pair.modifierAllowed),
        'Take the second code off; no modifier sets it apart.',
      ),
  },
  {
    id: 'code-pair-without-modifier',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'NCCI procedure-to-procedure edits (practitioner), modifier indicator 1; NCCI Policy Manual ch. 1; CARC 97',
    title: 'A pair of codes that is paid apart only says that it is',
    check: (input) =>
      pairFindings(
        bundledPairs(input, (pair) => pair.modifierAllowed && !isSetApart(input, pair)),
        'Take the second code off, or mark it as distinct (25 on the visit, else 59 or X) when the note shows it.',
      ),
  },
  {
    id: 'units-over-loaded-maximum',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CMS medically unlikely edits (practitioner) of the date of service, as loaded; CARC 151',
    title: 'Units stay within the maximum of the loaded table',
    check: (input) => {
      const { codeEditTables, visit } = input;
      if (codeEditTables === undefined) return [];
      const maximum = (code: string): number | null => codeEditTables.maximumUnits(code, visit.dateOfService);
      return findOnLines(
        input,
        (line) => line.units > (maximum(line.procedureCode) ?? Number.POSITIVE_INFINITY),
        (line) => ({
          field: 'units',
          message: `${line.units} units of ${line.procedureCode} are over the maximum of ${maximum(line.procedureCode) ?? ''}`,
          remedy: 'Correct the units to what the note supports.',
        }),
      );
    },
  },
];
