#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { checkNode, installMissing, projectFolder } from './install-missing.mjs';

// Further arguments go to vitest: `npm test -- test/unit/x12`.
checkNode();
try {
  await installMissing();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.chdir(projectFolder);
const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
process.argv = [process.execPath, vitest, 'run', ...process.argv.slice(2)];
await import(pathToFileURL(vitest).href);
