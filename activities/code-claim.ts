import { codeWithCorrections } from '../domain/claim/code-with-corrections.js';
import { questionCause } from '../domain/coding/question-cause.js';
import { ruleSetVersion } from '../domain/coding/rule-set.js';
import { sumCents } from '../domain/kernel/cents.js';
import { filingLimitDate } from '../domain/payer/filing-limit.js';
import { spanWords } from '../domain/payer/place-payer-version.js';
import type { ClaimActivities } from './claim-activities.js';
import { payerUnknownCause } from './payer-unknown-cause.js';
import { runClaimStep, stepOutcomeSchema } from './run-claim-step.js';
import type { ActivityDeps } from './ports.js';

/** Codes the visit for its payer with corrections laid over it, or asks a coder. */
export function createCodeClaim(deps: ActivityDeps): ClaimActivities['codeClaim'] {
  return (input) =>
    runClaimStep(deps, { ...input, actor: 'system:coding' }, stepOutcomeSchema, (step) => {
      const payer = step.payer;
      if (payer === null)
        return step.park('coding', {
          kind: 'payer_unknown',
          cause: payerUnknownCause(step.claim),
        });
      const { visit, practice, corrections } = step.context;
      const coding = { visit, payer, practice, diagnosisCodes: deps.diagnosisCodes };
      const outcome = codeWithCorrections(coding, corrections);
      const findings = outcome.kind === 'coded' ? outcome.warnings : outcome.questions;
      step.explain({ step: 'coding', trace: outcome.trace, findings });
      if (outcome.kind === 'needs_coder') {
        const cause = questionCause(outcome.questions);
        return step.park('coding', { kind: 'coding_question', cause, findings });
      }
      const coded = outcome.claim;
      const result = { kind: 'done' as const };
      step.record({
        kind: 'coded',
        summary: `Coded as ${coded.lines.map((line) => [line.procedureCode, ...line.modifiers].join('-')).join(', ')}, place of service ${coded.placeOfService}.`,
        data: { ruleSet: ruleSetVersion, payerVersion: spanWords(payer), lines: coded.lines.length },
        enters: 'scrubbing',
        changes: {
          coded,
          charge_cents: sumCents(coded.lines.map((line) => line.chargeCents)),
          filing_deadline: filingLimitDate(payer, step.context.visit.dateOfService),
          attention: 'none',
        },
        result,
      });
      return result;
    });
}
