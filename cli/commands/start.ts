import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import { listMovingClaims } from '../../db/practice-progress.js';
import { instant, plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { businessNow, wallMillisNow } from '../../gateways/config/process-clock.js';
import { createLiveTable, type LiveTable } from '../live-table/live-table.js';
import { renderSummary } from '../live-table/render-summary.js';
import { apiKeyFile, type KeptApiKey } from '../product/kept-api-key.js';
import { loadDemonstration } from '../product/load-demonstration.js';
import { eventLine } from '../product/product-events.js';
import { type RunningProduct, startProduct } from '../product/start-product.js';
import { readSnapshot } from '../progress/read-snapshot.js';
import { lookAt, readStanding } from '../progress/read-standing.js';
import { readSummary, summaryLine } from '../progress/read-summary.js';
import { type Look, type WatchEnd, watchUntilAtRest } from '../progress/watch-until-at-rest.js';
import { stopRequested } from '../supervise/stop-signals.js';
import { clockRate, dateText, seedText, wholeNumber } from '../text/parse-option.js';

interface StartOptions {
  readonly visits: number;
  readonly seed: string;
  readonly rate?: number;
  readonly date?: PlainDate;
  readonly once?: true;
  readonly demo: boolean;
}

const refreshMillis = 500;
const patienceMillis = 5 * 60_000;

export function addStartCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('start')
    .description('run the product: database, Temporal, API and worker, with a demonstration practice')
    .option('--visits <number>', 'visits of the demonstration', wholeNumber(1, 100_000), 60)
    .option('--seed <text>', 'what the demonstration is made from; the same seed gives the same', seedText, 'demo')
    .option('--rate <number>', 'business time in one unit of wall time; 1 is real time', clockRate)
    .option('--date <date>', 'the business day on which a new state folder begins (YYYY-MM-DD)', dateText)
    .option('--once', 'run until every claim is closed or waits for a person, print the summary, and end')
    .option('--no-demo', 'without demonstration visits')
    .action(async (options: StartOptions) => finish(await start(options)));
}

async function start(options: StartOptions): Promise<number> {
  const config = loadStartConfig();
  const stop = new AbortController();
  void stopRequested().then(() => stop.abort());
  const color = process.stdout.isTTY && !process.env['NO_COLOR'];
  const table = createLiveTable(process.stdout, { color });
  const startedAt = wallMillisNow();
  try {
    const product = await startProduct({
      config: options.rate === undefined ? config : { ...config, clockRate: options.rate },
      seed: options.seed,
      firstInstant: options.date === undefined ? undefined : instant(`${options.date}T13:00:00Z`),
      processEnvironment: process.env,
      log: (line) => table.print(line),
      onEvent: (event) => {
        const line = eventLine(event);
        if (line !== undefined) table.print(line);
      },
      stop: stop.signal,
    });
    return await runProduct({ product, options, table, stop, startedAt, color });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    table.print('Stopped while starting.');
    return 130;
  } finally {
    table.finish();
  }
}

interface Run {
  readonly product: RunningProduct;
  readonly options: StartOptions;
  readonly table: LiveTable;
  readonly stop: AbortController;
  readonly startedAt: number;
  readonly color: boolean;
}

async function runProduct(run: Run): Promise<number> {
  const { product, table } = run;
  try {
    if (product.practice !== undefined) return await showPractice(run, product.practice);
    for (const line of addresses(product)) table.print(line);
    table.print('The clearinghouse is a real one: no demonstration is loaded. Ctrl-C stops.');
    await aborted(run.stop.signal);
    return 0;
  } finally {
    table.finish();
    table.print('Stopping …');
    await product.stop();
  }
}

async function showPractice(run: Run, practice: KeptApiKey): Promise<number> {
  const businessFrom = plainDateAt(businessNow(run.product.clock));
  const end = await watch(run, practice);
  switch (end.kind) {
    case 'at_rest':
      await showSummary(run, practice, businessFrom);
      return 0;
    case 'stuck':
      await showStuck(run, practice, end.moving);
      return 1;
    case 'stopped':
      return run.options.once ? 130 : 0;
  }
}

async function load({ product, options, table, stop }: Run, practice: KeptApiKey): Promise<void> {
  const api = { url: product.apiUrl, key: practice.key };
  const { seed, visits } = options;
  const log = (line: string) => table.print(line);
  await loadDemonstration({ ...product, api, seed, visits, log, stop: stop.signal });
}

async function watch(run: Run, practice: KeptApiKey): Promise<WatchEnd> {
  const { product, options, table, stop } = run;
  const notices = addresses(product);
  const show = async () => table.update(await readSnapshot({ ...product, ...practice, notices }));
  // What an earlier run left is shown before visits come in, so that each of these is told of as new.
  await show().catch(() => undefined);
  const loading = options.demo ? load(run, practice) : Promise.resolve();
  let underWay: readonly string[] = ['visits are being taken in'];
  let fault: { readonly error: unknown } | undefined;
  const loaded = loading.then(
    () => {
      underWay = options.once ? [] : ['the product runs until it is stopped'];
    },
    (error: unknown) => {
      if (!stop.signal.aborted) fault = { error };
    },
  );
  const look = async (): Promise<Look | undefined> => {
    if (fault !== undefined) throw fault.error;
    try {
      await show();
      const standing = lookAt(await readStanding({ ...product, ...practice }));
      return { ...standing, moving: [...underWay, ...standing.moving] };
    } catch {
      // A database or simulator that is being restarted; the supervisor has told of it.
      return undefined;
    }
  };
  const end = await watchUntilAtRest({
    look,
    pause: async () => await delay(refreshMillis, undefined, { signal: stop.signal }).catch(() => undefined),
    wallMillisNow,
    patienceMillis: options.once ? patienceMillis : Number.POSITIVE_INFINITY,
    stop: stop.signal,
  });
  await loaded;
  return end;
}

function addresses(product: RunningProduct): string[] {
  const { practice, apiUrl, temporalUiUrl, home } = product;
  return [
    `API          ${apiUrl}   (description: ${apiUrl}/openapi.json)`,
    ...(practice === undefined ? [] : [`API key      ${practice.key}   (kept in ${apiKeyFile(home)})`]),
    ...(temporalUiUrl === undefined ? [] : [`Temporal UI  ${temporalUiUrl}`]),
    `Logs         ${home.logs}`,
  ];
}

async function showSummary(run: Run, practice: KeptApiKey, businessFrom: PlainDate): Promise<void> {
  const { product, table, startedAt, color } = run;
  table.finish();
  const summary = await readSummary({
    ...{ db: product.db, practiceId: practice.practiceId, businessFrom },
    businessTo: plainDateAt(businessNow(product.clock)),
    wallMillis: wallMillisNow() - startedAt,
  });
  for (const line of renderSummary(summary, { color })) table.print(line);
  if (!process.stdout.isTTY) table.print(summaryLine(summary));
}

async function showStuck({ product, table }: Run, practice: KeptApiKey, moving: readonly string[]): Promise<void> {
  table.finish();
  table.print(`Nothing has moved for ${patienceMillis / 60_000} minutes. Still open: ${moving.join('; ')}.`);
  const claims = await product.db.read(practice.practiceId, (query) => listMovingClaims(query, 20)).catch(() => []);
  for (const claim of claims) {
    table.print(
      `  ${claim.claimId}  ${claim.patientControlNumber}  in ${claim.stage} since ${claim.stageEnteredAt} (business time)`,
    );
  }
  table.print(`The logs in ${product.home.logs} say what worker, API and servers do; start again to go on.`);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
