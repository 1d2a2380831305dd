import type { z } from 'zod';
import type { Finding } from '../../kernel/finding.js';
import { err, ok, type Result } from '../../kernel/result.js';

/** The value as the model, or every reason why it is none: each with its field path, none with the value itself. */
export function buildModel<Model>(schema: z.ZodType<Model>, input: unknown): Result<Model, readonly Finding[]> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.flatMap((issue) => issueFindings(issue, input)));
}

type Issue = z.core.$ZodIssue;

function issueFindings(issue: Issue, input: unknown): Finding[] {
  const location = fieldPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      finding('unknown-field', fieldPath([...issue.path, key]), 'there is no such field here'),
    );
  }
  if (issue.code === 'invalid_key') return [finding('unknown-field', location, 'there is no such field here')];
  const isMissing = issue.code !== 'custom' && issue.path.length > 0 && valueAt(input, issue.path) === undefined;
  if (isMissing) return [finding('missing-field', location, 'is missing')];
  return [finding('invalid-field', location, message(issue))];
}

/** What a schema says in its own words comes before zod's. */
function message(issue: Issue): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (issue.code === 'invalid_type') return `must be ${typeWords[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return issue.code === 'invalid_union' ? 'must be one of the kinds there are' : issue.message;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function finding(code: string, location: string, words: string): Finding {
  return { code, severity: 'error', message: words, ...(location === '' ? {} : { location }) };
}

/** A path as people write it: `billingProviders[0].claims[2].chargeCents`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += text === '' ? String(key) : `.${String(key)}`;
  }
  return text;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = new Map<PropertyKey, unknown>(Object.entries(value)).get(String(key));
  }
  return value;
}
