import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import ssh2 from 'ssh2';
import { newHostKey } from './new-host-key.js';
import { writeDurably } from './write-durably.js';

/** The server's identity: made once, then kept, so that clients which pin it keep trusting us. */
export function loadHostKey(path: string, stagingFolder: string): { privateKey: string; fingerprint: string } {
  if (!existsSync(path)) {
    writeDurably(path, newHostKey(), stagingFolder);
  }
  const privateKey = readFileSync(path, 'utf8');
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw new Error(`the host key ${path} can not be read`, { cause: parsed });
  const digest = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  return { privateKey, fingerprint: `SHA256:${digest}` };
}
