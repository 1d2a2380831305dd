import { CommanderError } from 'commander';
import { AlreadyRunningError } from '../supervise/single-instance.js';
import { ConfigError } from '../../gateways/config/config-error.js';
import { UsageError } from './usage-error.js';

/** How a command ends that could not do its work. */
export interface CommandFailure {
  /** For standard error; undefined when the reason was printed already. */
  readonly message: string | undefined;
  readonly exitCode: number;
}

/** Says in plain words why a command failed: 2 for a wrong call or configuration, 1 for everything else. */
export function explainError(error: unknown): CommandFailure {
  if (error instanceof CommanderError) return { message: undefined, exitCode: error.exitCode === 0 ? 0 : 2 };
  if (error instanceof UsageError || error instanceof ConfigError) return { message: error.message, exitCode: 2 };
  if (error instanceof AlreadyRunningError) return { message: error.message, exitCode: 1 };
  if (!(error instanceof Error)) return { message: String(error), exitCode: 1 };
  return { message: connectionTrouble(error) ?? error.message, exitCode: 1 };
}

/** A refused connection names host and port in one error, or in the first of several when a name has several addresses. */
function connectionTrouble(error: Error): string | undefined {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error) || !('code' in first)) return undefined;
  if (first.code === '28P01') return 'the database refuses the user or password of DATABASE_URL';
  if (first.code === '3D000') return 'the database that DATABASE_URL names does not exist';
  if (first.code === '42P01') {
    return 'the database has no tables yet: give DATABASE_OWNER_URL once, so that they can be made';
  }
  if (first.code !== 'ECONNREFUSED' && first.code !== 'ENOTFOUND' && first.code !== 'ETIMEDOUT') return undefined;
  return `a server can't be reached (${first.message}): check that it runs and that its address is right`;
}
