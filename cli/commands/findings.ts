import type { Command } from 'commander';
import { listIntakeFindings } from '../../db/intake-findings.js';
import { findingLines } from '../intake/import-lines.js';
import { choosePractice } from '../product/choose-practice.js';
import { withDatabase } from '../product/with-database.js';
import { wholeNumber } from '../text/parse-option.js';
import { printJson, printLines } from '../text/print.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface FindingsOptions extends ReadingOptions {
  readonly limit: number;
}

export function addFindingsCommand(program: Command): void {
  program
    .command('findings')
    .description('what was imported and became no claim, with the reasons, newest first')
    .option('--limit <number>', 'most to show', wholeNumber(1, 10_000), 100)
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(showFindings);
}

async function showFindings({ limit, practice, json }: FindingsOptions): Promise<void> {
  const items = await withDatabase(async (db) =>
    db.read(await choosePractice(db, practice), (query) => listIntakeFindings(query, limit)),
  );
  if (json === true) printJson(items);
  else if (items.length === 0) printLines(['everything that was imported became a claim']);
  for (const item of json === true ? [] : items) {
    printLines([`${item.receivedAt.slice(0, 10)}  ${item.sourceId}`, ...item.findings.flatMap(findingLines)]);
  }
}
