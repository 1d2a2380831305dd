import { type Command, Option } from 'commander';
import {
  type KeptPracticeRule,
  keepPracticeRule,
  listPracticeRules,
  type RuleChange,
  switchOffPracticeRule,
  switchOnPracticeRule,
} from '../../db/practice-rules.js';
import type { Database } from '../../db/database.js';
import { getPractice } from '../../db/practices.js';
import { tryPracticeRules } from '../../db/try-practice-rules.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import type { PracticeRule } from '../../domain/practice-rule/practice-rule.js';
import { listRuleFacts } from '../../domain/practice-rule/rule-facts.js';
import type { RuleTrial } from '../../domain/practice-rule/rule-trial.js';
import { trialSpan } from '../../domain/practice-rule/trial-span.js';
import { type PracticeRuleFile, readPracticeRules } from '../practice-rules/read-practice-rules.js';
import { trialLines } from '../practice-rules/trial-lines.js';
import { commandLineActor } from '../product/command-line-actor.js';
import { choosePractice } from '../product/choose-practice.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { withDatabase } from '../product/with-database.js';
import { ClaimProgress } from '../progress/claim-progress.js';
import { dateText } from '../text/parse-option.js';
import { plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface TryOptions extends ReadingOptions {
  readonly since?: PlainDate;
  readonly until?: PlainDate;
}

export function addRulesCommand(program: Command, finish: (exitCode: number) => void): void {
  const rules = program
    .command('rules')
    .description('the practice’s own rules: facts, check, load, try, on, off, list');
  rules.command('facts').description('what a rule may ask of a claim').option('--json', 'as JSON').action(facts);
  rules
    .command('check')
    .description('whether the rules of a JSON file can be used; nothing is kept')
    .argument('<file>', 'one rule, or a list of rules')
    .action((file: string) => finish(check(file)));
  rules
    .command('load')
    .description('keep rules as drafts, each changed one as a new version')
    .argument('<file>', 'one rule, or a list of rules')
    .addOption(practiceOption())
    .action(async (file: string, options: ReadingOptions) => finish(await load(file, options)));
  const spanOf = (command: Command) =>
    command
      .addOption(practiceOption())
      .addOption(new Option('--since <date>', 'first date of service; two years ago when absent').argParser(dateText))
      .addOption(new Option('--until <date>', 'last date of service; today when absent').argParser(dateText))
      .option('--json', 'as JSON');
  spanOf(rules.command('try').argument('<file>', 'one rule, or a list of rules'))
    .description(
      'what rules would have done over past claims, and how well that fits what was denied; nothing is changed',
    )
    .action(async (file: string, options: TryOptions) => finish(await tryFile(file, options)));
  spanOf(rules.command('on').argument('<rule>', 'id of a rule that is loaded'))
    .description('let a rule judge claims, after its trial over past ones, which is kept with it')
    .action(switchOn);
  rules
    .command('off')
    .description('take a rule out of use')
    .argument('<rule>', 'id of a rule')
    .addOption(practiceOption())
    .action(switchOff);
  rules
    .command('list')
    .description('the practice’s rules')
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(list);
}

function facts({ json }: { readonly json?: true }): void {
  const rows = listRuleFacts();
  if (json === true) return printJson(rows);
  printLines(
    plainTable(rows, [
      { heading: 'fact', text: (row) => row.name },
      { heading: 'kind', text: (row) => row.kind },
      { heading: 'about', text: (row) => row.about },
      { heading: 'values', text: (row) => row.values.join(' ') },
    ]),
  );
}

function check(file: string): number {
  const { rules, problems } = readPracticeRules(file);
  printLines([...problems, `${rules.length} good, ${problems.length} problems`]);
  return problems.length === 0 ? 0 : 1;
}

async function load(file: string, { practice }: ReadingOptions): Promise<number> {
  const { rules, problems } = readPracticeRules(file);
  printLines(problems);
  const change = changeOf();
  const kept = await withDatabase(async (db) =>
    db.inPractice(await choosePractice(db, practice), async (tx) => {
      const lines: string[] = [];
      for (const rule of rules) {
        const version = await keepPracticeRule(tx, rule, change);
        lines.push(`${rule.id}: version ${version} is kept; teleclaim rules on ${rule.id} puts it in use`);
      }
      return lines;
    }),
  );
  // Told once it is so: what is said before the transaction ends may not have happened.
  printLines(kept);
  return problems.length === 0 ? 0 : 1;
}

async function tryFile(file: string, options: TryOptions): Promise<number> {
  const { rules, problems }: PracticeRuleFile = readPracticeRules(file);
  if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\n`);
  const trials = await withDatabase(async (db) =>
    tried(db, await choosePractice(db, options.practice), rules, options),
  );
  const named = rules.flatMap((rule, index) => {
    const trial = trials[index];
    return trial === undefined ? [] : [{ ruleId: rule.id, trial }];
  });
  if (options.json === true) printJson(named.map(({ ruleId, trial }) => ({ ruleId, ...trial })));
  else printLines(named.flatMap(({ ruleId, trial }) => trialLines(ruleId, trial)));
  return problems.length === 0 ? 0 : 1;
}

async function switchOn(id: string, options: TryOptions): Promise<void> {
  await withDatabase(async (db) => {
    const practiceId = await choosePractice(db, options.practice);
    const { rule, version } = ruleOf(id, await db.read(practiceId, listPracticeRules));
    const [trial] = await tried(db, practiceId, [rule], options);
    if (trial === undefined) return;
    const isOn = await db.inPractice(practiceId, (tx) => switchOnPracticeRule(tx, { id, version }, trial, changeOf()));
    if (!isOn) throw new UsageError(`${id} was changed while it was tried; try it once more`);
    if (options.json === true) printJson({ ruleId: id, ...trial });
    else printLines([...trialLines(id, trial), `${id} judges each claim that is scrubbed from now on`]);
  });
}

async function switchOff(id: string, { practice }: ReadingOptions): Promise<void> {
  const wasOn = await withDatabase(async (db) =>
    db.inPractice(await choosePractice(db, practice), (tx) => switchOffPracticeRule(tx, id, changeOf())),
  );
  if (!wasOn) throw new UsageError(`the rule ${id} is not in use; teleclaim rules list shows all`);
  printLines([`${id} is out of use`]);
}

function ruleOf(id: string, kept: readonly KeptPracticeRule[]): KeptPracticeRule {
  const found = kept.find(({ rule }) => rule.id === id);
  if (found === undefined) throw new UsageError(`there is no rule ${id}; teleclaim rules load <file> brings it in`);
  return found;
}

async function list({ practice, json }: ReadingOptions): Promise<void> {
  const kept = await withDatabase(async (db) => db.read(await choosePractice(db, practice), listPracticeRules));
  if (json === true) return printJson(kept);
  if (kept.length === 0) return printLines(['the practice has no rules of its own']);
  printLines(
    plainTable(kept, [
      { heading: 'rule', text: ({ rule }) => rule.id },
      { heading: 'version', align: 'right', text: ({ version }) => String(version) },
      { heading: 'state', text: ({ state }) => state },
      { heading: 'severity', text: ({ rule }) => rule.severity },
      { heading: 'from', text: ({ rule }) => rule.effectiveFrom },
      { heading: 'title', text: ({ rule }) => rule.title },
      { heading: 'changed by', text: ({ changedBy, changedAt }) => `${changedBy} ${changedAt.slice(0, 10)}` },
    ]),
  );
}

async function tried(
  db: Database,
  practiceId: string,
  rules: readonly PracticeRule[],
  options: TryOptions,
): Promise<readonly RuleTrial[]> {
  const { timeZone } = await db.read(practiceId, (query) => getPractice(query, practiceId));
  const progress = new ClaimProgress(process.stderr);
  const span = trialSpan(options, plainDateAt(readBusinessNow(), timeZone));
  const trials = await tryPracticeRules(db, practiceId, rules, span, (done, all) => progress.show(done, all));
  progress.clear();
  return trials;
}

function changeOf(): RuleChange {
  return { by: commandLineActor(), at: readBusinessNow() };
}
