import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, joinSteps, question, stepDone } from './coding-step.js';
import { outsideItsDates } from './procedure-dates.js';
import { type ProcedureFacts, procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';
import { nextLevelNeeds, officeCodeFor, otherLevels, seriesOf } from './visit-levels.js';

function refused(
  procedure: ProposedProcedure,
  index: number,
  asked: { code: string; message: string; remedy: string; source: string },
): CodingStep<ProposedProcedure> {
  const finding = question({ ...asked, location: `procedures[${index}].code` });
  return { value: procedure, questions: [finding], warnings: [], trace: [] };
}

function takeTelemedicineCode(
  procedure: ProposedProcedure,
  facts: ProcedureFacts,
  visit: Visit,
  payer: PayerProfile,
  index: number,
): CodingStep<ProposedProcedure> {
  const office = officeCodeFor(facts);
  switch (payer.telemedicineCodeFamily) {
    case 'accept':
      return stepDone(procedure, [asCoded(procedure, facts, visit)]);
    case 'reject':
      return refused(procedure, index, {
        code: 'telemedicine-code-not-accepted',
        message: `${payer.name} does not take ${facts.code}`,
        remedy: `Report an office visit code${office === undefined ? '' : ` (${office} has the same level)`} if the documentation supports it.`,
        source: payer.source,
      });
    case 'crosswalk': {
      const code = office ?? procedure.code;
      const step = {
        ruleId: 'telemedicine-code-crosswalk',
        facts: { proposed: facts.code, payer: payer.code },
        decision: `${facts.code} is billed as ${code}, same patient and level`,
        source: codingSources.telemedicineFamily,
        alternatives: [`${facts.code}: ${payer.name} takes office codes in its place`],
      };
      return stepDone({ code, modifiers: procedure.modifiers, units: procedure.units }, [step]);
    }
  }
}

/** The step that keeps a code of the source: for a visit code with the levels beside it, since a coder asks for them. */
function asCoded(procedure: ProposedProcedure, facts: ProcedureFacts | undefined, visit: Visit): TraceStep {
  const series = facts ? seriesOf(facts) : [];
  const position = series.findIndex(({ code }) => code === procedure.code);
  const nextLevel = position < 0 ? undefined : nextLevelNeeds(series, position);
  return {
    ruleId: 'procedure-of-source',
    facts: { code: procedure.code, units: procedure.units },
    decision: `${procedure.code} as coded by the source, with its modifiers`,
    source: codingSources.serviceKind,
    ...(position < 0 ? {} : { alternatives: otherLevels(series, position, visit) }),
    ...(nextLevel === undefined ? {} : { nextLevel }),
  };
}

/** Takes the procedures the source coded: refuses those not valid on the date, turns telemedicine codes into what the payer takes. */
export function takeProposedProcedures(visit: Visit, payer: PayerProfile): CodingStep<readonly ProposedProcedure[]> {
  return joinSteps(
    visit.procedures.map((proposed, index) => {
      const { chargeCents, ...rest } = proposed;
      const procedure: ProposedProcedure = chargeCents === undefined ? rest : { ...rest, chargeCents };
      const facts = procedureFacts(procedure.code);
      const outside = facts && outsideItsDates(facts, visit.dateOfService);
      if (outside) return refused(procedure, index, outside);
      if (facts?.family === 'telemedicine_visit') return takeTelemedicineCode(procedure, facts, visit, payer, index);
      return stepDone(procedure, [asCoded(procedure, facts, visit)]);
    }),
  );
}
