import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codePsychiatricEvaluation, codePsychotherapy } from './code-behavioral-health.js';
import { codeBriefCheckIn } from './code-brief-check-in.js';
import { codeEvaluationAndManagement } from './code-evaluation-and-management.js';
import { codeNutritionTherapy } from './code-nutrition-therapy.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question } from './coding-step.js';
import { procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';
import { takeProposedProcedures } from './take-proposed-procedures.js';

type Procedures = CodingStep<readonly ProposedProcedure[]>;

const serviceKindUnknown = question({
  code: 'service-kind-unknown',
  message: 'the record does not say what kind of service the visit was, and it proposes no procedure code',
  location: 'serviceKind',
  remedy: 'Choose the kind of service, or enter the procedure code.',
  source: codingSources.serviceKind,
});

function procedureByKind(visit: Visit, payer: PayerProfile): Procedures {
  switch (visit.serviceKind) {
    case 'evaluation_and_management':
      return codeEvaluationAndManagement(visit, payer);
    case 'psychotherapy':
      return codePsychotherapy(visit);
    case 'psychiatric_evaluation':
      return codePsychiatricEvaluation(visit);
    case 'brief_check_in':
      return codeBriefCheckIn(visit);
    case 'nutrition_therapy':
      return codeNutritionTherapy(visit);
    default:
      return { value: [], questions: [serviceKindUnknown], warnings: [], trace: [] };
  }
}

function clinicianQuestions(visit: Visit, procedures: readonly ProposedProcedure[]) {
  return procedures.flatMap((procedure) => {
    const allowed = procedureFacts(procedure.code)?.clinicians;
    if (allowed === undefined || allowed.includes(visit.clinician.type)) return [];
    return question({
      code: 'clinician-may-not-report-procedure',
      message: `${procedure.code} is not reported by a ${visit.clinician.type.replaceAll('_', ' ')}`,
      location: 'clinician.type',
      remedy: 'Correct the clinician’s type, or choose a code of this profession.',
      source: 'CPT: definition of physician and other qualified health care professional; 42 CFR 410.71–410.78',
    });
  });
}

/** The procedures of a visit: those of the source when it coded any, else chosen by the kind of service. */
export function chooseProcedures(visit: Visit, payer: PayerProfile): Procedures {
  const chosen = visit.procedures.length > 0 ? takeProposedProcedures(visit, payer) : procedureByKind(visit, payer);
  return { ...chosen, questions: [...chosen.questions, ...clinicianQuestions(visit, chosen.value)] };
}
