import { DefaultLogger } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { bundleWorkflows } from '../../../worker/bundle.js';

test('the workflow bundle holds no library that every claim would have to set up again', async () => {
  const { code } = await bundleWorkflows({ logger: new DefaultLogger('ERROR') });
  expect(code).toContain('ClaimLifecycle');
  expect(code).not.toContain('node_modules/zod');
  expect(code).not.toContain('node_modules/temporal-polyfill');
});
