import type { Command } from 'commander';
import { getPractice } from '../../db/practices.js';
import { countStoredClaims, type StoredClaimCursor } from '../../db/stored-claims.js';
import { ruleSetVersion } from '../../domain/coding/rule-set.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { candidateEdits } from '../../domain/scrubbing/candidate-edits.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { choosePractice } from '../product/choose-practice.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { withDatabase } from '../product/with-database.js';
import { ClaimProgress } from '../progress/claim-progress.js';
import { type ClaimChange, rescrubClaims, type RescrubPlan } from '../rescrub/rescrub-claims.js';
import { cursorText, parseCursor } from '../rescrub/rescrub-cursor.js';
import { changeLines, totalLines } from '../rescrub/rescrub-lines.js';
import { addBatch, noTotals } from '../rescrub/rescrub-totals.js';
import { stopRequested } from '../supervise/stop-signals.js';
import { dateText, oneOf, wholeNumber } from '../text/parse-option.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface RescrubOptions extends ReadingOptions {
  readonly since: PlainDate;
  readonly until?: PlainDate;
  readonly rules: 'current' | 'candidate';
  readonly block: readonly string[];
  readonly without: readonly string[];
  readonly knownOn?: PlainDate;
  readonly after?: string;
  readonly limit: number;
}

const batchSize = 500;

/** Exit code of a run that a person stopped. */
const stopped = 130;

export function addRescrubCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('rescrub')
    .description('judge stored claims anew and tell what changes and what it is worth; nothing is changed or sent')
    .requiredOption('--since <date>', 'first date of service', dateText)
    .option('--until <date>', 'last date of service', dateText)
    .option(
      '--rules <rules>',
      'current: against what was decided of each claim; candidate: changed rules against the current ones',
      oneOf(['current', 'candidate']),
      'current' as const,
    )
    .option('--block <edits...>', 'candidate rules: edits that would block instead of warn', [])
    .option('--without <edits...>', 'candidate rules: edits that would not run', [])
    .option('--known-on <date>', 'compare with what was known of the law on this day', dateText)
    .option('--after <cursor>', 'go on behind the claim at which a run was stopped')
    .option('--limit <number>', 'most changed claims to show', wholeNumber(0, 100_000), 50)
    .addOption(practiceOption())
    .option('--json', 'as JSON, with all changed claims')
    .action(async (options: RescrubOptions) => finish(await rescrub(options)));
}

async function rescrub(options: RescrubOptions): Promise<number> {
  const start = startOf(options.after);
  const stop = { isAsked: false };
  void stopRequested().then(() => {
    stop.isAsked = true;
  });
  const changes: ClaimChange[] = [];
  let totals = noTotals;
  let cursor: StoredClaimCursor | null = start;
  await withDatabase(async (db) => {
    const practiceId = await choosePractice(db, options.practice);
    const { timeZone } = await db.read(practiceId, (query) => getPractice(query, practiceId));
    const plan = planOf(options, plainDateAt(readBusinessNow(), timeZone));
    const count = await db.read(practiceId, (query) => countStoredClaims(query, plan.filter, start));
    const progress = new ClaimProgress(process.stderr);
    for await (const batch of rescrubClaims(db, practiceId, plan, start)) {
      totals = addBatch(totals, batch);
      changes.push(...batch.changes);
      cursor = batch.cursor;
      progress.show(totals.read, count);
      if (stop.isAsked) break;
    }
    progress.clear();
  });
  const next = stop.isAsked && cursor !== null ? cursorText(cursor) : null;
  if (options.json === true) printJson({ ruleSet: ruleSetVersion, totals, changes, next });
  else printLines([...changeLines(changes, options.limit), ...totalLines(totals)]);
  if (next === null) return 0;
  process.stderr.write(`stopped; the sums are of the claims so far. Go on with --after ${next}\n`);
  return stopped;
}

function startOf(after: string | undefined): StoredClaimCursor | null {
  if (after === undefined) return null;
  const cursor = parseCursor(after);
  if (cursor === null) throw new UsageError(`${after} is no cursor: give what a stopped rescrub printed`);
  return cursor;
}

function planOf({ since, until, rules, block, without, knownOn }: RescrubOptions, today: PlainDate): RescrubPlan {
  const current = { edits: scrubEdits, knownOn: today };
  const common = { filter: { since, until: until ?? null }, today, batchSize };
  if (rules === 'current') {
    if (block.length > 0 || without.length > 0)
      throw new UsageError('--block and --without belong to --rules candidate');
    return { ...common, after: current, before: knownOn === undefined ? 'stored' : { ...current, knownOn } };
  }
  if (block.length === 0 && without.length === 0) {
    throw new UsageError('say how the candidate rules differ: --block <edits…> or --without <edits…>');
  }
  const edits = candidateEdits({ block, without });
  if (!edits.ok) throw new UsageError(`${edits.error}; docs and GET /v1/edits list them`);
  const before = { ...current, knownOn: knownOn ?? today };
  return { ...common, before, after: { ...current, edits: edits.value } };
}
