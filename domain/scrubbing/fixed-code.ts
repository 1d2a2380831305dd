import { procedureFacts } from '../coding/procedure-facts.js';
import { officeCodeFor } from '../coding/visit-levels.js';

/** The code that a safe fix may put in the place of this one: the office code for a code of the telemedicine family. */
export function fixedCode(code: string): string | undefined {
  const facts = procedureFacts(code);
  return facts?.family === 'telemedicine_visit' ? officeCodeFor(facts) : undefined;
}

/** The codes of lines and those that safe fixes may make of them, each one time: what a fixed claim is judged by too. */
export function codesWithFixes(lines: readonly { readonly procedureCode: string }[]): readonly string[] {
  return [...new Set(lines.flatMap(({ procedureCode: code }) => [code, fixedCode(code) ?? code]))];
}
