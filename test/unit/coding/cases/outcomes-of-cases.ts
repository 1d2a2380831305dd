import type { CodingOutcome } from '../../../../domain/coding/coding-outcome.js';
import { aPayer } from '../../../builders/rules.js';
import { outcomeOf } from '../coded-shortly.js';
import { everyCodingCase } from './every-coding-case.js';

/** What coding makes of each case, in their order. */
export function outcomesOfCases(): readonly CodingOutcome[] {
  return everyCodingCase.flatMap(({ cases }) => cases.map(([, payer, visit]) => outcomeOf(visit, aPayer(payer))));
}
