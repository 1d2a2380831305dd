import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import { locationsOfVisit } from '../telehealth/locations-of-visit.js';
import type { Visit } from '../visit/visit.js';
import { buildServiceLine } from './build-service-line.js';
import { chooseProcedures } from './choose-procedures.js';
import type { CodedClaim } from './coded-claim.js';
import type { CodingOutcome } from './coding-outcome.js';
import { joinSteps } from './coding-step.js';
import type { DiagnosisCodeSet } from './diagnosis-code-set.js';
import { resolveDiagnoses } from './resolve-diagnoses.js';
import { setPlaceOfService } from './set-place-of-service.js';

export interface CodingInput {
  readonly visit: Visit;
  readonly payer: PayerProfile;
  readonly practice: Practice;
  readonly diagnosisCodes: DiagnosisCodeSet;
}

/**
 * Codes a visit for its payer and date of service: procedures, diagnoses, place of service, modifiers, charges. All
 * questions are collected; with any of them there is no claim. Pure: the same input gives the same outcome.
 */
export function codeVisit({ visit, payer, practice, diagnosisCodes }: CodingInput): CodingOutcome {
  const procedures = chooseProcedures(visit, payer);
  const diagnoses = resolveDiagnoses(visit, diagnosisCodes);
  const placeOfService = setPlaceOfService(visit, payer, procedures.value);
  const context = { visit, payer, practice, diagnosisCount: diagnoses.value.length };
  const lines = joinSteps(procedures.value.map((procedure, index) => buildServiceLine(procedure, index, context)));
  const steps = [procedures, diagnoses, placeOfService, lines];
  const questions = steps.flatMap((step) => step.questions);
  const trace = [...steps.flatMap((step) => step.trace), locationsOfVisit(visit, practice)];
  if (questions.length > 0) return { kind: 'needs_coder', questions, trace };
  const claim: CodedClaim = {
    placeOfService: placeOfService.value,
    diagnoses: [...diagnoses.value],
    lines: [...lines.value],
    ...(visit.priorAuthorizationNumber === undefined
      ? {}
      : { priorAuthorizationNumber: visit.priorAuthorizationNumber }),
  };
  return { kind: 'coded', claim, warnings: steps.flatMap((step) => step.warnings), trace };
}
