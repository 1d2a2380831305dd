import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  type ContractChange,
  type ContractOfPayer,
  contractRatesOf,
  listContracts,
  replaceContractRates,
} from '../../db/contract-rates.js';
import { listPayerVersions } from '../../db/payer-profiles.js';
import type { ContractRate } from '../../domain/contract/contract-rate.js';
import { readContractRates } from '../../domain/contract/read-contract-rates.js';
import { cents, formatDollars } from '../../domain/kernel/cents.js';
import { findingLines } from '../intake/import-lines.js';
import { choosePractice } from '../product/choose-practice.js';
import { commandLineActor } from '../product/command-line-actor.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { withDatabase } from '../product/with-database.js';
import { type Column, plainTable } from '../text/plain-table.js';
import { plural } from '../text/plural.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface LoadOptions extends ReadingOptions {
  readonly dryRun?: true;
}

type Loaded = ContractChange & { readonly payerCode: string };

export function addContractsCommand(program: Command, finish: (exitCode: number) => void): void {
  const contracts = program
    .command('contracts')
    .description('what payers allow by contract, from which the patient’s share is estimated: load, list, show');
  contracts
    .command('load')
    .description('load contract rates from a JSON array or NDJSON; a payer’s rates replace those before as a whole')
    .argument('<file>', 'one rate a row: payerCode, procedureCode, allowedCents, from (docs/contracts.md)')
    .option('--dry-run', 'say what would change and change nothing')
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(async (file: string, options: LoadOptions) => finish(await load(file, options)));
  contracts
    .command('list')
    .description('the payers whose contract was loaded')
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(list);
  contracts
    .command('show')
    .description('the rates of one payer')
    .argument('<payer>', 'payer code')
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(show);
}

/** Loads the payers whose rows are all good; one bad row keeps the rates of its file’s payers as they were. */
async function load(file: string, { dryRun, practice, json }: LoadOptions): Promise<number> {
  const text = readText(file);
  const { read, loaded, good } = await withDatabase(async (db) => {
    const practiceId = await choosePractice(db, practice);
    const known = new Set((await db.read(practiceId, listPayerVersions)).map(({ code }) => code));
    const read = readContractRates(text, basename(file), known);
    const good = read.findings.length === 0;
    const options = { at: readBusinessNow(), by: commandLineActor(), dryRun: dryRun === true || !good };
    const loaded = await db.inPractice(practiceId, async (tx) => {
      const changes: Loaded[] = [];
      for (const [payerCode, rates] of read.byPayer) {
        changes.push({ payerCode, ...(await replaceContractRates(tx, payerCode, rates, options)) });
      }
      return changes;
    });
    return { read, loaded, good };
  });
  const { findings } = read;
  if (json === true)
    printJson({ dryRun: dryRun === true, rows: read.rows, recorded: good && dryRun !== true, loaded, findings });
  else printLines([...findings.flatMap(findingLines), ...loaded.map(changeLine), ...whyNothing(good, dryRun === true)]);
  return good ? 0 : 1;
}

function changeLine({ payerCode, added, changed, ended, unchanged }: Loaded): string {
  return `${payerCode}: ${added} new, ${changed} changed, ${ended} taken away, ${unchanged} as they were`;
}

function whyNothing(good: boolean, dryRun: boolean): readonly string[] {
  if (!good) return ['nothing was recorded: a contract is taken as a whole, without bad rows'];
  return dryRun ? ['nothing was recorded: this was a dry run'] : [];
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`the file ${file} can't be read`);
  }
}

async function list({ practice, json }: ReadingOptions): Promise<void> {
  const contracts = await withDatabase(async (db) => db.read(await choosePractice(db, practice), listContracts));
  if (json === true) printJson(contracts);
  else printLines(contracts.length === 0 ? ['no contract was loaded'] : plainTable(contracts, contractColumns));
}

async function show(payer: string, { practice, json }: ReadingOptions): Promise<void> {
  const rates = await withDatabase(async (db) =>
    db.read(await choosePractice(db, practice), (query) => contractRatesOf(query, payer)),
  );
  if (json === true) printJson(rates);
  else
    printLines(
      rates.length === 0
        ? [`no contract of ${payer} was loaded`]
        : [plural(rates.length, 'rate'), ...plainTable(rates, rateColumns)],
    );
}

const contractColumns: readonly Column<ContractOfPayer>[] = [
  { heading: 'payer', text: (one) => one.payerCode },
  { heading: 'rates', text: (one) => String(one.rates) },
  { heading: 'from', text: (one) => one.firstDay },
  { heading: 'loaded', text: (one) => one.loadedAt.slice(0, 10) },
  { heading: 'by', text: (one) => one.loadedBy },
];

const rateColumns: readonly Column<ContractRate>[] = [
  { heading: 'code', text: (rate) => rate.procedureCode },
  { heading: 'modifier', text: (rate) => rate.modifier ?? '' },
  { heading: 'place', text: (rate) => rate.placeOfService ?? '' },
  { heading: 'allowed', text: (rate) => formatDollars(cents(rate.allowedCents)) },
  { heading: 'from', text: (rate) => rate.from },
  { heading: 'to', text: (rate) => rate.to ?? '' },
];
