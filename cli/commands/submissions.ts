import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import type { Database } from '../../db/database.js';
import { exchangeOrder, listSubmissions, type SubmissionView } from '../../db/exchange-queries.js';
import { listPractices } from '../../db/practices.js';
import { listSentSubmissions, readSentFile } from '../../db/sent-files.js';
import { cents, formatDollars } from '../../domain/kernel/cents.js';
import { choosePractice } from '../product/choose-practice.js';
import { withDatabase } from '../product/with-database.js';
import { wholeNumber } from '../text/parse-option.js';
import { type Column, plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

export function addSubmissionsCommand(program: Command): void {
  const submissions = program.command('submissions').description('837P files: list, export');
  submissions
    .command('list')
    .description('files made for payers, newest first')
    .option('--limit <number>', 'most files to show', wholeNumber(1, 1_000), 100)
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(list);
  submissions
    .command('export')
    .description('write every 837P file that was sent into a folder, byte for byte; the files hold patient data')
    .argument('<folder>', 'made when it is not there')
    .addOption(practiceOption())
    .action(exportFiles);
}

interface ListOptions extends ReadingOptions {
  readonly limit: number;
}

async function list({ limit, practice, json }: ListOptions): Promise<void> {
  const page = await withDatabase(async (db) =>
    db.read(await choosePractice(db, practice), (query) => listSubmissions(query, { size: limit, after: null })),
  );
  if (json === true) printJson(page.items);
  else printLines(page.items.length === 0 ? ['no files'] : plainTable(page.items, columns));
  if (page.nextPageToken !== null)
    process.stderr.write(`there are older files (${exchangeOrder} first): use --limit\n`);
}

const columns: readonly Column<SubmissionView>[] = [
  { heading: 'file', text: (file) => file.fileName },
  { heading: 'payer', text: (file) => file.payerCode },
  { heading: 'state', text: (file) => file.state },
  { heading: 'claims', align: 'right', text: (file) => String(file.claimCount) },
  { heading: 'charge', align: 'right', text: (file) => formatDollars(cents(file.chargeCents)) },
  { heading: 'sent', text: (file) => file.sentAt ?? 'not yet' },
  { heading: 'tries', align: 'right', text: (file) => String(file.attempts) },
  { heading: 'trouble', text: (file) => file.lastError ?? '' },
];

async function exportFiles(folder: string, { practice }: ReadingOptions): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const written = await withDatabase(async (db) => {
    const practices =
      practice === undefined ? (await listPractices(db)).map(({ id }) => id) : [await choosePractice(db, practice)];
    let files = 0;
    for (const practiceId of practices) files += await exportPractice(db, practiceId, folder);
    return files;
  });
  printLines([`${written} file${written === 1 ? '' : 's'} written to ${folder}`]);
}

async function exportPractice(db: Database, practiceId: string, folder: string): Promise<number> {
  const submissionIds = await db.read(practiceId, listSentSubmissions);
  for (const submissionId of submissionIds) {
    const file = await db.read(practiceId, (query) => readSentFile(query, submissionId));
    const path = join(folder, basename(file.fileName));
    writeFileSync(`${path}.tmp`, file.content, { mode: 0o600 });
    renameSync(`${path}.tmp`, path);
  }
  return submissionIds.length;
}
