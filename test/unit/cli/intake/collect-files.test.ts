import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectFiles } from '../../../../cli/intake/collect-files.js';
import { UsageError } from '../../../../cli/text/usage-error.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

test('a folder gives its FHIR files, those of folders inside too, in order, each once', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'inside'));
  for (const name of ['b.ndjson', 'a.json', 'notes.txt', 'inside/c.JSON']) writeFileSync(join(folder, name), '');
  const names = collectFiles([folder, join(folder, 'a.json')]);
  expect(names).toEqual(['a.json', 'b.ndjson', 'inside/c.JSON'].map((name) => join(folder, name)));
});

test('a file is taken whatever its name', () => {
  const file = join(temporaryFolder(), 'export.fhir');
  writeFileSync(file, '');
  expect(collectFiles([file])).toEqual([file]);
});

test('a path that is not there, and a folder without such files, are wrong use', () => {
  const folder = temporaryFolder();
  expect(() => collectFiles([join(folder, 'missing.json')])).toThrow(UsageError);
  expect(() => collectFiles([folder])).toThrow('holds no .json, .ndjson or .jsonl file');
});
