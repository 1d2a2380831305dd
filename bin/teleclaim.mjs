#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { checkNode, installMissing, projectFolder } from './install-missing.mjs';

// The command runs in this same process (what `node --import tsx` does, after the install), so signals, terminal and
// exit code are its own and there is no wrapper to outlive or be outlived by it.
checkNode();
try {
  await installMissing();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import('tsx');
await import(pathToFileURL(join(projectFolder, 'cli', 'main.ts')).href);
