import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { billHealthCenter } from './bill-health-center.js';
import { checkProcedures } from './check-procedures.js';
import { codeAddOns } from './code-add-ons.js';
import { codeProcedureByKind } from './code-procedure-by-kind.js';
import { appendStep, type CodingStep, question } from './coding-step.js';
import { outsideItsDates } from './procedure-dates.js';
import { procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';
import { takeProposedProcedures } from './take-proposed-procedures.js';

type Procedures = CodingStep<readonly ProposedProcedure[]>;

/** No code leaves outside of its dates, whichever rule chose it. */
function dateQuestions({ dateOfService }: Visit, procedures: readonly ProposedProcedure[]) {
  return procedures.flatMap(({ code }) => {
    const facts = procedureFacts(code);
    const outside = facts && outsideItsDates(facts, dateOfService);
    return outside ? question({ ...outside, location: 'dateOfService' }) : [];
  });
}

/** The procedures of a visit: those of the source when it coded any, else chosen by the kind of service; with the add-ons its facts support. */
export function chooseProcedures(visit: Visit, payer: PayerProfile): Procedures {
  const origin = visit.procedures.length > 0 ? 'source' : 'rules';
  const chosen = origin === 'source' ? takeProposedProcedures(visit, payer) : codeProcedureByKind(visit, payer);
  const supported = appendStep(chosen, codeAddOns(visit, payer, chosen.value, origin));
  const billed = billHealthCenter(visit, payer, supported.value);
  return {
    value: billed.value,
    questions: [
      ...supported.questions,
      ...(origin === 'rules' ? dateQuestions(visit, supported.value) : []),
      ...billed.questions,
      ...checkProcedures(visit, payer, supported.value),
    ],
    warnings: [...supported.warnings, ...billed.warnings],
    trace: [...supported.trace, ...billed.trace],
  };
}
