import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { visitFactsJsonSchema } from '../../domain/decision/allowed-values.js';
import { decideFacts } from '../../domain/decision/decide-facts.js';
import type { DecisionContext } from '../../domain/decision/decide-visit.js';
import { readFacts } from '../../domain/decision/read-facts.js';
import type { VisitDecision } from '../../domain/decision/visit-decision.js';
import type { Finding } from '../../domain/kernel/finding.js';
import { decisionLines, refusalLines } from '../decide/decision-lines.js';
import { type FactItem, factItems } from '../decide/fact-items.js';
import { codePairsFor, contextOf, type GivenRules, quarterFile } from '../decide/given-rules.js';
import { collectFiles } from '../intake/collect-files.js';
import { printJson } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import { endWithReader, writeOut } from '../text/write-out.js';

interface DecideOptions extends GivenRules {
  readonly json?: true;
  readonly schema?: true;
}

type Outcome =
  | { readonly outcome: 'answered'; readonly decision: VisitDecision }
  | { readonly outcome: 'refused'; readonly errors: readonly Finding[] };

export function addDecideCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('decide')
    .description('how a visit is billed and whether it may be, from its facts alone; needs no database')
    .argument('[facts...]', 'files of JSON, a JSON array, or an object a line; folders of them; - for standard input')
    .option('--json', 'one line of JSON for each visit')
    .option(
      '--payers <path>',
      'payer profiles, a file or folder as payers load takes it; they stand over the built-in ones',
    )
    .option('--rules <file>', 'the practice’s own rules, as rules load takes them')
    .option(
      '--ncci-pairs <quarter=file>',
      'code pairs of CMS, such as 2026q1=pairs.txt; as often as there are files',
      quarterFile,
    )
    .option('--ncci-units <quarter=file>', 'medically unlikely edits of CMS, such as 2026q1=mue.txt', quarterFile)
    .option('--schema', 'print the form of the facts as JSON Schema')
    .addHelpText(
      'after',
      '\nAnswers by the built-in payer profiles and codes, and by what the options give; facts name no patient.' +
        '\nEnds with 0 when every visit is allowed, 1 when one is not, lacks facts or could not be read, 2 for a wrong call.',
    )
    .action(async (paths: string[], options: DecideOptions) => finish(await decide(paths, options)));
}

async function decide(paths: readonly string[], options: DecideOptions): Promise<number> {
  if (options.schema === true) {
    printJson(visitFactsJsonSchema);
    return 0;
  }
  if (paths.length === 0) throw new UsageError('name a file of facts, a folder, or - for standard input');
  endWithReader();
  const { items, context } = prepared(paths, options);
  let exitCode = 0;
  for (const { file, item } of items) {
    const outcome = answer(item, context);
    const text = options.json === true ? jsonLine(file, item, outcome) : textOf(placeOf(file, item), outcome);
    await writeOut(`${text}\n`);
    if (!isAllowed(outcome)) exitCode = 1;
  }
  return exitCode;
}

interface PlacedItem {
  readonly file: string;
  readonly item: FactItem;
}

/** What is asked, file by file, and by what; with a table of code pairs all is read first, to know which pairs matter. */
function prepared(paths: readonly string[], options: DecideOptions) {
  const context = contextOf(options);
  if (options.ncciPairs === undefined) return { items: itemsOf(paths), context };
  const items = [...itemsOf(paths)];
  const facts = items.flatMap(({ item }) => {
    const read = item.content.ok ? readFacts(item.content.value) : item.content;
    return read.ok ? [read.value] : [];
  });
  return { items, context: { ...context, codePairs: codePairsFor(facts, context, options.ncciPairs) } };
}

function* itemsOf(paths: readonly string[]): Generator<PlacedItem> {
  for (const file of paths.flatMap((path) => (path === '-' ? [path] : collectFiles([path])))) {
    for (const item of factItems(readText(file), file)) yield { file, item };
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new UsageError(`the file ${file} can't be read`);
  }
}

function answer({ content }: FactItem, context: DecisionContext): Outcome {
  if (!content.ok) return { outcome: 'refused', errors: [content.error] };
  const facts = readFacts(content.value);
  if (!facts.ok) return { outcome: 'refused', errors: facts.error };
  return { outcome: 'answered', decision: decideFacts(facts.value, context) };
}

function isAllowed(outcome: Outcome): boolean {
  if (outcome.outcome === 'refused') return false;
  const { decision } = outcome.decision;
  return decision === 'allowed' || decision === 'allowed_with_conditions';
}

function jsonLine(file: string, { index, line }: FactItem, outcome: Outcome): string {
  const answered = outcome.outcome === 'answered' ? outcome.decision : { errors: outcome.errors };
  return JSON.stringify({ file, index, line, outcome: outcome.outcome, ...answered });
}

function placeOf(file: string, { index, line }: FactItem): string {
  const name = file === '-' ? 'standard input' : file;
  if (line !== null) return `${name}, line ${line}`;
  return index === 0 ? name : `${name}, item ${index + 1}`;
}

function textOf(place: string, outcome: Outcome): string {
  const lines =
    outcome.outcome === 'answered' ? decisionLines(place, outcome.decision) : refusalLines(place, outcome.errors);
  return lines.join('\n');
}
