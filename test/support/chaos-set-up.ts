import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { DemonstrationRun } from './demonstration-run.js';
import { type FinalState, readFinalState } from './final-books.js';

declare module 'vitest' {
  interface ProvidedContext {
    undisturbed: FinalState;
  }
}

/** One run in which nothing dies: what every other one is compared with. */
export async function setup(project: TestProject): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'teleclaim-undisturbed-'));
  await chmod(folder, 0o711);
  const run = DemonstrationRun.start(folder);
  try {
    await run.finish();
    project.provide('undisturbed', await readFinalState(folder));
  } finally {
    await run.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
