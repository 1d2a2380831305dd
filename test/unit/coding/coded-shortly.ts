import { codeVisit } from '../../../domain/coding/code-visit.js';
import type { CodingOutcome } from '../../../domain/coding/coding-outcome.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import type { PayerProfile } from '../../../domain/payer/payer-profile.js';
import type { VisitInput } from '../../../domain/visit/visit.js';
import { aPayer, aPractice, aVisit, completeFeeSchedule } from '../../builders/rules.js';

/** Codes a visit for a practice that has a charge for every code. */
export function outcomeOf(visit: Partial<VisitInput>, payer: PayerProfile = aPayer()): CodingOutcome {
  const practice = aPractice({ feeSchedule: completeFeeSchedule });
  return codeVisit({ visit: aVisit(visit), payer, practice, diagnosisCodes: builtInDiagnosisCodeSet });
}

/** `99213-95 @10`, with `×n` for units over one; or the codes of the questions. */
export function shortlyOf(outcome: CodingOutcome): string {
  if (outcome.kind === 'needs_coder') return outcome.questions.map((asked) => asked.code).join(' ');
  const lines = outcome.claim.lines.map(
    (line) => [line.procedureCode, ...line.modifiers].join('-') + (line.units > 1 ? `×${line.units}` : ''),
  );
  return `${lines.join(' ')} @${outcome.claim.placeOfService}`;
}

/** Every text that an outcome stands on: sources of its steps, questions and warnings. */
export function sourcesOf(outcome: CodingOutcome): readonly string[] {
  const told = outcome.kind === 'coded' ? outcome.warnings : outcome.questions;
  return [...outcome.trace.map((step) => step.source), ...told.flatMap((finding) => finding.source ?? [])];
}
