import type { CodingOutcome } from './coding-outcome.js';
import { type CodingInput, draftClaim } from './draft-claim.js';

/**
 * Codes a visit for its payer and date of service: procedures, diagnoses, place of service, modifiers, charges. All
 * questions are collected; with any of them there is no claim. Pure: the same input gives the same outcome.
 */
export function codeVisit(input: CodingInput): CodingOutcome {
  const { claim, questions, warnings, trace } = draftClaim(input);
  return questions.length > 0 ? { kind: 'needs_coder', questions, trace } : { kind: 'coded', claim, warnings, trace };
}
