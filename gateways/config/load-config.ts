import { join } from 'node:path';
import { type BusinessClock, realTimeClock } from '../../domain/kernel/business-clock.js';
import type { ClearinghouseConfig, Config, StartConfig } from './config.js';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { type Environment, environmentSchema, presentVariables } from './environment.js';
import { readTemporalConnection, type TemporalConnection } from './temporal-connection.js';

interface Reading {
  readonly environment: Environment;
  readonly temporal: TemporalConnection | undefined;
  readonly problems: ConfigProblem[];
}

/** Configuration of a process whose services all run: every address must be given. Throws ConfigError with all problems. */
export function loadConfig(processEnvironment: NodeJS.ProcessEnv = process.env): Config {
  const { environment, temporal, problems } = read(processEnvironment);
  const appUrl = needed(environment, 'DATABASE_URL', 'a PostgreSQL URL for the role teleclaim_app', problems);
  const clearinghouse = readClearinghouse(environment, problems);
  const clock = readClock(environment, problems);
  if (temporal === undefined && !problems.some((problem) => problem.variable === 'TEMPORAL_*')) {
    problems.push({
      variable: 'TEMPORAL_ADDRESS',
      message: 'is missing: host:port of Temporal, or set a temporal.toml profile',
    });
  }
  if (
    appUrl === undefined ||
    clearinghouse === undefined ||
    clock === undefined ||
    temporal === undefined ||
    problems.length > 0
  ) {
    throw new ConfigError(problems);
  }
  return deepFreeze({
    ...common(environment),
    database: { appUrl, ownerUrl: environment.DATABASE_OWNER_URL },
    temporal,
    api: {
      host: environment.TELECLAIM_API_HOST,
      port: environment.TELECLAIM_API_PORT ?? 8080,
      requestsPerSecond: environment.TELECLAIM_API_REQUESTS_PER_SECOND,
    },
    clearinghouse,
    clock,
  });
}

/** Configuration of `teleclaim start`: what is not named is embedded. Throws ConfigError with all problems. */
export function loadStartConfig(processEnvironment: NodeJS.ProcessEnv = process.env): StartConfig {
  const { environment, temporal, problems } = read(processEnvironment);
  const asked = clearinghouseVariables.some((name) => environment[name] !== undefined);
  const clearinghouse = asked ? readClearinghouse(environment, problems) : undefined;
  if (environment.DATABASE_OWNER_URL !== undefined && environment.DATABASE_URL === undefined) {
    problems.push({
      variable: 'DATABASE_URL',
      message: 'is missing: DATABASE_OWNER_URL alone does not name the application role',
    });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = environment;
  return deepFreeze({
    ...common(environment),
    database: appUrl === undefined ? { kind: 'embedded' } : { kind: 'external', appUrl, ownerUrl },
    temporal: temporal === undefined ? { kind: 'embedded' } : { kind: 'external', ...temporal },
    clearinghouse: clearinghouse === undefined ? { kind: 'simulator' } : { kind: 'external', ...clearinghouse },
    api: { host: environment.TELECLAIM_API_HOST, port: environment.TELECLAIM_API_PORT },
    clockRate: environment.TELECLAIM_CLOCK_RATE,
  });
}

function read(processEnvironment: NodeJS.ProcessEnv): Reading {
  const present = presentVariables(processEnvironment);
  const parsed = environmentSchema.safeParse(present);
  const temporal = readTemporalConnection(present);
  const problems: ConfigProblem[] = temporal.ok ? [] : [temporal.error];
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => ({ variable: issue.path.join('.'), message: issue.message })));
  }
  const environment = parsed.success ? parsed.data : environmentSchema.parse(withoutBad(present, problems));
  return { environment, temporal: temporal.ok ? temporal.value : undefined, problems };
}

/** Leaves out what is malformed, so that what is missing besides can be reported in the same breath. */
function withoutBad(present: Record<string, string>, problems: readonly ConfigProblem[]): Record<string, string> {
  const bad = new Set(problems.map((problem) => problem.variable));
  return Object.fromEntries(Object.entries(present).filter(([name]) => !bad.has(name)));
}

function common(environment: Environment) {
  return {
    home: environment.TELECLAIM_HOME,
    cacheFolder: environment.TELECLAIM_CACHE ?? join(environment.XDG_CACHE_HOME, 'teleclaim'),
    logLevel: environment.TELECLAIM_LOG_LEVEL,
    keyRing: {
      file: environment.TELECLAIM_KEYS_FILE ?? join(environment.TELECLAIM_HOME, 'keys.json'),
      json: environment.TELECLAIM_KEYS,
    },
  };
}

const clearinghouseVariables = [
  'CLEARINGHOUSE_HTTP_URL',
  'CLEARINGHOUSE_USERNAME',
  'CLEARINGHOUSE_PASSWORD',
  'CLEARINGHOUSE_SFTP_HOST',
  'CLEARINGHOUSE_SFTP_USERNAME',
  'CLEARINGHOUSE_SFTP_KEY_FILE',
  'CLEARINGHOUSE_SFTP_PASSWORD',
] as const;

function readClearinghouse(environment: Environment, problems: ConfigProblem[]): ClearinghouseConfig | undefined {
  const httpUrl = needed(environment, 'CLEARINGHOUSE_HTTP_URL', 'base URL of the real-time service', problems);
  const username = needed(environment, 'CLEARINGHOUSE_USERNAME', 'user of the real-time service', problems);
  const password = needed(environment, 'CLEARINGHOUSE_PASSWORD', 'password of the real-time service', problems);
  const host = needed(environment, 'CLEARINGHOUSE_SFTP_HOST', 'host of the SFTP service', problems);
  const sftpUser = needed(environment, 'CLEARINGHOUSE_SFTP_USERNAME', 'user of the SFTP service', problems);
  const { CLEARINGHOUSE_SFTP_KEY_FILE: privateKeyFile, CLEARINGHOUSE_SFTP_PASSWORD: sftpPassword } = environment;
  if (sftpPassword === undefined) {
    const what = 'path of our private SSH key; or give CLEARINGHOUSE_SFTP_PASSWORD';
    needed(environment, 'CLEARINGHOUSE_SFTP_KEY_FILE', what, problems);
  }
  if (!httpUrl || !username || !password || !host || !sftpUser) return undefined;
  return {
    httpUrl,
    username,
    password,
    tradingPartner: {
      name: environment.CLEARINGHOUSE_NAME,
      receiverId: environment.CLEARINGHOUSE_RECEIVER_ID,
      usage: environment.CLEARINGHOUSE_USAGE,
    },
    keepsArchive: environment.CLEARINGHOUSE_KEEPS_ARCHIVE === 'true',
    sftp: {
      host,
      port: environment.CLEARINGHOUSE_SFTP_PORT,
      username: sftpUser,
      privateKeyFile,
      password: sftpPassword,
      hostKeySha256: environment.CLEARINGHOUSE_SFTP_HOST_KEY,
    },
  };
}

function readClock(environment: Environment, problems: ConfigProblem[]): BusinessClock | undefined {
  const rate = environment.TELECLAIM_CLOCK_RATE ?? 1;
  const [anchorWallMillis, anchorBusinessMillis] = environment.TELECLAIM_CLOCK_ANCHOR ?? [];
  if (anchorWallMillis !== undefined && anchorBusinessMillis !== undefined)
    return { anchorWallMillis, anchorBusinessMillis, rate };
  if (rate === 1) return realTimeClock;
  const alreadyReported = problems.some((problem) => problem.variable === 'TELECLAIM_CLOCK_ANCHOR');
  if (!alreadyReported) {
    problems.push({
      variable: 'TELECLAIM_CLOCK_ANCHOR',
      message: 'is missing: a rate other than 1 needs an anchor that all processes share',
    });
  }
  return undefined;
}

type TextVariable = 'DATABASE_URL' | (typeof clearinghouseVariables)[number];

function needed(
  environment: Environment,
  name: TextVariable,
  what: string,
  problems: ConfigProblem[],
): string | undefined {
  const value = environment[name];
  const alreadyReported = problems.some((problem) => problem.variable === name);
  if (value === undefined && !alreadyReported) problems.push({ variable: name, message: `is missing: ${what}` });
  return value;
}

/** Bytes stay as they are: JavaScript can't freeze a buffer. */
function deepFreeze<T extends object>(value: T): T {
  if (ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) if (part !== null && typeof part === 'object') deepFreeze(part);
  return Object.freeze(value);
}
