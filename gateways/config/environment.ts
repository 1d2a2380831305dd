import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

/** The process environment without unset and empty variables, so that `NAME=` means "not set". */
export function presentVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const present: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && value.trim() !== '') present[name] = value;
  }
  return present;
}

const path = z.string().transform((text) => (isAbsolute(text) ? text : resolve(text)));
const port = z.coerce.number('must be a port number').int('must be a port number').min(1).max(65_535);
const urlOf = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
const databaseUrl = urlOf(['postgres:', 'postgresql:']);
const anchor = z
  .string()
  .regex(/^-?\d{1,15}:-?\d{1,15}$/, 'must be <wall milliseconds>:<business milliseconds>')
  .transform((text) => text.split(':').map(Number));

/** Every variable that teleclaim itself reads, with its form and default. `TEMPORAL_*` is read by Temporal's own rules. */
export const environmentSchema = z.object({
  TELECLAIM_HOME: path.default(() => resolve('.teleclaim')),
  TELECLAIM_CACHE: path.optional(),
  XDG_CACHE_HOME: path.default(() => join(homedir(), '.cache')),
  TELECLAIM_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TELECLAIM_KEYS: z.string().optional(),
  TELECLAIM_KEYS_FILE: path.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  TELECLAIM_API_HOST: z.string().default('127.0.0.1'),
  TELECLAIM_API_PORT: port.optional(),
  TELECLAIM_API_REQUESTS_PER_SECOND: z.coerce
    .number('must be a number of requests a second for each API key')
    .int('must be a whole number')
    .positive('must be above 0')
    .default(500),
  CLEARINGHOUSE_HTTP_URL: urlOf(['http:', 'https:']).optional(),
  CLEARINGHOUSE_USERNAME: z.string().optional(),
  CLEARINGHOUSE_NAME: z.string().min(1).max(60).default('CLEARINGHOUSE'),
  CLEARINGHOUSE_RECEIVER_ID: z
    .string()
    .regex(/^[A-Z0-9]{2,15}$/, 'must be 2 to 15 capitals and digits')
    .default('CLEARINGHOUSE'),
  CLEARINGHOUSE_USAGE: z.enum(['production', 'test']).default('test'),
  CLEARINGHOUSE_KEEPS_ARCHIVE: z.enum(['true', 'false']).default('false'),
  CLEARINGHOUSE_PASSWORD: z.string().optional(),
  CLEARINGHOUSE_SFTP_HOST: z.string().optional(),
  CLEARINGHOUSE_SFTP_PORT: port.default(22),
  CLEARINGHOUSE_SFTP_USERNAME: z.string().optional(),
  CLEARINGHOUSE_SFTP_KEY_FILE: path.optional(),
  CLEARINGHOUSE_SFTP_PASSWORD: z.string().optional(),
  CLEARINGHOUSE_SFTP_HOST_KEY: z
    .string()
    .regex(/^(SHA256:)?[A-Za-z0-9+/]{43}=?$/, 'must be the SHA-256 fingerprint that ssh-keygen -l prints')
    .transform((text) => text.replace(/^SHA256:/, '').replace(/=$/, ''))
    .optional(),
  TELECLAIM_CLOCK_RATE: z.coerce
    .number('must be a number: 1 is real time')
    .positive('must be above 0: 1 is real time')
    .max(1_000_000)
    .optional(),
  TELECLAIM_CLOCK_ANCHOR: anchor.optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
