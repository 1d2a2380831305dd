import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type ClinicianCredentials, listClinicianCredentials } from '../../db/clinician-credentials.js';
import type { Database } from '../../db/database.js';
import { type CredentialImport, importCredentials } from '../../db/import-credentials.js';
import { listPayerVersions } from '../../db/payer-profiles.js';
import { getPractice } from '../../db/practices.js';
import { credentialEntries, type CredentialEntry, endsBetween } from '../../domain/credential/credential-entry.js';
import { type CredentialRows, readCredentialRows } from '../../domain/credential/read-credential-rows.js';
import { unknownPayerCodes } from '../../domain/credential/unknown-payer-codes.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import { isValidNpi } from '../../domain/kernel/npi.js';
import { addDays, type PlainDate } from '../../domain/kernel/plain-date.js';
import { findingLines } from '../intake/import-lines.js';
import { commandLineActor } from '../product/command-line-actor.js';
import { choosePractice } from '../product/choose-practice.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { withDatabase } from '../product/with-database.js';
import { wholeNumber } from '../text/parse-option.js';
import { type Column, plainTable } from '../text/plain-table.js';
import { plural } from '../text/plural.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface ImportOptions extends ReadingOptions {
  readonly dryRun?: true;
}

interface ListOptions extends ReadingOptions {
  readonly clinician?: string;
  readonly expiring?: number;
}

export function addCredentialsCommand(program: Command, finish: (exitCode: number) => void): void {
  const credentials = program
    .command('credentials')
    .description('clinicians’ licences, compact privileges and payer enrolments: import, list');
  credentials
    .command('import')
    .description('record credentials from a JSON array or NDJSON; the same file again changes nothing')
    .argument('<file>', 'one credential a row, each with the npi of its clinician (docs/credentials.md)')
    .option('--dry-run', 'say what would change and change nothing')
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(async (file: string, options: ImportOptions) => finish(await importFile(file, options)));
  credentials
    .command('list')
    .description('what is recorded, by clinician')
    .option('--clinician <npi>', 'of one clinician', npi)
    .option('--expiring <days>', 'only what ends within so many days', wholeNumber(0, 3_650))
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(list);
}

function npi(text: string): string {
  if (isValidNpi(text)) return text;
  throw new InvalidArgumentError('Give an NPI: ten digits, the last one a check digit.');
}

async function importFile(file: string, { dryRun, practice, json }: ImportOptions): Promise<number> {
  const read = readCredentialRows(readText(file), basename(file));
  const { result, warnings } = await withDatabase(async (db) => {
    const practiceId = await choosePractice(db, practice);
    const profiles = await db.read(practiceId, listPayerVersions);
    return {
      warnings: unknownPayerCodes(
        read.byClinician,
        profiles.map(({ code }) => code),
      ),
      result: await importCredentials(db, practiceId, read.byClinician, {
        at: readBusinessNow(),
        actor: commandLineActor(),
        dryRun: dryRun === true,
      }),
    };
  });
  const findings = [...read.findings, ...warnings];
  if (json === true) printJson({ dryRun: dryRun === true, rows: read.rows, ...result, findings });
  else printLines([...findings.flatMap(findingLines), ...accountLines(read, result, dryRun === true)]);
  return read.findings.length === 0 ? 0 : 1;
}

function accountLines({ rows, findings }: CredentialRows, result: CredentialImport, dryRun: boolean): string[] {
  const { added, changed, unchanged, clinicians } = result;
  const bad = new Set(findings.map(({ location }) => location)).size;
  return [
    `${plural(rows, 'row')} of ${plural(clinicians, 'clinician')}: ${added} new, ${changed} changed, ${unchanged} as they were, ${bad} bad`,
    ...(dryRun ? ['nothing was recorded: this was a dry run'] : []),
  ];
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`the file ${file} can't be read`);
  }
}

async function list({ clinician, expiring, practice, json }: ListOptions): Promise<void> {
  const { recorded, today } = await withDatabase((db) => read(db, practice));
  const chosen = recorded.filter((one) => clinician === undefined || one.npi === clinician);
  const all = chosen.flatMap((one) => credentialEntries(one.npi, one.credentials));
  const entries =
    expiring === undefined ? all : all.filter((entry) => endsBetween(entry, today, addDays(today, expiring)));
  if (json === true) printJson(entries);
  else printLines(entries.length === 0 ? ['no credentials to show'] : plainTable(entries, columns));
}

async function read(
  db: Database,
  practice: string | undefined,
): Promise<{ readonly recorded: readonly ClinicianCredentials[]; readonly today: PlainDate }> {
  const practiceId = await choosePractice(db, practice);
  return await db.read(practiceId, async (query) => {
    const { timeZone } = await getPractice(query, practiceId);
    return { recorded: await listClinicianCredentials(query), today: plainDateAt(readBusinessNow(), timeZone) };
  });
}

const columns: readonly Column<CredentialEntry>[] = [
  { heading: 'clinician', text: (entry) => entry.npi },
  { heading: 'credential', text: (entry) => entry.what },
  { heading: 'state', text: (entry) => entry.state ?? 'any' },
  { heading: 'status', text: (entry) => entry.credential.status },
  { heading: 'from', text: (entry) => entry.credential.from },
  { heading: 'to', text: (entry) => entry.credential.to ?? '' },
  { heading: 'ends', text: (entry) => entry.lastDay ?? 'no end recorded' },
];
