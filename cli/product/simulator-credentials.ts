import { mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { newSshKeyPair } from '../../gateways/clearinghouse/new-ssh-key-pair.js';
import type { Home } from '../supervise/home.js';
import { readJson, writeJson } from '../supervise/json-file.js';

const credentialsSchema = z.strictObject({ username: z.string(), password: z.string(), publicKey: z.string() });

/** How the product logs in at the simulated clearinghouse; the private key lies in a file of its own. */
export interface SimulatorCredentials extends z.infer<typeof credentialsSchema> {
  readonly privateKeyFile: string;
}

/** Reads the credentials, or makes them at first start (files of mode 0600). */
export function openSimulatorCredentials(home: Home): SimulatorCredentials {
  const folder = join(home.folder, 'clearinghouse');
  const file = join(folder, 'credentials.json');
  const privateKeyFile = join(folder, 'id_ed25519');
  const kept = readJson(file, credentialsSchema);
  if (kept !== undefined) return { ...kept, privateKeyFile };
  const keys = newSshKeyPair();
  const fresh = { username: 'teleclaim', password: randomBytes(24).toString('base64url'), publicKey: keys.public };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // The key before the file that vouches for it: after a kill in between both are made anew.
  writeFileSync(privateKeyFile, keys.private, { mode: 0o600 });
  writeJson(file, fresh);
  return { ...fresh, privateKeyFile };
}
