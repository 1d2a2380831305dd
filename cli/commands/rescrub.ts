import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { getPractice } from '../../db/practices.js';
import type { StoredClaimCursor } from '../../db/stored-claims.js';
import { ruleSetVersion } from '../../domain/coding/rule-set.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { candidateEdits } from '../../domain/scrubbing/candidate-edits.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { withGivenPayers } from '../payers/given-payers.js';
import { readPayerFiles } from '../payers/read-payer-files.js';
import { givenPracticeRules } from '../practice-rules/given-practice-rules.js';
import { choosePractice } from '../product/choose-practice.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { withDatabase } from '../product/with-database.js';
import { ClaimProgress } from '../progress/claim-progress.js';
import type { RescrubPlan } from '../rescrub/rescrub-claims.js';
import { cursorText, parseCursor } from '../rescrub/rescrub-cursor.js';
import { changeLines, totalLines } from '../rescrub/rescrub-lines.js';
import { RescrubReport } from '../rescrub/rescrub-report.js';
import { runRescrub } from '../rescrub/run-rescrub.js';
import { openRunFile } from '../rescrub/run-file.js';
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
  readonly payers?: string;
  readonly ownRules?: string;
  readonly knownOn?: PlainDate;
  readonly after?: string;
  readonly runFile?: string;
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
    .option('--payers <file or folder>', 'candidate rules: payer profiles as `payers load` takes them')
    .option('--own-rules <file>', 'candidate rules: rules of the practice as `rules load` takes them')
    .option('--known-on <date>', 'compare with what was known of the law on this day', dateText)
    .option('--after <cursor>', 'go on behind the claim at which a run was stopped')
    .option(
      '--run-file <file>',
      'keep what each batch gave in a file; the same command goes on from it, whatever stopped it',
    )
    .option('--limit <number>', 'most changed claims to show', wholeNumber(0, 100_000), 50)
    .addOption(practiceOption())
    .option('--json', 'as JSON, with all changed claims')
    .action(async (options: RescrubOptions) => finish(await rescrub(options)));
}

async function rescrub(options: RescrubOptions): Promise<number> {
  const start = startOf(options);
  const planOn = planOf(options);
  const stop = { isAsked: false };
  void stopRequested().then(() => {
    stop.isAsked = true;
  });
  const report = new RescrubReport(options.json === true ? Number.POSITIVE_INFINITY : options.limit);
  await withDatabase(async (db) => {
    const practiceId = await choosePractice(db, options.practice);
    const { timeZone } = await db.read(practiceId, (query) => getPractice(query, practiceId));
    const today = plainDateAt(readBusinessNow(), timeZone);
    const kept =
      options.runFile === undefined ? null : openRunFile(options.runFile, headOf(options, practiceId, today));
    const progress = new ClaimProgress(process.stderr);
    const goesOn = (claimsDone: number, claimsLeft: number) => {
      progress.show(claimsDone, claimsLeft);
      return !stop.isAsked;
    };
    await runRescrub(db, practiceId, { plan: planOn(kept?.today ?? today), start, kept, report, goesOn });
    progress.clear();
  });
  const { totals, shown, more, cursor } = report;
  const next = stop.isAsked && cursor !== null ? cursorText(cursor) : null;
  if (options.json === true) printJson({ ruleSet: ruleSetVersion, totals, changes: shown, next });
  else printLines([...changeLines(shown, more), ...totalLines(totals)]);
  if (next === null) return 0;
  const goOn = options.runFile === undefined ? `with --after ${next}` : 'with the same command';
  process.stderr.write(`stopped; the sums are of the claims so far. Go on ${goOn}\n`);
  return stopped;
}

/** What a kept run was made with; given files count with what was in them. */
function headOf(
  { since, until, rules, block, without, payers, ownRules, knownOn }: RescrubOptions,
  practiceId: string,
  today: PlainDate,
) {
  const files = {
    payers: payers === undefined ? undefined : sha256(readPayerFiles(payers)),
    ownRules: ownRules === undefined ? undefined : sha256(givenPracticeRules(ownRules)),
  };
  const options = { since, until, rules, block: block.toSorted(), without: without.toSorted(), knownOn, ...files };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { practiceId, ruleSet: ruleSetVersion, options: Object.fromEntries(given), today };
}

function sha256(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function startOf({ after, runFile }: RescrubOptions): StoredClaimCursor | null {
  if (after === undefined) return null;
  if (runFile !== undefined) throw new UsageError('--run-file knows where to go on: leave --after out');
  const cursor = parseCursor(after);
  if (cursor === null) throw new UsageError(`${after} is no cursor: give what a stopped rescrub printed`);
  return cursor;
}

/** What is compared, on a business date. */
function planOf(options: RescrubOptions): (today: PlainDate) => RescrubPlan {
  const { since, until, rules, block, without, payers, ownRules, knownOn } = options;
  const common = { filter: { since, until: until ?? null }, batchSize };
  const current = (today: PlainDate) => ({ edits: scrubEdits, knownOn: today });
  const differs = block.length > 0 || without.length > 0 || payers !== undefined || ownRules !== undefined;
  if (rules === 'current') {
    if (differs) throw new UsageError('--block, --without, --payers and --own-rules belong to --rules candidate');
    const before = (today: PlainDate) => (knownOn === undefined ? 'stored' : { ...current(today), knownOn });
    return (today) => ({ ...common, today, after: current(today), before: before(today) });
  }
  if (!differs) {
    throw new UsageError(
      'say how the candidate rules differ: --block <edits…>, --without <edits…>, --payers <file or folder> or --own-rules <file>',
    );
  }
  const edits = candidateEdits({ block, without });
  if (!edits.ok) throw new UsageError(`${edits.error}; docs and GET /v1/edits list them`);
  const candidates = {
    candidatePayers:
      payers === undefined ? undefined : (known: readonly PayerProfile[]) => withGivenPayers(known, payers),
    candidateRules: ownRules === undefined ? undefined : givenPracticeRules(ownRules),
  };
  return (today) => ({
    ...common,
    ...candidates,
    today,
    before: { ...current(today), knownOn: knownOn ?? today },
    after: { ...current(today), edits: edits.value },
  });
}
