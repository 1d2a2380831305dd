import { resolve } from 'node:path';
import { z } from 'zod';
import { type BusinessClock, realTimeClock } from '../../domain/kernel/business-clock.js';
import { faultSchema } from '../servers/fault.js';

/** One practice's mailbox: who may log in, by password or key, and the submitter id (ISA06) its files must carry. */
const mailboxSchema = z
  .object({
    user: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'a user has letters, digits, dashes and underscores'),
    password: z.string().min(1).optional(),
    /** OpenSSH text of the public key (`ssh-ed25519 AAAA…`). */
    publicKey: z.string().min(1).optional(),
    submitterId: z.string().regex(/^[A-Z0-9]{2,15}$/, 'a submitter id has 2 to 15 capital letters and digits'),
  })
  .refine(
    (mailbox) => mailbox.password !== undefined || mailbox.publicKey !== undefined,
    'needs a password or a public key',
  );
export type Mailbox = z.infer<typeof mailboxSchema>;

function jsonOf<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const port = z.coerce.number().int().min(0).max(65_535);

const environmentSchema = z.object({
  SIMULATOR_HOME: z
    .string()
    .min(1)
    .transform((path) => resolve(path)),
  SIMULATOR_HOST: z.string().default('127.0.0.1'),
  SIMULATOR_SFTP_PORT: port.default(0),
  SIMULATOR_HTTP_PORT: port.default(0),
  SIMULATOR_SEED: z.string().min(1).default('teleclaim'),
  SIMULATOR_MAILBOXES: jsonOf(z.array(mailboxSchema).min(1)),
  SIMULATOR_FAULTS: jsonOf(z.array(faultSchema)).default([]),
  SIMULATOR_ADMIN_TOKEN: z.string().min(1).optional(),
  TELECLAIM_CLOCK_RATE: z.coerce.number().positive().max(1_000_000).default(1),
  TELECLAIM_CLOCK_ANCHOR: z
    .string()
    .regex(/^-?\d{1,15}:-?\d{1,15}$/, 'must be <wall milliseconds>:<business milliseconds>')
    .optional(),
  TELECLAIM_SUPERVISED: z.enum(['0', '1']).default('0'),
});

export interface SimulatorConfig {
  readonly home: string;
  readonly host: string;
  readonly sftpPort: number;
  readonly httpPort: number;
  readonly seed: string;
  readonly mailboxes: readonly Mailbox[];
  readonly faults: readonly z.infer<typeof faultSchema>[];
  readonly adminToken: string | undefined;
  readonly clock: BusinessClock;
  readonly isSupervised: boolean;
}

/** Reads the simulator's environment; throws one Error that names every variable at fault. Port 0 means any free one. */
export function loadSimulatorConfig(environment: NodeJS.ProcessEnv): SimulatorConfig {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the simulator can not start; set these variables right:\n${problems.join('\n')}`);
  }
  const values = parsed.data;
  assertDistinct(values.SIMULATOR_MAILBOXES);
  return Object.freeze({
    home: values.SIMULATOR_HOME,
    host: values.SIMULATOR_HOST,
    sftpPort: values.SIMULATOR_SFTP_PORT,
    httpPort: values.SIMULATOR_HTTP_PORT,
    seed: values.SIMULATOR_SEED,
    mailboxes: values.SIMULATOR_MAILBOXES,
    faults: values.SIMULATOR_FAULTS,
    adminToken: values.SIMULATOR_ADMIN_TOKEN,
    clock: clockOf(values.TELECLAIM_CLOCK_RATE, values.TELECLAIM_CLOCK_ANCHOR),
    isSupervised: values.TELECLAIM_SUPERVISED === '1',
  });
}

function clockOf(rate: number, anchor: string | undefined): BusinessClock {
  if (anchor === undefined) {
    if (rate === 1) return realTimeClock;
    throw new Error('TELECLAIM_CLOCK_ANCHOR is missing: a rate other than 1 needs an anchor that all processes share');
  }
  const [anchorWallMillis = 0, anchorBusinessMillis = 0] = anchor.split(':').map(Number);
  return { anchorWallMillis, anchorBusinessMillis, rate };
}

function assertDistinct(mailboxes: readonly Mailbox[]): void {
  const users = new Set(mailboxes.map((mailbox) => mailbox.user));
  if (users.size < mailboxes.length) throw new Error('SIMULATOR_MAILBOXES: two mailboxes have the same user');
}
