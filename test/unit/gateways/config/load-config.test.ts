import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError } from '../../../../gateways/config/config-error.js';
import { loadConfig, loadStartConfig } from '../../../../gateways/config/load-config.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const complete = {
  TELECLAIM_HOME: '/srv/teleclaim',
  DATABASE_URL: 'postgres://teleclaim_app:secret-word@db/teleclaim',
  TEMPORAL_ADDRESS: 'temporal:7233',
  TEMPORAL_NAMESPACE: 'claims',
  CLEARINGHOUSE_HTTP_URL: 'https://clearinghouse.example/x12',
  CLEARINGHOUSE_USERNAME: 'practice',
  CLEARINGHOUSE_PASSWORD: 'hidden',
  CLEARINGHOUSE_SFTP_HOST: 'sftp.clearinghouse.example',
  CLEARINGHOUSE_SFTP_USERNAME: 'practice',
  CLEARINGHOUSE_SFTP_KEY_FILE: '/srv/teleclaim/id_ed25519',
};

function problemsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.variable);
    throw error;
  }
  return [];
}

test('a complete environment gives a frozen configuration in real time', () => {
  const config = loadConfig(complete);
  expect(config).toMatchObject({
    temporal: { namespace: 'claims', connectionOptions: { address: 'temporal:7233' } },
    clearinghouse: { sftp: { port: 22 } },
    api: { host: '127.0.0.1', port: 8080 },
    clock: { rate: 1 },
    keyRing: { file: '/srv/teleclaim/keys.json' },
  });
  expect(Object.isFrozen(config.clearinghouse.sftp)).toBe(true);
});

test('all problems, missing and malformed, are reported at once by full name', () => {
  const environment = {
    ...complete,
    DATABASE_URL: 'mysql://db',
    TELECLAIM_API_PORT: '99999',
    CLEARINGHOUSE_PASSWORD: '',
  };
  expect(problemsOf(() => loadConfig(environment))).toEqual([
    'DATABASE_URL',
    'TELECLAIM_API_PORT',
    'CLEARINGHOUSE_PASSWORD',
  ]);
});

test('the clearinghouse may be entered with a key or with a password, but not with neither', () => {
  const neither = { ...complete, CLEARINGHOUSE_SFTP_KEY_FILE: '' };
  expect(problemsOf(() => loadConfig(neither))).toEqual(['CLEARINGHOUSE_SFTP_KEY_FILE']);
  const { sftp } = loadConfig({ ...neither, CLEARINGHOUSE_SFTP_PASSWORD: 'hidden' }).clearinghouse;
  expect(sftp).toMatchObject({ password: 'hidden', privateKeyFile: undefined });
});

test('a problem never quotes a value, which may be a secret', () => {
  expect(() => loadConfig({ ...complete, DATABASE_URL: 'secret-word' })).toThrow(/^(?!.*secret-word)/s);
});

test('a fast clock without an anchor is refused: each process would have its own time', () => {
  expect(problemsOf(() => loadConfig({ ...complete, TELECLAIM_CLOCK_RATE: '43200' }))).toEqual([
    'TELECLAIM_CLOCK_ANCHOR',
  ]);
  const { clock } = loadConfig({ ...complete, TELECLAIM_CLOCK_RATE: '43200', TELECLAIM_CLOCK_ANCHOR: '1000:2000' });
  expect(clock).toEqual({ anchorWallMillis: 1000, anchorBusinessMillis: 2000, rate: 43_200 });
});

test('what is not named is embedded at start', () => {
  const config = loadStartConfig({ TELECLAIM_HOME: '/srv/teleclaim', TEMPORAL_CONFIG_FILE: '/does/not/exist.toml' });
  expect([config.database.kind, config.temporal.kind, config.clearinghouse.kind]).toEqual([
    'embedded',
    'embedded',
    'simulator',
  ]);
});

test('a profile of temporal.toml names a cluster as TEMPORAL_ADDRESS does', () => {
  const file = join(temporaryFolder(), 'temporal.toml');
  writeFileSync(file, '[profile.default]\naddress = "cluster.example:7233"\nnamespace = "billing"\n');
  const { temporal } = loadStartConfig({ TEMPORAL_CONFIG_FILE: file });
  expect(temporal).toMatchObject({
    kind: 'external',
    namespace: 'billing',
    connectionOptions: { address: 'cluster.example:7233' },
  });
});

test('a damaged temporal.toml is a problem among the others', () => {
  const file = join(temporaryFolder(), 'temporal.toml');
  writeFileSync(file, '[profile.default\naddress=');
  const environment = { TEMPORAL_CONFIG_FILE: file, TELECLAIM_API_PORT: 'x' };
  expect(problemsOf(() => loadStartConfig(environment))).toEqual(['TEMPORAL_*', 'TELECLAIM_API_PORT']);
});
