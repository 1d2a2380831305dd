import type { z } from 'zod';
import type { Finding } from './finding.js';
import { splitJsonRows } from './split-json-rows.js';

/** A row that could be read, with `file:line`. */
export interface JsonRow<T> {
  readonly value: T;
  readonly location: string;
}

/** What a file of rows holds: the good ones in order, and a finding for each bad one with file and line. */
export interface JsonRows<T> {
  readonly rows: readonly JsonRow<T>[];
  /** All rows, the bad ones too. */
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** Reads a JSON array or NDJSON of rows of one form; never throws. `invalidCode` is the code of a row of another form. */
export function readJsonRows<T>(
  text: string,
  fileName: string,
  { schema, invalidCode }: { readonly schema: z.ZodType<T>; readonly invalidCode: string },
): JsonRows<T> {
  const texts = splitJsonRows(text);
  const rows: JsonRow<T>[] = [];
  const findings: Finding[] = [];
  for (const row of texts) {
    const location = `${fileName}:${row.line}`;
    const content = parseJson(row.text);
    if (content === undefined) {
      findings.push(
        badRow(location, 'row-not-json', 'the row is no JSON object', 'Look for a missing quote, comma or brace.'),
      );
      continue;
    }
    const read = schema.safeParse(content);
    if (read.success) rows.push({ value: read.data, location });
    else findings.push(...issuesOf(read.error, location, invalidCode));
  }
  if (texts.length === 0) {
    findings.push(
      badRow(fileName, 'file-empty', 'the file holds no row', 'Send a JSON array, or one JSON object a line.'),
    );
  }
  return { rows, count: texts.length, findings };
}

export function badRow(location: string, code: string, message: string, remedy: string): Finding {
  return { code, severity: 'error', message, location, remedy };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issuesOf(error: z.ZodError, location: string, code: string): readonly Finding[] {
  return error.issues.map((issue) => {
    const field = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return badRow(location, code, `${field}${issue.message}`, 'Correct the row and import the file again.');
  });
}
