import { parseArgs } from 'node:util';
import { Runtime } from '@temporalio/worker';
import { runFloor } from './lifecycle/run-floor.js';
import { runProduct } from './lifecycle/run-product.js';
import { machineLine, startBenchServices } from './support/bench-services.js';
import { silentLogger } from './support/silent-logger.js';

/** The product must reach this share of the floor. */
const ratioMin = 0.6;

const { values } = parseArgs({
  options: { claims: { type: 'string', default: '1000' }, quick: { type: 'boolean', default: false } },
});
const claims = values.quick ? 300 : Number(values.claims);
Runtime.install({ logger: silentLogger, shutdownSignals: [] });
const services = await startBenchServices({ temporal: true });
try {
  await runFloor(services, 60);
  const floor = await runFloor(services, claims);
  const product = await runProduct(services, claims);
  const ratio = product.claimsPerSecond / floor.claimsPerSecond;
  console.log(
    `Lifecycle: ${claims} clean claims, all at once. ${machineLine()}, Temporal dev server on a file, embedded PostgreSQL, one worker process.`,
  );
  console.table({
    floor: row(floor),
    ClaimLifecycle: row(product),
  });
  console.log(
    `ratio ${ratio.toFixed(2)} of the floor (at least ${ratioMin} wanted); largest payload ${product.payloadBytesMax} bytes; ${product.notPaid} claims not paid`,
  );
  const { submissions, inbound, remittances } = product.exchange;
  console.log(`beside the claims: ${submissions} files sent, ${inbound} files read, ${remittances} remittances posted`);
  if (product.notPaid > 0) process.exitCode = 1;
} finally {
  await services.stop();
}

function row(result: {
  readonly claimsPerSecond: number;
  readonly seconds: number;
  readonly eventsPerClaim: number;
  readonly cpuSeconds: number;
}) {
  return {
    'claims/s': Number(result.claimsPerSecond.toFixed(1)),
    seconds: Number(result.seconds.toFixed(1)),
    'events a claim': result.eventsPerClaim,
    'CPU s of the worker': Number(result.cpuSeconds.toFixed(1)),
  };
}
