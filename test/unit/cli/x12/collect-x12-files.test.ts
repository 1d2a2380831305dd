import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { collectX12Files } from '../../../../cli/x12/collect-x12-files.js';

test('takes all files of a folder whatever their names, each once, hidden ones left out, and tells what is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teleclaim-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'b'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'b', 'two.edi'), '12345');
  writeFileSync(join(folder, 'one'), '1');
  writeFileSync(join(folder, '.hidden'), '1');
  const { files, missing } = collectX12Files([
    join(folder, 'one'),
    folder,
    join(folder, 'empty'),
    join(folder, 'nowhere'),
  ]);
  expect(files).toEqual([
    { path: join(folder, 'one'), sizeBytes: 1 },
    { path: join(folder, 'b', 'two.edi'), sizeBytes: 5 },
  ]);
  expect(missing).toEqual([join(folder, 'empty'), join(folder, 'nowhere')]);
});
