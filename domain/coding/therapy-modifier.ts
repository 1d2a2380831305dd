import type { ClinicianType, Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, nothing, stepDone, stepStopped } from './coding-step.js';
import { type ProcedureFacts, procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';

const therapyModifiers = ['GP', 'GO', 'GN'] as const;
type TherapyModifier = (typeof therapyModifiers)[number];

/** The plan of care a therapist works under. */
export const modifierByDiscipline: Partial<Record<ClinicianType, TherapyModifier>> = {
  physical_therapist: 'GP',
  occupational_therapist: 'GO',
  speech_language_pathologist: 'GN',
};

/** The discipline whose code it is, when only one has it. */
function modifierOfCode(facts: ProcedureFacts): TherapyModifier | undefined {
  const disciplines = Object.entries(modifierByDiscipline).filter(([type]) =>
    facts.clinicians?.some((clinician) => clinician === type),
  );
  return disciplines.length === 1 ? disciplines[0]?.[1] : undefined;
}

/** Whether a line is therapy under a plan: always the therapy codes; monitoring when a therapist reports it ("sometimes therapy"). */
function isUnderPlan(facts: ProcedureFacts | undefined, type: ClinicianType): facts is ProcedureFacts {
  if (facts?.family === 'rehabilitation') return true;
  return facts?.family === 'therapeutic_monitoring' && (type === 'therapist' || type in modifierByDiscipline);
}

/** GP, GO or GN on therapy, by the therapist's discipline or that of the code; asks when neither tells it. */
export function addTherapyModifier(
  procedure: ProposedProcedure,
  { clinician }: Visit,
  lineNumber: number,
): CodingStep<readonly string[]> {
  const facts = procedureFacts(procedure.code);
  if (!isUnderPlan(facts, clinician.type)) return nothing;
  if (procedure.modifiers.some((modifier) => therapyModifiers.some((each) => each === modifier))) return nothing;
  const modifier = modifierByDiscipline[clinician.type] ?? modifierOfCode(facts);
  if (modifier === undefined) {
    return stepStopped([], {
      code: 'therapy-plan-unknown',
      message: `line ${lineNumber}: ${procedure.code} needs GP, GO or GN, and the record does not say whose plan of care it is under`,
      location: 'clinician.type',
      remedy: 'Name the discipline as the clinician’s type, or send the modifier with the procedure.',
      source: codingSources.rehabilitationPlan,
    });
  }
  const step = {
    ruleId: 'therapy-modifier',
    facts: { code: procedure.code, clinicianType: clinician.type },
    decision: `modifier ${modifier} added`,
    source: codingSources.rehabilitationPlan,
    alternatives: therapyModifiers
      .filter((other) => other !== modifier)
      .map((other) => `${other}: is the plan of another discipline`),
  };
  return stepDone([modifier], [step]);
}
