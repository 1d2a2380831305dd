import { z } from 'zod';
import type { Finding } from '../kernel/finding.js';
import { npiSchema } from '../kernel/schemas.js';
import { type Credential, credentialSchema } from './credential.js';
import { credentialKey } from './credential-key.js';
import { isSameCredential } from './merge-credentials.js';
import { splitJsonRows, type TextRow } from './split-json-rows.js';

/** What a file of credentials holds: the good ones by clinician, and a finding for each bad row with file and line. */
export interface CredentialRows {
  readonly byClinician: ReadonlyMap<string, readonly Credential[]>;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

const rowSchema = z.looseObject({ npi: npiSchema });

/** Reads a JSON array or NDJSON of credentials, each with the `npi` of its clinician; never throws. */
export function readCredentialRows(text: string, fileName: string): CredentialRows {
  const rows = splitJsonRows(text);
  const findings: Finding[] = [];
  const byClinician = new Map<string, Credential[]>();
  for (const row of rows) {
    const location = `${fileName}:${row.line}`;
    const read = readRow(row, location);
    if ('findings' in read) {
      findings.push(...read.findings);
      continue;
    }
    const own = byClinician.get(read.npi) ?? [];
    const twin = own.find((each) => credentialKey(each) === credentialKey(read.credential));
    if (twin !== undefined && !isSameCredential(twin, read.credential)) {
      findings.push(
        bad(
          location,
          'credential-repeated',
          'the same credential stands on an earlier row with other content',
          'Keep the row that is right.',
        ),
      );
    } else if (twin === undefined) {
      byClinician.set(read.npi, [...own, read.credential]);
    }
  }
  if (rows.length === 0) {
    findings.push(
      bad(fileName, 'file-empty', 'the file holds no row', 'Send a JSON array, or one JSON object a line.'),
    );
  }
  return { byClinician, rows: rows.length, findings };
}

type ReadRow = { readonly npi: string; readonly credential: Credential } | { readonly findings: readonly Finding[] };

function readRow(row: TextRow, location: string): ReadRow {
  let content: unknown;
  try {
    content = JSON.parse(row.text);
  } catch {
    return {
      findings: [
        bad(location, 'row-not-json', 'the row is no JSON object', 'Look for a missing quote, comma or brace.'),
      ],
    };
  }
  const named = rowSchema.safeParse(content);
  if (!named.success) return { findings: issues(named.error, location) };
  const { npi, ...rest } = named.data;
  const credential = credentialSchema.safeParse(rest);
  return credential.success ? { npi, credential: credential.data } : { findings: issues(credential.error, location) };
}

function issues(error: z.ZodError, location: string): readonly Finding[] {
  return error.issues.map((issue) => {
    const field = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return bad(
      location,
      'credential-invalid',
      `${field}${issue.message}`,
      'Correct the row and import the file again.',
    );
  });
}

function bad(location: string, code: string, message: string, remedy: string): Finding {
  return { code, severity: 'error', message, location, remedy };
}
