import type { PlainDate } from '../kernel/plain-date.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, joinSteps, question, stepDone } from './coding-step.js';
import { type ProcedureFacts, procedureFacts } from './procedure-facts.js';
import { procedureTable } from './procedure-table.js';
import type { ProposedProcedure } from './proposed-procedure.js';

/** The office code for the same patient and level as a code of the telemedicine family. */
export function officeCodeFor(facts: ProcedureFacts): string | undefined {
  return procedureTable.find(
    (office) =>
      office.family === 'office_visit' &&
      office.patient === facts.patient &&
      office.level === facts.level &&
      office.level,
  )?.code;
}

function refused(
  procedure: ProposedProcedure,
  index: number,
  asked: { code: string; message: string; remedy: string; source: string },
): CodingStep<ProposedProcedure> {
  const finding = question({ ...asked, location: `procedures[${index}].code` });
  return { value: procedure, questions: [finding], warnings: [], trace: [] };
}

function outsideItsDates(facts: ProcedureFacts, dateOfService: PlainDate) {
  if (facts.to !== undefined && dateOfService > facts.to) {
    const replacement = facts.replacedBy ?? 'a code valid on the date of service';
    return {
      code: 'procedure-deleted',
      message: `${facts.code} was deleted after ${facts.to}`,
      remedy: `Report ${replacement} instead, as the documentation supports.`,
      source: codingSources.deletedCodes,
    };
  }
  if (facts.from !== undefined && dateOfService < facts.from) {
    return {
      code: 'procedure-not-yet-valid',
      message: `${facts.code} is valid from ${facts.from}, after the date of service`,
      remedy: 'Report the code that was valid on the date of service.',
      source: codingSources.deletedCodes,
    };
  }
  return null;
}

function takeTelemedicineCode(
  procedure: ProposedProcedure,
  facts: ProcedureFacts,
  payer: PayerProfile,
  index: number,
): CodingStep<ProposedProcedure> {
  const office = officeCodeFor(facts);
  switch (payer.telemedicineCodeFamily) {
    case 'accept':
      return stepDone(procedure, []);
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
      };
      return stepDone({ code, modifiers: procedure.modifiers, units: procedure.units }, [step]);
    }
  }
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
      if (facts?.family === 'telemedicine_visit') return takeTelemedicineCode(procedure, facts, payer, index);
      const step = {
        ruleId: 'procedure-of-source',
        facts: { code: procedure.code, units: procedure.units },
        decision: `${procedure.code} as coded by the source, with its modifiers`,
        source: codingSources.serviceKind,
      };
      return stepDone(procedure, [step]);
    }),
  );
}
