import { z } from 'zod';

/**
 * A fault to play, so that tests can see how a client bears it.
 * - `sftp_refuse`: connections end before the handshake
 * - `sftp_stall`: SFTP requests are never answered
 * - `drop_before_rename`: the upload is complete under its temporary name; the connection ends, nothing was renamed
 * - `drop_after_rename`: the file is renamed; the connection ends before the client is told
 * - `drop_during_fetch`: the connection ends when an answer file is read
 * - `http_refuse`, `http_unavailable` (503), `http_timeout` (never answered): the real-time service
 * - `deliver_twice`: the next answer file lies in the mailbox two times, under two names
 */
const faultKinds = [
  'sftp_refuse',
  'sftp_stall',
  'drop_before_rename',
  'drop_after_rename',
  'drop_during_fetch',
  'http_refuse',
  'http_unavailable',
  'http_timeout',
  'deliver_twice',
] as const;

export const faultSchema = z.object({
  kind: z.enum(faultKinds),
  /** How often it strikes; until cleared when absent. */
  times: z.int().positive().optional(),
});
export type Fault = z.infer<typeof faultSchema>;
export type FaultKind = Fault['kind'];
