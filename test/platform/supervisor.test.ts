import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openHome } from '../../cli/supervise/home.js';
import { nodeService } from '../../cli/supervise/node-service.js';
import { runningPid } from '../../cli/supervise/pid-file.js';
import { createSupervisor, type Supervisor, type SupervisorEvent } from '../../cli/supervise/supervisor.js';
import { startOrphanGuard } from '../../gateways/provision/orphan-guard.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const dummy = new URL('./programs/dummy-service.mjs', import.meta.url);
const patience = { timeout: 15_000, interval: 20 };

function supervised(): {
  supervisor: Supervisor;
  folder: string;
  events: SupervisorEvent[];
  pidOf: (name: string) => number | undefined;
} {
  const folder = temporaryFolder();
  const home = openHome(folder);
  const guard = startOrphanGuard();
  const events: SupervisorEvent[] = [];
  const supervisor = createSupervisor({ home, guard, onEvent: (event) => events.push(event), firstBackoffMillis: 10 });
  onTestFinished(async () => {
    await supervisor.stop();
    guard.close();
  });
  return { supervisor, folder, events, pidOf: (name) => runningPid(home.run, name) };
}

function dummyService(name: string, folder: string, environment: NodeJS.ProcessEnv = {}) {
  const journal = join(folder, 'journal');
  return nodeService({
    name,
    main: dummy,
    environment: { ...process.env, DUMMY_NAME: name, DUMMY_JOURNAL: journal, ...environment },
  });
}

test('a service killed with kill -9 is started again, each time', async () => {
  const { supervisor, folder, pidOf } = supervised();
  const first = await supervisor.add(dummyService('worker', folder));
  expect(pidOf('worker')).toBe(first.pid);
  let killed = first.pid;
  for (const _ of [1, 2]) {
    process.kill(killed, 'SIGKILL');
    const next = await vi.waitFor(() => {
      const pid = pidOf('worker');
      if (pid === undefined || pid === killed) throw new Error('not yet');
      return pid;
    }, patience);
    killed = next;
  }
});

test('services stop in good order, the last started first, and leave no pid file', async () => {
  const { supervisor, folder, events, pidOf } = supervised();
  for (const name of ['simulator', 'worker', 'api']) await supervisor.add(dummyService(name, folder));
  await supervisor.stop();
  expect(readFileSync(join(folder, 'journal'), 'utf8').split('\n')).toEqual([
    'api ended in good order',
    'worker ended in good order',
    'simulator ended in good order',
    '',
  ]);
  expect(events.filter((event) => event.kind === 'stopped').map((event) => event.name)).toEqual([
    'api',
    'worker',
    'simulator',
  ]);
  expect(['simulator', 'worker', 'api'].map(pidOf)).toEqual([undefined, undefined, undefined]);
});

test('a service that can not even start the first time is an error with its last words, not a loop', async () => {
  const { supervisor, folder, events } = supervised();
  await expect(supervisor.add(dummyService('api', folder, { DUMMY_BROKEN: 'yes' }))).rejects.toThrow(
    /api did not start \(exit code 3\): the dummy is broken/,
  );
  expect(events).toEqual([]);
});

test('what a service prints is in its log', async () => {
  const { supervisor, folder } = supervised();
  await supervisor.add(dummyService('api', folder, { DUMMY_BROKEN: 'yes' })).catch(() => undefined);
  await supervisor.stop();
  await vi.waitFor(
    () => expect(readFileSync(join(folder, 'logs', 'api.log'), 'utf8')).toContain('the dummy is broken'),
    patience,
  );
});
