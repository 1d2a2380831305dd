import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { folderOf, scoreByFolder } from './score-by-folder.js';

// npm run mutation [-- [--tables] [--force] <folder or file> …]: changes the rules bit by bit, and tells of each folder how
// much of it a test noticed. Values that are made once, when a file is loaded, are only tried with --tables. What an earlier
// run found of code and tests that are the same is kept, unless --force: what tests read beside them is not looked at.

const percentMin = 85;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tables: { type: 'boolean' }, force: { type: 'boolean' } },
});
const patterns = positionals.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`));

let results: readonly MutantResult[];
try {
  results = await new Stryker({
    ...(values.tables && { ignoreStatic: false, incrementalFile: '.cache/mutation/incremental-tables.json' }),
    ...(values.force && { force: true }),
    ...(patterns.length > 0 && { mutate: patterns }),
  }).runMutationTest();
} catch {
  // Stryker has told what it is.
  process.exit(1);
}

for (const { fileName, status, location, mutatorName, replacement } of results) {
  if (status !== 'Survived' && status !== 'NoCoverage') continue;
  const place = `${relative(process.cwd(), fileName)}:${location.start.line}:${location.start.column}`;
  console.log(`${place}: unnoticed: ${mutatorName}: ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 100)}`);
}
const scores = scoreByFolder(
  results.map(({ fileName, status }) => ({ folder: folderOf(fileName, process.cwd()), status })),
);
for (const { folder, noticed, unnoticed, unjudged, percent } of scores) {
  console.log(`${folder}: ${percent.toFixed(1)} % of ${noticed + unnoticed} changes noticed; ${unjudged} not tried`);
}
const low = scores.filter(({ percent }) => percent < percentMin);
for (const { folder } of low) console.log(`${folder} is below ${percentMin} %.`);
process.exitCode = low.length === 0 && scores.length > 0 ? 0 : 1;
