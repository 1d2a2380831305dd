import { fileURLToPath } from 'node:url';
import { Client, Connection, WorkflowFailedError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyRing } from '../../gateways/encryption/key-ring.js';
import { createDataConverter } from '../../worker/data-converter.js';
import { failureConverterPath } from '../../worker/failure-converter-path.js';
import { services } from '../support/services.js';

const secret = 'Quartermaine, Zebulon';
const taskQueue = `encrypted-history-${process.pid}`;

let connection: Connection;
let native: NativeConnection;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const { temporalAddress: address } = services();
  connection = await Connection.connect({ address });
  native = await NativeConnection.connect({ address });
});

afterAll(async () => {
  await connection.close();
  await native.close();
});

async function lookUp(name: string): Promise<string> {
  if (name.startsWith('unknown')) throw new Error(`nothing known of ${name}`);
  return `policy of ${name}`;
}

async function bundle(): Promise<{ code: string }> {
  return await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./programs/encrypted-history/workflows.ts', import.meta.url)),
    failureConverterPath,
    logger: new DefaultLogger('WARN'),
  });
}

/** The stored text with every base64 string also decoded, so that nothing hides behind an encoding. */
function readable(stored: string): string {
  return stored.replace(/"([A-Za-z0-9+/]{8,}={0,2})"/g, (text, base64: string) => {
    return `${text} ${Buffer.from(base64, 'base64').toString('latin1')}`;
  });
}

test('a real history holds no payload and no failure in the clear, and replays', async () => {
  const { temporalNamespace: namespace, keyRingFile } = services();
  const dataConverter = createDataConverter(await openKeyRing({ file: keyRingFile }), namespace);
  const workflowBundle = await bundle();
  const client = new Client({ connection, namespace, dataConverter });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle,
    dataConverter,
    activities: { lookUp },
  });

  const starting = [secret, `unknown ${secret}`].map(async (name, index) => {
    const workflowId = `${taskQueue}-${index}`;
    const handle = await client.workflow.start('revealing', {
      workflowId,
      taskQueue,
      args: [name],
      memo: { patient: name },
    });
    const failure = await handle.result().catch((error: unknown) => error);
    return { failure, workflowId, history: await handle.fetchHistory() };
  });
  const runs = await worker.runUntil(Promise.all(starting));
  const [refused, faulty] = runs;

  expect(refused?.failure).toBeInstanceOf(WorkflowFailedError);
  expect(refused?.failure).toMatchObject({ cause: { message: `no coverage for ${secret}: policy of ${secret}` } });
  expect(faulty?.failure).toMatchObject({ cause: { cause: { message: `nothing known of unknown ${secret}` } } });
  for (const run of runs) {
    const stored = readable(historyToJSON(run.history));
    expect(stored).toContain('binary/encrypted');
    expect(stored).toContain('Encoded failure');
    expect(stored).not.toContain('Quartermaine');
    await Worker.runReplayHistory({ workflowBundle, dataConverter }, run.history, run.workflowId);
  }
});
