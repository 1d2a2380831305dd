import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, nothing, stepDone } from './coding-step.js';
import { followsMedicare } from './follows-medicare.js';
import { outsideItsDates } from './procedure-dates.js';
import { procedureFacts } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** From this day G2211 is paid beside a visit with modifier 25 when the other service is preventive. */
const preventiveExceptionFrom = '2025-01-01';

/** Annual wellness visits, vaccine administration and other Part B preventive services met in telehealth (verify the list of the year). */
const preventiveServices: readonly string[] = [
  ...['G0402', 'G0438', 'G0439', 'G0442', 'G0443', 'G0444', 'G0445', 'G0446', 'G0447'],
  ...['G0008', 'G0009', 'G0010', '90471', '90472', '90473', '90474', 'G0136', '99406', '99407', '99497'],
];

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
  const preventive = procedures.some(({ code }) => preventiveServices.includes(code));
  if (preventive && dateOfService >= preventiveExceptionFrom) return undefined;
  return 'is denied when the visit has modifier 25, save beside preventive services from 2025 on';
}
