import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value from outside: where, a stable code, and what to do. The value itself is never repeated. */
export interface InputProblem {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** The issues zod found in `input`, one for each field, in words for people. */
export function inputProblems(issues: readonly Issue[], input: unknown): InputProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, input));
}

function problemsOf(issue: Issue, input: unknown): InputProblem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'unknown-field',
      message: 'there is no such field here',
      remedy: 'Leave it out, or correct its name.',
    }));
  }
  if (isMissing(issue, input)) {
    return [{ path, code: 'required', message: 'this field is required', remedy: `Send it${expectation(issue)}.` }];
  }
  const [code, remedy] = wording(issue);
  return [{ path, code, message: issue.message, remedy }];
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
    value = new Map<string, unknown>(Object.entries(value)).get(String(key));
  }
  return value;
}
