import { expect, onTestFinished, test } from 'vitest';
import { DemonstrationRun, type ServiceName } from '../support/demonstration-run.js';
import { expectUndisturbedEnd } from '../support/expect-undisturbed-end.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { moments } from './moments.js';

function start(folder: string): DemonstrationRun {
  const run = DemonstrationRun.start(folder);
  onTestFinished(() => run.stop());
  return run;
}

test('after the supervisor and all with it were killed, a start on the same folder goes on to the same end', async () => {
  const folder = temporaryFolder();
  for (const moment of ['visits are being taken in', 'a file is on its way', 'a remittance is being posted'] as const) {
    const run = start(folder);
    await run.reaches(moment, moments[moment]);
    await run.killSupervisor();
  }
  await start(folder).finish();
  await expectUndisturbedEnd(folder);
});

test('a service that is killed while it starts for the first time spoils nothing: the next start goes on', async () => {
  const folder = temporaryFolder();
  const order: readonly ServiceName[] = ['postgres', 'temporal', 'simulator', 'worker', 'api'];
  for (const name of order) {
    const run = start(folder);
    await run.kill(name);
    expect(await run.ends(), `the start without ${name} says that it failed`).toBe(false);
  }
  await start(folder).finish();
  await expectUndisturbedEnd(folder);
});
