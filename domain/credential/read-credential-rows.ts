import { z } from 'zod';
import type { Finding } from '../kernel/finding.js';
import { badRow, readJsonRows } from '../kernel/read-json-rows.js';
import { npiSchema } from '../kernel/schemas.js';
import { type Credential, credentialSchema } from './credential.js';
import { credentialKey } from './credential-key.js';
import { isSameCredential } from './merge-credentials.js';

/** What a file of credentials holds: the good ones by clinician, and a finding for each bad row with file and line. */
export interface CredentialRows {
  readonly byClinician: ReadonlyMap<string, readonly Credential[]>;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** A credential with the `npi` of its clinician beside its own fields. */
const rowSchema = z.looseObject({ npi: npiSchema }).transform(({ npi, ...rest }, context) => {
  const credential = credentialSchema.safeParse(rest);
  if (credential.success) return { npi, credential: credential.data };
  for (const { message, path } of credential.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

/** Reads a JSON array or NDJSON of credentials, each with the `npi` of its clinician; never throws. */
export function readCredentialRows(text: string, fileName: string): CredentialRows {
  const read = readJsonRows(text, fileName, { schema: rowSchema, invalidCode: 'credential-invalid' });
  const repeated: Finding[] = [];
  const byClinician = new Map<string, Credential[]>();
  for (const { value, location } of read.rows) {
    const { npi, credential } = value;
    const own = byClinician.get(npi) ?? [];
    const twin = own.find((each) => credentialKey(each) === credentialKey(credential));
    if (twin !== undefined && !isSameCredential(twin, credential)) {
      const message = 'the same credential stands on an earlier row with other content';
      repeated.push(badRow(location, 'credential-repeated', message, 'Keep the row that is right.'));
    } else if (twin === undefined) {
      byClinician.set(npi, [...own, credential]);
    }
  }
  return { byClinician, rows: read.count, findings: [...read.findings, ...repeated] };
}
