import { appendFileSync } from 'node:fs';
import { endFormerRun } from '../../../cli/supervise/former-run.js';
import { openHome } from '../../../cli/supervise/home.js';
import { nodeService } from '../../../cli/supervise/node-service.js';
import type { Service } from '../../../cli/supervise/service.js';
import { takeHome } from '../../../cli/supervise/single-instance.js';
import { stopRequested } from '../../../cli/supervise/stop-signals.js';
import { createSupervisor } from '../../../cli/supervise/supervisor.js';
import { type OrphanGuard, startOrphanGuard } from '../../../gateways/provision/orphan-guard.js';
import { spawnServer } from '../../../gateways/provision/server-process.js';

// A product in small: one child of Node and one foreign server, under the real supervisor. Arguments: home, "unguarded".
const [folder = '', unguarded] = process.argv.slice(2);
const home = openHome(folder);
const release = takeHome(home);
const journal = `${folder}/journal`;
const leftOver = await endFormerRun(home);
appendFileSync(journal, `left over: ${leftOver.sort().join(' ')}\n`);

const nobody: OrphanGuard = { watch: () => undefined, forget: () => undefined, close: () => undefined };
const guard = unguarded === undefined ? startOrphanGuard() : nobody;
const supervisor = createSupervisor({ home, guard });
const server: Service = {
  name: 'server',
  start: async (hooks) =>
    await spawnServer({ command: 'sleep', args: ['3600'], stopSignal: 'SIGINT', stopWithinMillis: 1_000, hooks }),
};
const child = nodeService({
  name: 'child',
  main: new URL('./dummy-service.mjs', import.meta.url),
  environment: { ...process.env, DUMMY_NAME: 'child', DUMMY_JOURNAL: journal },
});
await supervisor.add(server);
await supervisor.add(child);
// Who reads "running" may send a signal at once.
const stop = stopRequested();
appendFileSync(journal, 'running\n');
await stop;
await supervisor.stop();
guard.close();
release();
appendFileSync(journal, 'stopped\n');
process.exit(0);
