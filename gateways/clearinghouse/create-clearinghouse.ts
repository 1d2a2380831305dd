import type { Clearinghouse } from './clearinghouse.js';
import type { ClearinghouseSettings } from './clearinghouse-settings.js';
import { createHttpInquiries } from './http-inquiries.js';
import { createSftpMailbox } from './sftp-mailbox.js';

/** The clearinghouse a practice has credentials for; real or simulated makes no difference here. */
export function createClearinghouse(settings: ClearinghouseSettings): Clearinghouse {
  return { ...createSftpMailbox(settings.sftp), ...createHttpInquiries(settings.http) };
}
