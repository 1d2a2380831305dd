import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { z } from 'zod';
import { nodeOptions } from '../cli/supervise/node-options.js';
import { seedClaims } from './api/seed-claims.js';
import { startBenchServices } from './support/bench-services.js';
import { machineLine } from './support/machine-line.js';

/** p99 of the API may be this many times that of the bare route. */
const ratioMax = { claim: 2, list: 4 } as const;

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '8' },
    quick: { type: 'boolean', default: false },
  },
});
const claims = Number(values.claims);
const seconds = values.quick ? 4 : Number(values.seconds);
const turnCount = values.quick ? 3 : 5;
const services = await startBenchServices({ temporal: false });
let server: ChildProcess | undefined;
try {
  const { key } = await seedClaims({ app: services.appUrl, owner: services.ownerUrl }, claims);
  server = fork(fileURLToPath(new URL('./api/server.ts', import.meta.url)), [services.appUrl, services.ownerUrl], {
    execArgv: [...nodeOptions, '--import', 'tsx'],
  });
  const message: unknown = (await once(server, 'message'))[0];
  const { floorUrl, apiUrl } = z.object({ floorUrl: z.string(), apiUrl: z.string() }).parse(message);
  const claimIds = Array.from(
    { length: 500 },
    (_, index) => `clm_${String(1 + ((index * 9973) % (claims - 1))).padStart(26, '0')}`,
  );
  const headers = { authorization: `Bearer ${key}` };
  const routes = {
    floor: claimIds.map((id) => ({ path: `${floorUrl}/bare/${id}` })),
    claim: claimIds.map((id) => ({ path: `${apiUrl}/v1/claims/${id}`, headers })),
    list: ['adjudication', 'closed', 'submission'].map((stage) => ({
      path: `${apiUrl}/v1/claims?stage=${stage}&payer=medicare&pageSize=50`,
      headers,
    })),
  };
  for (const requests of Object.values(routes)) await load(requests, Math.min(seconds, 4));
  // The three are measured in turns and the median turn counts, so that a busy moment of the machine hits none alone.
  const turns: { floor: number; claim: number; list: number }[] = [];
  for (let turn = 0; turn < turnCount; turn += 1) {
    const floor = await load(routes.floor, seconds);
    const claim = await load(routes.claim, seconds);
    const list = await load(routes.list, seconds);
    turns.push({ floor: floor.p99, claim: claim.p99, list: list.p99 });
    console.table({ floor, 'claim by id': claim, 'filtered list of 50': list });
  }
  const claimRatio = median(turns.map((turn) => turn.claim / turn.floor));
  const listRatio = median(turns.map((turn) => turn.list / turn.floor));
  console.log(
    `API over ${claims} claims, 10 connections. ${machineLine()}, embedded PostgreSQL, load from another process.`,
  );
  console.log(
    `p99 against the bare route: claim by id ${claimRatio.toFixed(2)}× (at most ${ratioMax.claim}×), filtered list ${listRatio.toFixed(2)}× (at most ${ratioMax.list}×)`,
  );
} finally {
  if (server !== undefined) {
    const ended = once(server, 'exit');
    server.disconnect();
    await ended;
  }
  await services.stop();
}

type Figures = { readonly p50: number; readonly p99: number; readonly 'requests/s': number };

async function load(
  requests: readonly { readonly path: string; readonly headers?: Readonly<Record<string, string>> }[],
  duration: number,
): Promise<Figures> {
  const [first] = requests;
  if (first === undefined) throw new Error('nothing to request');
  const { origin } = new URL(first.path);
  const result = await autocannon({
    url: origin,
    connections: 10,
    duration,
    requests: requests.map(({ path, headers }) => ({
      method: 'GET',
      path: path.slice(origin.length),
      ...(headers === undefined ? {} : { headers }),
    })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were no success, ${result.errors} requests failed`);
  return { p50: result.latency.p50, p99: result.latency.p99, 'requests/s': Math.round(result.requests.average) };
}

function median(ratios: readonly number[]): number {
  const sorted = [...ratios].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
