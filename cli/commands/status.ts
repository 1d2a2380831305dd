import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { listEditions } from '../../db/code-set-editions.js';
import type { Database } from '../../db/database.js';
import { listPractices } from '../../db/practices.js';
import { readPracticeProgress } from '../../db/practice-progress.js';
import { type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { type MissingCodeSet, missingCodeSets } from '../codes/code-set-state.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { apiUrlOf } from '../product/start-product.js';
import { withDatabase } from '../product/with-database.js';
import { whatMoves } from '../progress/at-rest.js';
import { type Home, openHome } from '../supervise/home.js';
import { runningPid } from '../supervise/pid-file.js';
import { type RunEnvironment, readRunEnvironment } from '../supervise/run-environment.js';
import { printJson, printLines } from '../text/print.js';

export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description('what runs, where it is reached, and how far the claims are')
    .option('--json', 'as JSON')
    .action(showStatus);
}

const services = ['postgres', 'temporal', 'simulator', 'worker', 'api'] as const;

async function showStatus({ json }: { readonly json?: true }): Promise<void> {
  const config = loadStartConfig();
  const home = openHome(config.home);
  const hasDatabase = config.database.kind === 'external' || existsSync(join(home.folder, 'postgres'));
  const status = {
    home: home.folder,
    processes: Object.fromEntries(services.map((name) => [name, runningPid(home.run, name) ?? null])),
    addresses: addressesOf(home),
    businessTime: readBusinessNow(),
    practices: hasDatabase ? await withDatabase(readPracticeStates) : [],
    missingCodeSets: hasDatabase ? missingCodeSets(await withDatabase(listEditions), today()) : [],
  };
  if (json === true) printJson(status);
  else printLines(statusLines(status));
}

/** Addresses of what runs now; those of a product that has ended lead nowhere. */
function addressesOf(home: Home): Readonly<Record<string, string>> {
  const environment: RunEnvironment = readRunEnvironment(home) ?? {};
  const runs = (name: (typeof services)[number]) => runningPid(home.run, name) !== undefined;
  const { TELECLAIM_API_HOST: host, TELECLAIM_API_PORT: port } = environment;
  const { TELECLAIM_TEMPORAL_UI_URL: ui, CLEARINGHOUSE_HTTP_URL: simulator } = environment;
  return {
    ...(runs('api') && host !== undefined && port !== undefined ? { api: apiUrlOf(host, port) } : {}),
    ...(runs('temporal') && ui !== undefined ? { temporalUi: ui } : {}),
    ...(runs('simulator') && simulator !== undefined ? { simulator } : {}),
  };
}

function today(): PlainDate {
  return plainDate(readBusinessNow().slice(0, 10));
}

async function readPracticeStates(db: Database) {
  const practices = await listPractices(db);
  return await Promise.all(
    practices.map(async ({ id, submitterId }) => ({
      submitterId,
      progress: await db.read(id, readPracticeProgress),
    })),
  );
}

interface Status {
  readonly home: string;
  readonly processes: Readonly<Record<string, number | null>>;
  readonly addresses: Readonly<Record<string, string>>;
  readonly businessTime: string;
  readonly practices: Awaited<ReturnType<typeof readPracticeStates>>;
  readonly missingCodeSets: readonly MissingCodeSet[];
}

function statusLines(status: Status): string[] {
  const processes = Object.entries(status.processes);
  return [
    `state folder   ${status.home}`,
    `business time  ${status.businessTime}`,
    ...processes.map(([name, pid]) => `${name.padEnd(14)} ${pid === null ? 'does not run here' : `process ${pid}`}`),
    ...Object.entries(status.addresses).map(([name, address]) => `${name.padEnd(14)} ${address}`),
    ...status.practices.map(({ submitterId, progress }) => {
      const { claims, closed, waitingForPerson } = progress;
      const moving = whatMoves({ ...progress, answersOwed: 0 });
      const rest = moving.length === 0 ? 'nothing is under way' : moving.join('; ');
      return `${submitterId}: ${claims} claims, ${closed} closed, ${waitingForPerson} wait for a person; ${rest}`;
    }),
    ...status.missingCodeSets.map(({ message }) => `warning: ${message}`),
  ];
}
