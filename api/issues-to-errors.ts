import type { z } from 'zod';
import type { Finding } from '../domain/kernel/finding.js';
import type { ProblemItem } from './problem.js';

type Issue = z.core.$ZodIssue;

/** The issues zod found in `input`, each with its pointer and what to do; the values themselves are never repeated. */
export function issuesToErrors(issues: readonly Issue[], input: unknown, prefix = ''): ProblemItem[] {
  return issues.flatMap((issue) => issueToErrors(issue, input, prefix));
}

function issueToErrors(issue: Issue, input: unknown, prefix: string): ProblemItem[] {
  const pointer = prefix + pathPointer(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapeToken(key)}`,
      code: 'unknown-field',
      message: 'there is no such field here',
      remedy: 'Leave it out, or correct its name.',
    }));
  }
  if (isMissing(issue, input)) {
    return [{ pointer, code: 'required', message: 'this field is required', remedy: `Send it${expectation(issue)}.` }];
  }
  const [code, remedy] = wording(issue);
  return [{ pointer, code, message: issue.message, remedy }];
}

function isMissing(issue: Issue, input: unknown): boolean {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return false;
  const parent = valueAt(input, issue.path.slice(0, -1));
  return typeof parent === 'object' && valueAt(input, issue.path) === undefined;
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return ` as ${issue.expected}`;
  return issue.code === 'invalid_value' ? `: ${issue.values.map(String).join(', ')}` : '';
}

function wording(issue: Issue): readonly [string, string] {
  switch (issue.code) {
    case 'invalid_type':
      return ['wrong-type', `Send ${issue.expected}.`];
    case 'invalid_value':
      return ['not-one-of', `Send one of: ${issue.values.map(String).join(', ')}.`];
    case 'too_big':
      return ['too-large', `Send at most ${issue.maximum}${unit(issue.origin)}.`];
    case 'too_small':
      return [
        'too-small',
        `Send ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit(issue.origin)}.`,
      ];
    case 'invalid_format':
      return ['wrong-format', 'Send the value in the form described.'];
    case 'invalid_union':
      return ['no-variant', 'Send one of the forms described in the API document.'];
    case 'not_multiple_of':
      return ['wrong-step', `Send a multiple of ${issue.divisor}.`];
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return ['invalid', 'Correct this value and send it again.'];
  }
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' || origin === 'set' ? ' items' : '';
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = new Map<PropertyKey, unknown>(Object.entries(value)).get(String(key));
  }
  return value;
}

/** A finding of the domain, whose location is a dotted field path, as an error with a pointer. */
export function findingToError(finding: Finding, prefix = ''): ProblemItem {
  const path = finding.location === undefined || finding.location === '' ? [] : finding.location.split('.');
  return {
    pointer: prefix + pathPointer(path),
    code: finding.code,
    message: finding.message,
    ...(finding.remedy === undefined ? {} : { remedy: finding.remedy }),
  };
}

/** A JSON pointer (RFC 6901). */
function pathPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${escapeToken(String(key))}`).join('');
}

function escapeToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
