import type { z } from 'zod';
import type { Finding } from '../domain/kernel/finding.js';
import { inputProblems } from '../domain/kernel/input-problems.js';
import type { ProblemItem } from './problem.js';

/** The issues zod found in `input`, each with its pointer and what to do; the values themselves are never repeated. */
export function issuesToErrors(issues: readonly z.core.$ZodIssue[], input: unknown, prefix = ''): ProblemItem[] {
  return inputProblems(issues, input).map(({ path, code, message, remedy }) => {
    return { pointer: prefix + pathPointer(path), code, message, remedy };
  });
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
