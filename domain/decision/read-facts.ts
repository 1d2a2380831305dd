import type { Finding } from '../kernel/finding.js';
import { inputProblems } from '../kernel/input-problems.js';
import { err, ok, type Result } from '../kernel/result.js';
import { type VisitFacts, visitFactsSchema } from './visit-facts.js';

/** Checks facts from outside: every field that is wrong with its place and what to do, never with its value. */
export function readFacts(input: unknown): Result<VisitFacts, readonly Finding[]> {
  const parsed = visitFactsSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const findings = inputProblems(parsed.error.issues, input).map(({ path, code, message, remedy }): Finding => {
    const source = 'the form of the facts (teleclaim decide --schema)';
    const location = path.map(String).join('.');
    return { code, severity: 'error', message, ...(location === '' ? {} : { location }), remedy, source };
  });
  return err(findings);
}
