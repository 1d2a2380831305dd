import type { Finding } from '../kernel/finding.js';
import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import { locationsOfVisit } from '../telehealth/locations-of-visit.js';
import type { Visit } from '../visit/visit.js';
import { buildServiceLine } from './build-service-line.js';
import { chooseProcedures } from './choose-procedures.js';
import type { CodedClaim } from './coded-claim.js';
import { joinNotes, joinSteps } from './coding-step.js';
import type { DiagnosisCodeSet } from './diagnosis-code-set.js';
import { resolveDiagnoses } from './resolve-diagnoses.js';
import { setPlaceOfService } from './set-place-of-service.js';
import { settleVisitFacts } from './settle-visit-facts.js';

export interface CodingInput {
  readonly visit: Visit;
  readonly payer: PayerProfile;
  /** Null when nobody asks for charges: they are then zero and no question. */
  readonly practice: Practice | null;
  readonly diagnosisCodes: DiagnosisCodeSet;
}

/** The claim as far as it could be coded, with every question that is open. */
export interface ClaimDraft {
  readonly claim: CodedClaim;
  readonly questions: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly trace: readonly TraceStep[];
}

/** Takes every step of coding, whatever questions the ones before raise. */
export function draftClaim({ visit: stated, payer, practice, diagnosisCodes }: CodingInput): ClaimDraft {
  const settled = settleVisitFacts(stated, practice?.npi ?? '');
  const visit = settled.value;
  const procedures = chooseProcedures(visit, payer);
  const diagnoses = resolveDiagnoses(visit, diagnosisCodes);
  const placeOfService = setPlaceOfService(visit, payer, procedures.value);
  const codes = procedures.value.map(({ code }) => code);
  const context = { visit, payer, practice, diagnosisCount: diagnoses.value.length, codes };
  const lines = joinSteps(procedures.value.map((procedure, index) => buildServiceLine(procedure, index, context)));
  const steps = [settled, procedures, diagnoses, placeOfService, lines];
  const claim: CodedClaim = {
    placeOfService: placeOfService.value,
    diagnoses: [...diagnoses.value],
    lines: [...lines.value],
    ...(visit.priorAuthorizationNumber === undefined
      ? {}
      : { priorAuthorizationNumber: visit.priorAuthorizationNumber }),
    ...(visit.referralNumber === undefined ? {} : { referralNumber: visit.referralNumber }),
  };
  const notes = joinNotes(steps);
  return { claim, ...notes, trace: [...notes.trace, locationsOfVisit(visit, practice)] };
}
