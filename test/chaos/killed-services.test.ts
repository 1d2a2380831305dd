import { onTestFinished, test } from 'vitest';
import { seededRandom } from '../../domain/kernel/seeded-random.js';
import { DemonstrationRun, type ServiceName } from '../support/demonstration-run.js';
import { expectUndisturbedEnd } from '../support/expect-undisturbed-end.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { afterSteps, type MomentName, moments } from './moments.js';

/** When a service is killed, in the order in which the moments come; the supervisor starts it again each time. */
const deaths: readonly { readonly name: ServiceName; readonly moments: readonly MomentName[] }[] = [
  { name: 'api', moments: ['the visits are about to be taken in', 'visits are being taken in'] },
  {
    name: 'simulator',
    moments: ['coverage is being verified', 'a file is on its way', 'files of the clearinghouse are being read'],
  },
  { name: 'temporal', moments: ['visits are being taken in', 'a file is on its way', 'a remittance is being posted'] },
  { name: 'postgres', moments: ['coverage is being verified', 'a file is on its way', 'a remittance is being posted'] },
];

function start(folder: string): DemonstrationRun {
  const run = DemonstrationRun.start(folder);
  onTestFinished(() => run.stop());
  return run;
}

async function killAt(run: DemonstrationRun, name: ServiceName, moment: MomentName): Promise<void> {
  await run.reaches(moment, moments[moment]);
  await run.kill(name);
}

/** One more death at a moment that only the seed knows. */
async function killAtSeededStep(run: DemonstrationRun, name: ServiceName): Promise<void> {
  const steps = seededRandom(`chaos/${name}`).integer(130, 190);
  await run.reaches(`${steps} steps`, afterSteps(steps));
  await run.kill(name);
}

test('a worker that is killed again and again loses no claim, sends no file twice, posts no payment twice', async () => {
  const folder = temporaryFolder();
  const run = start(folder);
  await killAt(run, 'worker', 'visits are being taken in');
  await killAt(run, 'worker', 'coverage is being verified');
  // The whole file has arrived, and the worker dies before it can know.
  await run.play({ kind: 'drop_after_rename', times: 1 });
  await run.faultsHaveStruck();
  await run.kill('worker');
  await killAt(run, 'worker', 'a file is on its way');
  await killAt(run, 'worker', 'a remittance is being posted');
  await killAtSeededStep(run, 'worker');
  await run.finish();
  await expectUndisturbedEnd(folder);
});

test.each(deaths)('however often the $name process is killed, the books end as without', async (death) => {
  const folder = temporaryFolder();
  const run = start(folder);
  for (const moment of death.moments) await killAt(run, death.name, moment);
  await killAtSeededStep(run, death.name);
  await run.finish();
  await expectUndisturbedEnd(folder);
});
