import { defineConfig } from 'vitest/config';

// Temporal's native module needs real processes (`forks`), and loads the failure converter by `require`, which only
// reads TypeScript under tsx.
const inForks: { pool: 'forks'; execArgv: string[] } = { pool: 'forks', execArgv: ['--import', 'tsx'] };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'],
          // A loaded machine is no fault of a test; a hanging one still ends.
          testTimeout: 60_000,
          ...inForks,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/{db,scenarios,replay,api,platform}/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Stories of one file mostly wait, for payers and timers; they share its world and run side by side.
          maxConcurrency: 20,
          ...inForks,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          // The run in which nothing dies, made once: all others must end as it did.
          globalSetup: ['test/support/chaos-set-up.ts'],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          ...inForks,
        },
      },
    ],
  },
});
