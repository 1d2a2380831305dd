import type { PlainDate } from '../kernel/plain-date.js';
import { codingSources } from './coding-sources.js';
import type { Question } from './coding-step.js';
import type { ProcedureFacts } from './procedure-facts.js';

/** Why a code can not be reported for a date of service, with what replaced it and since when; undefined when it can. */
export function outsideItsDates(facts: ProcedureFacts, on: PlainDate): Omit<Question, 'location'> | undefined {
  if (facts.to !== undefined && on > facts.to) {
    const replacement = facts.replacedBy ?? 'a code valid on the date of service';
    return {
      code: 'procedure-deleted',
      message: `${facts.code} was deleted after ${facts.to}`,
      remedy: `Report ${replacement} instead, as the documentation supports.`,
      source: codingSources.deletedCodes,
    };
  }
  if (facts.from !== undefined && on < facts.from) {
    return {
      code: 'procedure-not-yet-valid',
      message: `${facts.code} is valid from ${facts.from}, after the date of service`,
      remedy: 'Report the code that was valid on the date of service.',
      source: codingSources.deletedCodes,
    };
  }
  return undefined;
}
