import type { Command } from 'commander';
import { loadConfig } from '../../gateways/config/load-config.js';
import { businessNow } from '../../gateways/config/process-clock.js';
import { loadDemonstration } from '../product/load-demonstration.js';
import { openDemonstrationPractice } from '../product/open-demonstration-practice.js';
import { apiUrlOf } from '../product/start-product.js';
import { withDatabase } from '../product/with-database.js';
import { stopRequested } from '../supervise/stop-signals.js';
import { seedText, wholeNumber } from '../text/parse-option.js';
import { printLines } from '../text/print.js';

interface LoadOptions {
  readonly visits: number;
  readonly seed: string;
}

export function addDemonstrationCommand(program: Command): void {
  program
    .command('demonstration')
    .description('the demonstration practice')
    .command('load')
    .description('load it into an installation whose processes run on their own (teleclaim start does it by itself)')
    .option('--visits <number>', 'visits of the demonstration', wholeNumber(1, 100_000), 60)
    .option('--seed <text>', 'what the demonstration is made from', seedText, 'demo')
    .action(load);
}

async function load({ visits, seed }: LoadOptions): Promise<void> {
  const config = loadConfig();
  const stop = new AbortController();
  void stopRequested().then(() => stop.abort());
  const { TELECLAIM_API_URL: url = apiUrlOf(config.api.host, config.api.port) } = process.env;
  await withDatabase(async (db, home) => {
    const practice = await openDemonstrationPractice(db, home, businessNow(config.clock));
    const api = { url, key: practice.key };
    const log = (line: string) => printLines([line]);
    const taken = await loadDemonstration({ home, clock: config.clock, api, seed, visits, log, stop: stop.signal });
    printLines([`${taken} visits are in; API key of the demonstration: ${practice.key}`]);
  });
}
