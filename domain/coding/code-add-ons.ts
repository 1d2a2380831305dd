import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { addOnByTime, hasAddOnTime } from './add-on-time.js';
import { bandOf, minutesTrace } from './choose-by-minutes.js';
import { codeContinuingComplexity } from './code-continuing-complexity.js';
import { codingSources } from './coding-sources.js';
import { appendStep, type CodingStep, nothing, stepDone } from './coding-step.js';
import { followsMedicare } from './follows-medicare.js';
import { outsideItsDates } from './procedure-dates.js';
import { procedureFacts, proceduresOfFamily } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

type Procedures = CodingStep<readonly ProposedProcedure[]>;

/** Whose choice the procedures are; to those of the source only add-ons are put that the visit names as facts. */
export type ProcedureOrigin = 'source' | 'rules';

/** The add-ons that the visit's facts support beside its procedures: psychotherapy, interactive complexity, prolonged time, G2211. */
export function codeAddOns(
  visit: Visit,
  payer: PayerProfile,
  procedures: readonly ProposedProcedure[],
  origin: ProcedureOrigin,
): Procedures {
  const psychotherapy = codePsychotherapyAddOn(visit, procedures);
  const withTherapy = [...procedures, ...psychotherapy.value];
  return [
    psychotherapy,
    codeInteractiveComplexity(visit, withTherapy),
    origin === 'rules' ? codeProlonged(visit, payer, procedures) : nothing,
    codeContinuingComplexity(visit, payer, withTherapy),
  ].reduce(appendStep);
}

function hasBaseOf(code: string, procedures: readonly ProposedProcedure[]): boolean {
  const bases = procedureFacts(code)?.needsOneOf ?? [];
  return procedures.some((procedure) => bases.includes(procedure.code));
}

function codePsychotherapyAddOn(
  { psychotherapyMinutes: minutes, totalMinutes }: Visit,
  procedures: readonly ProposedProcedure[],
): Procedures {
  if (minutes === undefined) return nothing;
  const bands = proceduresOfFamily('psychotherapy_add_on');
  const present = procedures.some(({ code }) => bands.some((facts) => facts.code === code));
  if (present || !hasBaseOf('90833', procedures)) return nothing;
  const facts = { totalMinutes: totalMinutes ?? null };
  const choice = { ruleId: 'psychotherapy-add-on', source: codingSources.psychotherapyTime, bands, minutes, facts };
  const chosen = bandOf(bands, minutes);
  if (chosen) return stepDone([proposedProcedure(chosen.code)], [minutesTrace(choice, chosen)]);
  const { ruleId, source } = choice;
  const alternatives = ['90833: begins with 16 minutes of psychotherapy'];
  const decision = 'no psychotherapy is added to the visit';
  return stepDone([], [{ ruleId, facts: { minutes, ...facts }, decision, source, alternatives }]);
}

function codeInteractiveComplexity(visit: Visit, procedures: readonly ProposedProcedure[]): Procedures {
  if (visit.interactiveComplexity !== true || procedures.some(({ code }) => code === '90785')) return nothing;
  const allowed = hasBaseOf('90785', procedures);
  const step = {
    ruleId: 'interactive-complexity',
    facts: { interactiveComplexity: true, codes: procedures.map(({ code }) => code).join(' ') },
    decision: allowed ? '90785 added' : '90785 is not added',
    source: codingSources.interactiveComplexity,
    ...(allowed
      ? {}
      : {
          alternatives: ['90785: goes with diagnostic evaluation, psychotherapy and group, not with crisis or family'],
        }),
  };
  return stepDone(allowed ? [proposedProcedure('90785')] : [], [step]);
}

function codeProlonged(visit: Visit, payer: PayerProfile, procedures: readonly ProposedProcedure[]): Procedures {
  const { totalMinutes, psychotherapyMinutes } = visit;
  if (totalMinutes === undefined || psychotherapyMinutes !== undefined) return nothing;
  const addOn = followsMedicare(payer) ? 'G2212' : '99417';
  const base = procedures.find(({ code }) => hasAddOnTime(code, addOn));
  const facts = procedureFacts(addOn);
  if (!base || !facts || outsideItsDates(facts, visit.dateOfService)) return nothing;
  return addOnByTime(base.code, addOn, totalMinutes);
}
