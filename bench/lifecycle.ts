import { parseArgs } from 'node:util';
import { Runtime } from '@temporalio/worker';
import { runFloor } from './lifecycle/run-floor.js';
import type { LifecycleResult } from './lifecycle/lifecycle-result.js';
import { type Exchange, openProductDatabase, type ProductResult, runProduct } from './lifecycle/run-product.js';
import { startBenchServices } from './support/bench-services.js';
import { machineLine } from './support/machine-line.js';
import { silentLogger } from './support/silent-logger.js';

/** The product must reach this share of the floor. */
const ratioMin = 0.6;

const { values } = parseArgs({
  options: { claims: { type: 'string', default: '3000' }, quick: { type: 'boolean', default: false } },
});
const claims = values.quick ? 1_000 : Number(values.claims);
/** Floor and product take turns, so that a machine that grows slower or faster meanwhile favours neither. */
const rounds = values.quick ? 1 : 2;
const warmUpClaims = 120;
Runtime.install({ logger: silentLogger, shutdownSignals: [] });
const services = await startBenchServices({ temporal: true });
try {
  const db = openProductDatabase(services);
  await runFloor(services, warmUpClaims);
  await runProduct(services, db, { claims: warmUpClaims, run: 'warm-up' });
  const floors: LifecycleResult[] = [];
  const products: ProductResult[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    floors.push(await runFloor(services, claims / rounds));
    products.push(await runProduct(services, db, { claims: claims / rounds, run: `round-${round}` }));
  }
  await db.close();
  const floor = total(floors);
  const product = total(products);
  const ratio = product.claimsPerSecond / floor.claimsPerSecond;
  const ratios = products.map((one, index) => one.claimsPerSecond / (floors[index]?.claimsPerSecond ?? Number.NaN));
  console.log(
    `Lifecycle: ${claims} clean claims in ${rounds === 1 ? 'one round' : `${rounds} rounds`} after a warm-up, a round's claims all at once. ${machineLine()}, Temporal dev server on a file, embedded PostgreSQL, one worker process.`,
  );
  console.table({
    floor: row(floor),
    ClaimLifecycle: row(product),
  });
  console.log(
    `ratio ${ratio.toFixed(2)} of the floor (at least ${ratioMin} wanted; by round ${ratios.map((one) => one.toFixed(2)).join(', ')})`,
  );
  const notPaid = sum(products.map((one) => one.notPaid));
  console.log(
    `largest payload ${Math.max(...products.map((one) => one.payloadBytesMax))} bytes; ${notPaid} claims not paid`,
  );
  const beside = (count: (exchange: Exchange) => number) => sum(products.map((one) => count(one.exchange)));
  console.log(
    `beside the claims: ${beside((one) => one.submissions)} files sent, ${beside((one) => one.inbound)} files read, ${beside((one) => one.remittances)} remittances posted`,
  );
  if (notPaid > 0) process.exitCode = 1;
} finally {
  await services.stop();
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** Several runs as one. */
function total(results: readonly LifecycleResult[]): LifecycleResult {
  const seconds = sum(results.map((one) => one.seconds));
  const all = sum(results.map((one) => one.claims));
  return {
    claims: all,
    seconds,
    claimsPerSecond: all / seconds,
    eventsPerClaim: Math.max(...results.map((one) => one.eventsPerClaim)),
    cpuSeconds: sum(results.map((one) => one.cpuSeconds)),
  };
}

function row(result: LifecycleResult) {
  return {
    'claims/s': Number(result.claimsPerSecond.toFixed(1)),
    seconds: Number(result.seconds.toFixed(1)),
    'events a claim': result.eventsPerClaim,
    'CPU s of the worker': Number(result.cpuSeconds.toFixed(1)),
  };
}
