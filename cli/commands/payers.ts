import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { listPayerChanges, listPayerVersions, listVersionsOfPayer } from '../../db/payer-profiles.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import { filingLimitWords } from '../../domain/payer/filing-limit.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { gapsBetween, spanWords } from '../../domain/payer/place-payer-version.js';
import { isInForce, nearestProfiles } from '../../domain/payer/profile-in-force.js';
import { foundAt } from '../../domain/payer/read-payer-profiles.js';
import { findingLines } from '../intake/import-lines.js';
import { comparePayers } from '../payers/compare-payers.js';
import { loadPayers, planPayers } from '../payers/load-payers.js';
import { changeLines, differenceLines, placedLines, profileLines } from '../payers/payer-lines.js';
import { readPayerFiles } from '../payers/read-payer-files.js';
import { choosePractice } from '../product/choose-practice.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { withDatabase } from '../product/with-database.js';
import { dateText } from '../text/parse-option.js';
import { plainTable } from '../text/plain-table.js';
import { plural } from '../text/plural.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface DatedOptions extends ReadingOptions {
  readonly on?: PlainDate;
}

export function addPayersCommand(program: Command, finish: (exitCode: number) => void): void {
  const payers = program
    .command('payers')
    .description('payer profiles and their versions: load, list, show, diff, export');
  payers
    .command('load')
    .description('load versions of payer profiles; a bad profile leaves the good ones be')
    .argument('<file|folder>', 'JSON: one profile or a list of them a file')
    .option('--dry-run', 'say what would change, and change nothing')
    .addOption(practiceOption())
    .action(async (path: string, options: LoadOptions) => finish(await load(path, options)));
  payers
    .command('list')
    .description('one profile a payer: in force on a date of service, or nearest to today')
    .option('--on <date>', 'date of service', dateText)
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(list);
  payers
    .command('show')
    .description('a payer’s profile in words, its versions, and who changed them')
    .argument('<code>', 'such as summit-health')
    .option('--on <date>', 'the version in force on this date of service', dateText)
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(show);
  payers
    .command('diff')
    .description('what differs between two versions of a payer’s profile, fact by fact')
    .argument('<code|file>', 'a payer of the practice, or a file or folder of profiles')
    .option('--against <other>', 'a file, a date of service, or built-in; else built-in for a code, ours for a file')
    .option('--on <date>', 'for a code: the version in force on this date of service', dateText)
    .addOption(practiceOption())
    .action(diff);
  payers
    .command('export')
    .description('all versions as JSON that load reads, on standard output or one file a payer')
    .option('--to <folder>', 'write <code>.json files there')
    .option('--built-in', 'the profiles a new practice starts with, not the practice’s')
    .addOption(practiceOption())
    .action(exportProfiles);
}

interface LoadOptions extends ReadingOptions {
  readonly dryRun?: true;
}

async function load(path: string, { practice, dryRun }: LoadOptions): Promise<number> {
  const { profiles, findings } = readPayerFiles(path);
  const loaded = await withDatabase(async (db) => {
    const practiceId = await choosePractice(db, practice);
    return dryRun === true
      ? await planPayers(db, practiceId, profiles)
      : await loadPayers(db, practiceId, profiles, readBusinessNow());
  });
  printLines(findings.flatMap(findingLines));
  for (const { where, placed } of loaded) {
    printLines(placed.ok ? placedLines(placed.value) : findingLines(foundAt(where, placed.error)));
  }
  const count = (outcome: string) =>
    loaded.filter(({ placed }) => placed.ok && placed.value.outcome === outcome).length;
  const refused = loaded.filter(({ placed }) => !placed.ok).length;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  printLines([
    `${plural(loaded.length, 'profile')}: ${count('added')} added, ${count('replaced')} replaced, ${count('unchanged')} unchanged, ${refused} refused; ${plural(errors, 'error')} in the files${dryRun === true ? ' (dry run: nothing is written)' : ''}`,
  ]);
  return errors + refused === 0 ? 0 : 1;
}

async function list({ on, practice, json }: DatedOptions): Promise<void> {
  const versions = await withDatabase(async (db) => db.read(await choosePractice(db, practice), listPayerVersions));
  const items =
    on === undefined ? nearestProfiles(versions, today()) : versions.filter((version) => isInForce(version, on));
  if (json === true) printJson(items);
  else printLines(items.length === 0 ? ['no payer profile is in force on this date'] : plainTable(items, columns));
}

function today(): PlainDate {
  return plainDateAt(readBusinessNow());
}

async function show(code: string, { on, practice, json }: DatedOptions): Promise<void> {
  const { versions, changes } = await withDatabase(async (db) => {
    const practiceId = await choosePractice(db, practice);
    return {
      versions: await db.read(practiceId, (query) => listVersionsOfPayer(query, code)),
      changes: await db.read(practiceId, (query) => listPayerChanges(query, code)),
    };
  });
  const shown = on === undefined ? nearestProfiles(versions, today()) : versions.filter((each) => isInForce(each, on));
  if (versions.length === 0) throw new UsageError(`the practice has no payer ${code}: teleclaim payers list shows all`);
  if (json === true) {
    printJson({ inForce: shown[0] ?? null, versions, changes });
    return;
  }
  printLines(shown.length === 0 ? [`no version of ${code} is in force on ${on ?? ''}`] : shown.flatMap(profileLines));
  printLines(['', 'versions', ...versions.map((version) => `    ${spanWords(version)}`)]);
  printLines(gapsBetween(versions).flatMap(findingLines));
  if (changes.length > 0) printLines(['', 'changes', ...changeLines(changes)]);
}

interface DiffOptions extends DatedOptions {
  readonly against?: string;
}

async function diff(subject: string, { against, on, practice }: DiffOptions): Promise<void> {
  const compared = await withDatabase(async (db) =>
    comparePayers(db, await choosePractice(db, practice), { subject, against, on: on ?? today() }),
  );
  for (const { before, after } of compared) {
    const heading = `${after.code} ${spanWords(after)}`;
    if (before === undefined) {
      printLines([`${heading}: the other side has no such payer`]);
      continue;
    }
    const lines = differenceLines(before, after);
    printLines(lines.length === 0 ? [`${heading}: says the same`] : [heading, ...lines]);
  }
}

interface ExportOptions extends ReadingOptions {
  readonly to?: string;
  readonly builtIn?: true;
}

async function exportProfiles({ to, builtIn, practice }: ExportOptions): Promise<void> {
  const versions =
    builtIn === true
      ? defaultPayerProfiles
      : await withDatabase(async (db) => db.read(await choosePractice(db, practice), listPayerVersions));
  if (to === undefined) {
    printJson(versions);
    return;
  }
  mkdirSync(to, { recursive: true });
  const codes = [...new Set(versions.map(({ code }) => code))];
  for (const code of codes) {
    const ofPayer = versions.filter((version) => version.code === code);
    writeFileSync(join(to, `${code}.json`), `${JSON.stringify(ofPayer, null, 2)}\n`);
  }
  printLines([`${plural(versions.length, 'version')} of ${plural(codes.length, 'payer')} written to ${to}`]);
}

const columns = [
  { heading: 'code', text: (payer: PayerProfile) => payer.code },
  { heading: 'name', text: (payer: PayerProfile) => payer.name },
  { heading: 'kind', text: (payer: PayerProfile) => payer.payerClass.replace('_', ' ') },
  { heading: 'electronic id', text: (payer: PayerProfile) => payer.electronicPayerId },
  { heading: 'dates of service', text: spanWords },
  { heading: 'filing limit', text: filingLimitWords },
  { heading: 'not verified', text: (payer: PayerProfile) => String(payer.unverified.length), align: 'right' },
] as const;
