import type { Command } from 'commander';
import { listWorkItems, type WorkItemView } from '../../db/work-item-queries.js';
import { type Attention, attentionSchema } from '../../domain/claim/claim-status.js';
import { type WorkItemKind, workItemKinds } from '../../domain/claim/work-item.js';
import { cents, formatDollars } from '../../domain/kernel/cents.js';
import { choosePractice } from '../product/choose-practice.js';
import { withDatabase } from '../product/with-database.js';
import { oneOf, wholeNumber } from '../text/parse-option.js';
import { type Column, plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface WorkItemOptions extends ReadingOptions {
  readonly owner?: Attention;
  readonly kind?: WorkItemKind;
  readonly all?: true;
  readonly limit: number;
}

export function addWorkItemsCommand(program: Command): void {
  program
    .command('work-items')
    .description('what waits for a person, by deadline')
    .option('--owner <role>', 'who must act', oneOf(attentionSchema.options))
    .option('--kind <kind>', 'why a person is asked', oneOf(workItemKinds))
    .option('--all', 'resolved ones too')
    .option('--limit <number>', 'most items to show', wholeNumber(1, 1_000), 100)
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(showWorkItems);
}

async function showWorkItems({ owner, kind, all, limit, practice, json }: WorkItemOptions): Promise<void> {
  const page = await withDatabase(async (db) =>
    db.read(await choosePractice(db, practice), (query) =>
      listWorkItems(query, { owner, kind, includeResolved: all === true }, { size: limit, after: null }),
    ),
  );
  if (json === true) printJson(page.items);
  else printLines(page.items.length === 0 ? ['nothing waits for a person'] : plainTable(page.items, columns));
  if (page.nextPageToken !== null) process.stderr.write(`there are more items than ${limit}: --limit shows more\n`);
}

const columns: readonly Column<WorkItemView>[] = [
  { heading: 'due', text: (item) => item.dueAt.slice(0, 10) },
  { heading: 'owner', text: (item) => item.owner },
  { heading: 'kind', text: (item) => item.kind },
  { heading: 'amount', align: 'right', text: (item) => formatDollars(cents(item.amountCents)) },
  { heading: 'about', text: aboutWhat },
  { heading: 'cause', text: (item) => item.cause, widthMax: 100 },
  { heading: 'ways on', text: (item) => (item.resolvedAt === null ? item.allowedCommands.join(' ') : 'resolved') },
];

function aboutWhat(item: WorkItemView): string {
  return item.claimId ?? item.submissionId ?? item.remittanceId ?? item.inboundFileId ?? '';
}
