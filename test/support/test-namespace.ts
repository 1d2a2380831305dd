import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { eventually } from './eventually.js';

// The package is CommonJS generated in a way that hides its names from an ES import.
const { temporal }: typeof import('@temporalio/proto') = createRequire(import.meta.url)('@temporalio/proto');

const types = temporal.api.enums.v1.IndexedValueType;

/** A Temporal namespace of its own, so that workers of two test files never take each other's tasks. */
export async function createTestNamespace(address: string, namespace = `test-${randomUUID()}`): Promise<string> {
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    await eventually('the namespace is known', () =>
      connection.operatorService
        .addSearchAttributes({
          namespace,
          searchAttributes: {
            PracticeId: types.INDEXED_VALUE_TYPE_KEYWORD,
            PayerCode: types.INDEXED_VALUE_TYPE_KEYWORD,
            NeedsAttention: types.INDEXED_VALUE_TYPE_BOOL,
          },
        })
        .then(
          () => true,
          () => false,
        ),
    );
    return namespace;
  } finally {
    await connection.close();
  }
}
