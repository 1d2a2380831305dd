import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { createTemporalLogger, type SafeLogEntry } from '../../../worker/temporal-logger.js';

test('a failure is logged with its kind, place and workflow, but without any word of its message', () => {
  const entries: SafeLogEntry[] = [];
  const logger = createTemporalLogger('INFO', (entry) => entries.push(entry));
  const cause = new TypeError('member Quartermaine\n  has no policy at all');
  const error = ApplicationFailure.create({ message: 'claim of Quartermaine', type: 'NotCovered', cause });
  logger.warn('Workflow failed', { workflowId: 'claim:clm_1', sdkComponent: 'worker', args: ['Quartermaine'], error });
  expect(JSON.stringify(entries)).not.toContain('Quartermaine');
  expect(entries).toMatchObject([
    {
      level: 'WARN',
      message: 'Workflow failed',
      fields: { workflowId: 'claim:clm_1', error: { type: 'NotCovered', cause: { name: 'TypeError' } } },
    },
  ]);
  expect(JSON.stringify(entries)).toContain('temporal-logger.test.ts');
});
