import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { failureConverterPath } from './failure-converter-path.js';

/** Bundles all workflows, with the failure converter inside: the same bundle serves worker, replay tests and bench. */
export async function bundleWorkflows(options: { logger?: Logger } = {}): Promise<WorkflowBundleWithSourceMap> {
  return await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    failureConverterPath,
    ...(options.logger ? { logger: options.logger } : {}),
  });
}
