import { type Command, InvalidArgumentError } from 'commander';
import { listEditions } from '../../db/code-set-editions.js';
import { type CalendarQuarter, parseCalendarQuarter } from '../../domain/coding/calendar-quarter.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { type CodeFileKind, codePairFile, diagnosisFile, hcpcsFile, unitLimitFile } from '../codes/code-file-kinds.js';
import { missingCodeSets } from '../codes/code-set-state.js';
import { loadCodeFiles } from '../codes/load-code-files.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { withDatabase } from '../product/with-database.js';
import { wholeNumber } from '../text/parse-option.js';
import { type Column, plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';

interface LoadOptions {
  readonly fiscalYear?: number;
  readonly hcpcs?: CalendarQuarter;
  readonly ncciPairs?: CalendarQuarter;
  readonly ncciUnits?: CalendarQuarter;
}

export function addCodesCommand(program: Command, finish: (exitCode: number) => void): void {
  const codes = program.command('codes').description('official code sets: load, list');
  codes
    .command('load')
    .description('load an official code file (text, also .gz) of a fiscal year or quarter; name which with one option')
    .argument('<files...>', 'the text file as CDC or CMS releases it; code pairs come in several files, give them all')
    .option('--fiscal-year <year>', 'ICD-10-CM: from 1 October of the year before', wholeNumber(2016, 2100))
    .option('--hcpcs <quarter>', 'HCPCS Level II of a quarter, such as 2026q3', quarterText)
    .option('--ncci-pairs <quarter>', 'NCCI procedure-to-procedure edits for practitioners of a quarter', quarterText)
    .option('--ncci-units <quarter>', 'medically unlikely edits for practitioners of a quarter', quarterText)
    .action(async (files: readonly string[], options: LoadOptions) => {
      const { kind, edition } = chosen(options);
      finish(await loadCodeFiles(kind, edition, files));
    });
  codes
    .command('list')
    .description('what is loaded, and for what the built-in subset serves')
    .option('--json', 'as JSON')
    .action(list);
}

function quarterText(text: string): CalendarQuarter {
  const quarter = parseCalendarQuarter(text);
  if (quarter !== null) return quarter;
  throw new InvalidArgumentError('Give a quarter such as 2026q3.');
}

function chosen(options: LoadOptions): { readonly kind: CodeFileKind; readonly edition: string } {
  const { fiscalYear, hcpcs, ncciPairs, ncciUnits } = options;
  const kinds = [
    ...(fiscalYear === undefined ? [] : [{ kind: diagnosisFile(fiscalYear), edition: String(fiscalYear) }]),
    ...(hcpcs === undefined ? [] : [{ kind: hcpcsFile, edition: hcpcs }]),
    ...(ncciPairs === undefined ? [] : [{ kind: codePairFile, edition: ncciPairs }]),
    ...(ncciUnits === undefined ? [] : [{ kind: unitLimitFile, edition: ncciUnits }]),
  ];
  const [first] = kinds;
  if (first !== undefined && kinds.length === 1) return first;
  throw new UsageError('say what the file holds with one of --fiscal-year, --hcpcs, --ncci-pairs, --ncci-units');
}

type Edition = Awaited<ReturnType<typeof listEditions>>[number];

const columns: readonly Column<Edition>[] = [
  { heading: 'code set', text: (one) => one.codeSet },
  { heading: 'edition', text: (one) => one.edition },
  { heading: 'revision', align: 'right', text: (one) => String(one.revision) },
  { heading: 'entries', align: 'right', text: (one) => String(one.entries) },
  { heading: 'loaded', text: (one) => one.loadedAt },
  { heading: 'newest', text: (one) => (one.isInUse ? 'yes' : 'no, kept') },
  { heading: 'from', text: (one) => one.fileNames.join(', ') },
];

async function list({ json }: { readonly json?: true }): Promise<void> {
  const loaded = await withDatabase(listEditions);
  const missing = missingCodeSets(loaded, plainDate(readBusinessNow().slice(0, 10)));
  if (json === true) printJson({ loaded, missing });
  else {
    if (loaded.length > 0) {
      printLines(plainTable(loaded, columns));
      printLines([
        'The newest revision counts: pairs of codes at once, all others from the next start of worker and API on.',
      ]);
    }
    printLines(missing.map(({ message }) => `warning: ${message}`));
  }
}
