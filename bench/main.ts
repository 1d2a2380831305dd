import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeOptions } from '../cli/supervise/node-options.js';

// Each benchmark has a process of its own, one after the other; arguments such as `--quick` go to all of them.
const benchmarks = ['./lifecycle.ts', './api.ts'];
let failed = 0;
for (const benchmark of benchmarks) {
  const file = fileURLToPath(new URL(benchmark, import.meta.url));
  const { status } = spawnSync(process.execPath, [...nodeOptions, '--import', 'tsx', file, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
