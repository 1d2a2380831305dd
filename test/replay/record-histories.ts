import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { z } from 'zod';
import { storyPayers } from '../builders/story-payers.js';
import { corpusKeyRingFile, corpusNamespace, historiesFolder } from './corpus.js';
import { recordedStories } from './recorded-stories.js';
import { ClaimWorld } from '../support/claim-world.js';
import { startTestServices } from '../support/start-test-services.js';

/**
 * Lives through the stories of the replay corpus on real servers and writes the histories of their workflows down, into a
 * folder of the product's version. Run it when a version is released; the folders of earlier versions stay.
 */
async function main(): Promise<void> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const target = join(historiesFolder, version);
  const folder = mkdtempSync(join(tmpdir(), 'teleclaim-record-'));
  chmodSync(folder, 0o711);
  const running = await startTestServices();
  try {
    const shared = { ...running.services, keyRingFile: corpusKeyRingFile };
    const world = await ClaimWorld.open({ folder, payers: storyPayers, shared, namespace: corpusNamespace });
    const workflows = await recordedStories(world);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    for (const { name, workflowId, runId } of workflows) {
      const history = await world.client.workflow.getHandle(workflowId, runId).fetchHistory();
      writeFileSync(join(target, `${name}.json`), withoutMachine(historyToJSON(history)));
      process.stdout.write(`${name}: ${history.events?.length ?? 0} events\n`);
    }
    await world.close();
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Workers sign with process and host, which say nothing to a replay. */
function withoutMachine(history: string): string {
  const signature = new RegExp(`\\d+@${hostname().replaceAll('.', '\\.')}`, 'g');
  return `${JSON.stringify(JSON.parse(history.replaceAll(signature, 'recorder')))}\n`;
}

await main();
