import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, nothing, stepDone } from './coding-step.js';
import { followsMedicare } from './follows-medicare.js';
import { partBPreventiveServices } from './part-b-preventive-services.js';
import { outsideItsDates } from './procedure-dates.js';
import { procedureFacts } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** From this day G2211 is paid beside a visit with modifier 25 when the other service is preventive. */
const preventiveExceptionFrom = '2025-01-01';

/**
 * G2211 for a clinician who is the continuing focal point of care: beside an office visit, to Medicare and plans in its
 * place, and not when the visit has modifier 25 for another service than a preventive one.
 */
export function codeContinuingComplexity(
  visit: Visit,
  payer: PayerProfile,
  procedures: readonly ProposedProcedure[],
): CodingStep<readonly ProposedProcedure[]> {
  if (visit.longitudinalCare !== true || procedures.some(({ code }) => code === 'G2211')) return nothing;
  const refusal = refusalOf(visit, payer, procedures);
  const step = {
    ruleId: 'continuing-complexity',
    facts: {
      longitudinalCare: true,
      payerClass: payer.payerClass,
      dateOfService: visit.dateOfService,
      codes: procedures.map(({ code, modifiers }) => [code, ...modifiers].join('-')).join(' '),
    },
    decision: refusal === undefined ? 'G2211 added' : 'G2211 is not added',
    source: codingSources.continuingComplexity,
    ...(refusal === undefined ? {} : { alternatives: [`G2211: ${refusal}`] }),
  };
  return stepDone(refusal === undefined ? [proposedProcedure('G2211')] : [], [step]);
}

function refusalOf(
  { dateOfService }: Visit,
  payer: PayerProfile,
  procedures: readonly ProposedProcedure[],
): string | undefined {
  const facts = procedureFacts('G2211');
  if (!followsMedicare(payer)) return 'is Medicare’s; enter it as a procedure when this payer takes it';
  if (facts && outsideItsDates(facts, dateOfService)) return `is paid from ${facts.from}`;
  const base = procedures.find(({ code }) => facts?.needsOneOf?.includes(code));
  if (!base) return 'needs an office visit 99202–99215 on the claim';
  if (!base.modifiers.includes('25')) return undefined;
  const preventive = procedures.some(({ code }) => partBPreventiveServices.includes(code));
  if (preventive && dateOfService >= preventiveExceptionFrom) return undefined;
  return 'is denied when the visit has modifier 25, save beside preventive services from 2025 on';
}
