import { readFile } from 'node:fs/promises';
import { createClearinghouse } from '../gateways/clearinghouse/create-clearinghouse.js';
import type { Clearinghouse } from '../gateways/clearinghouse/clearinghouse.js';
import { clearinghouseSettingsSchema } from '../gateways/clearinghouse/clearinghouse-settings.js';
import type { ClearinghouseConfig } from '../gateways/config/config.js';

/** The installation’s clearinghouse account; its practices share one mailbox and are told apart by their submitter ids. */
export async function openClearinghouse(config: ClearinghouseConfig): Promise<Clearinghouse> {
  const { sftp } = config;
  return createClearinghouse(
    clearinghouseSettingsSchema.parse({
      sftp: {
        host: sftp.host,
        port: sftp.port,
        user: sftp.username,
        ...(sftp.privateKeyFile === undefined ? {} : { privateKey: await readFile(sftp.privateKeyFile, 'utf8') }),
        ...(sftp.password === undefined ? {} : { password: sftp.password }),
        ...(sftp.hostKeySha256 === undefined ? {} : { hostKeyFingerprint: sftp.hostKeySha256 }),
      },
      http: { baseUrl: config.httpUrl, user: config.username, password: config.password },
    }),
  );
}
