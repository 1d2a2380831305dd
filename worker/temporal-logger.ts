import { DefaultLogger, type Logger, type LogLevel, type LogMetadata } from '@temporalio/worker';

/** What may stand in a log of the SDK's fields: ids and names of ours, none of which holds patient data. */
const safeFields = [
  'sdkComponent',
  'namespace',
  'taskQueue',
  'workflowId',
  'runId',
  'workflowType',
  'activityId',
  'activityType',
  'attempt',
  'isLocal',
  'state',
  'durationMs',
] as const;

/** A fault as the log tells it: of what kind and where, but not its message, which may quote the data it broke on. */
export interface SafeError {
  readonly name: string;
  readonly type?: string;
  readonly frames: readonly string[];
  readonly cause?: SafeError;
}

/** One line of the log. */
export interface SafeLogEntry {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The logger for `Runtime.install`: the SDK logs the messages of failures in the clear; this one leaves them out. */
export function createTemporalLogger(level: LogLevel, write: (entry: SafeLogEntry) => void): Logger {
  return new DefaultLogger(level, ({ level: entryLevel, message, meta }) => {
    write({ level: entryLevel, message, fields: safeMetadata(meta ?? {}) });
  });
}

function safeMetadata(metadata: LogMetadata): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of safeFields) if (metadata[name] !== undefined) fields[name] = metadata[name];
  if (metadata['error'] instanceof Error) fields['error'] = safeError(metadata['error']);
  return fields;
}

const keptFrames = 8;

/** Strips a fault of everything that may quote data; its causes likewise. */
export function safeError(error: Error): SafeError {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('type' in error && typeof error.type === 'string' ? { type: error.type } : {}),
    frames: frames.slice(0, keptFrames).map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: safeError(error.cause) } : {}),
  };
}
