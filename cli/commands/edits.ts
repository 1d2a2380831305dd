import { type Command, Option } from 'commander';
import { payerClassSchema } from '../../domain/payer/payer-profile.js';
import { type CatalogueEntry, editCatalogue } from '../../domain/scrubbing/edit-catalogue.js';
import { editFamilies } from '../../domain/scrubbing/edit-family.js';
import { plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';

interface ListOptions {
  readonly family?: keyof typeof editFamilies;
  readonly severity?: CatalogueEntry['severity'];
  readonly payerClass?: NonNullable<CatalogueEntry['payerClasses']>[number];
  readonly json?: true;
}

export function addEditsCommand(program: Command): void {
  const edits = program.command('edits').description('the rules a claim must pass before it is sent');
  edits
    .command('list')
    .description('all edits, or those of a family, a severity, or a class of payers')
    .addOption(new Option('--family <family>', 'only this family').choices(Object.keys(editFamilies)))
    .addOption(new Option('--severity <severity>', 'only these').choices(['blocking', 'warning']))
    .addOption(new Option('--payer-class <class>', 'those that hold for it').choices(payerClassSchema.options))
    .option('--json', 'as JSON')
    .action(list);
  edits
    .command('show')
    .description('one edit: what it wants, since when, on whose authority, with an example')
    .argument('<id>', 'as `teleclaim edits list` and claim findings name it')
    .option('--json', 'as JSON')
    .action(show);
}

function list({ family, severity, payerClass, json }: ListOptions): void {
  const entries = editCatalogue().filter(
    (entry) =>
      (family === undefined || entry.family === family) &&
      (severity === undefined || entry.severity === severity) &&
      (payerClass === undefined || (entry.payerClasses?.includes(payerClass) ?? true)),
  );
  if (json === true) {
    printJson(entries);
    return;
  }
  const columns = [
    { heading: 'EDIT', text: (entry: CatalogueEntry) => entry.id },
    { heading: 'FAMILY', text: (entry: CatalogueEntry) => entry.family },
    { heading: 'SEVERITY', text: (entry: CatalogueEntry) => entry.severity },
    { heading: 'FIX', text: (entry: CatalogueEntry) => fixWord(entry) },
    { heading: 'WHAT MUST BE SO', text: (entry: CatalogueEntry) => entry.title },
  ];
  printLines([...plainTable(entries, columns), '', `${entries.length} edits`]);
}

function fixWord({ example: { fix } }: CatalogueEntry): string {
  return fix === null ? '' : fix === 'by_itself' ? 'by itself' : 'proposed';
}

function show(id: string, { json }: { readonly json?: true }): void {
  const entry = editCatalogue().find((each) => each.id === id);
  if (entry === undefined) {
    throw new UsageError(`no edit has the id ${id}; \`teleclaim edits list\` shows all of them`);
  }
  if (json === true) printJson(entry);
  else printLines(shownLines(entry));
}

function shownLines(entry: CatalogueEntry): readonly string[] {
  const { example } = entry;
  const rows: readonly (readonly [string, string])[] = [
    ['family', editFamilies[entry.family]],
    ['severity', entry.severity === 'blocking' ? 'blocking: the claim is held' : 'warning: goes along'],
    ['holds', `dates of service from ${entry.effectiveFrom}${entry.effectiveTo ? ` to ${entry.effectiveTo}` : ''}`],
    ['payers', entry.payerClasses?.join(', ') ?? 'all'],
    ...(entry.procedureCodes === undefined ? [] : [['codes', entry.procedureCodes.join(', ')] as const]),
    ['says', example.message],
    ['at', example.location],
    ['do', example.remedy],
    ['fix', fixWord(entry) || 'by a person'],
    ['fails', example.fails.join('; ')],
    ['passes', example.passes.join('; ')],
    ['source', entry.source],
  ];
  return [entry.id, entry.title, '', ...rows.map(([name, text]) => `${name.padEnd(9)} ${text}`)];
}
