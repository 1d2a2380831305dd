import { InvalidArgumentError } from 'commander';
import { type CalendarQuarter, parseCalendarQuarter } from '../../domain/coding/calendar-quarter.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import { codesToPair } from '../../domain/decision/codes-to-pair.js';
import type { DecisionContext } from '../../domain/decision/decide-visit.js';
import type { VisitFacts } from '../../domain/decision/visit-facts.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import { buildCodePairSet, type CodePairSet } from '../../domain/scrubbing/ncci/code-pair-set.js';
import { readCodePairs } from '../../domain/scrubbing/ncci/read-code-pairs.js';
import type { TableLine } from '../../domain/scrubbing/ncci/read-table-lines.js';
import { readUnitLimits } from '../../domain/scrubbing/ncci/read-unit-limits.js';
import { buildUnitLimitSet } from '../../domain/scrubbing/ncci/unit-limit-set.js';
import { readCodeFile } from '../codes/read-code-file.js';
import { findingLines } from '../intake/import-lines.js';
import { withGivenPayers } from '../payers/given-payers.js';
import { givenPracticeRules } from '../practice-rules/given-practice-rules.js';
import { UsageError } from '../text/usage-error.js';

/** A file of CMS with the quarter it is of. */
export interface QuarterFile {
  readonly quarter: CalendarQuarter;
  readonly file: string;
}

/** What a caller gives beside the facts, as files in the forms that the product loads. */
export interface GivenRules {
  readonly payers?: string;
  readonly rules?: string;
  readonly ncciPairs?: readonly QuarterFile[];
  readonly ncciUnits?: readonly QuarterFile[];
}

/** Reads `2026q1=pairs.txt`; a table of several files is given by several such options. */
export function quarterFile(text: string, before: readonly QuarterFile[] = []): readonly QuarterFile[] {
  const [, name = '', file = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const quarter = parseCalendarQuarter(name);
  if (quarter === null) throw new InvalidArgumentError('Give quarter and file, such as 2026q1=pairs.txt.');
  return [...before, { quarter, file }];
}

/** The built-in rules with those that are given; a file with anything wrong in it is refused, since it would change answers in silence. */
export function contextOf({ payers, rules, ncciUnits }: GivenRules): DecisionContext {
  return {
    payers: payers === undefined ? defaultPayerProfiles : withGivenPayers(defaultPayerProfiles, payers),
    diagnosisCodes: builtInDiagnosisCodeSet,
    ...(rules === undefined ? {} : { practiceRules: givenPracticeRules(rules) }),
    ...(ncciUnits === undefined ? {} : { unitLimits: buildUnitLimitSet(limitsOf(ncciUnits)) }),
  };
}

/** The pairs of the files that matter for these visits; the rest of a large table is passed over as it is read. */
export function codePairsFor(
  visits: readonly VisitFacts[],
  context: DecisionContext,
  files: readonly QuarterFile[],
): CodePairSet {
  const codes = new Set(codesToPair(visits, context));
  return buildCodePairSet(
    byQuarter(files).map(({ quarter, names }) => ({
      quarter,
      revision: 1,
      pairs: names.flatMap((name) =>
        entriesOf(readCodePairs(readCodeFile(name), name), (pair) => {
          return codes.has(pair.columnOne) && codes.has(pair.columnTwo);
        }),
      ),
    })),
  );
}

function limitsOf(files: readonly QuarterFile[]) {
  return byQuarter(files).map(({ quarter, names }) => ({
    quarter,
    revision: 1,
    limits: names.flatMap((name) => entriesOf(readUnitLimits(readCodeFile(name), name), () => true)),
  }));
}

function byQuarter(files: readonly QuarterFile[]) {
  const quarters = new Set(files.map(({ quarter }) => quarter));
  return [...quarters].map((quarter) => ({
    quarter,
    names: files.filter((each) => each.quarter === quarter).map(({ file }) => file),
  }));
}

function entriesOf<T>(lines: Iterable<TableLine<T>>, matters: (entry: T) => boolean): readonly T[] {
  const entries: T[] = [];
  for (const line of lines) {
    if (line.kind !== 'entry') throw new UsageError(findingLines(line.finding).join('\n'));
    if (matters(line.entry)) entries.push(line.entry);
  }
  return entries;
}
