#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, installMissing, projectFolder } from './install-missing.mjs';

// Further arguments go to vitest: `npm test -- test/unit/x12`, `npm test -- --project chaos`.
checkNode();
try {
  await installMissing();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.chdir(projectFolder);
const given = process.argv.slice(2);
// The chaos tests kill whole products and take their time: they run when asked for.
const chosen = given.some((argument) => argument.startsWith('--project') || argument.includes('chaos'));
const projects = chosen ? [] : ['--project', 'unit', '--project', 'integration'];
const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
process.argv = [process.execPath, vitest, 'run', ...projects, ...given];
await import(pathToFileURL(vitest).href);
