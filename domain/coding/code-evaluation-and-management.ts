import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { MedicalDecisionMaking, Visit } from '../visit/visit.js';
import { codeDigitalVisit } from './code-digital-visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, stepDone } from './coding-step.js';
import { type ProcedureFacts, procedureFacts } from './procedure-facts.js';
import { procedureTable } from './procedure-table.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

const levels: readonly MedicalDecisionMaking[] = ['straightforward', 'low', 'moderate', 'high'];

function stopped(asked: Parameters<typeof question>[0]): CodingStep<readonly ProposedProcedure[]> {
  return { value: [], questions: [question(asked)], warnings: [], trace: [] };
}

/** Whether the visit may be billed with 98000–98015: the codes exist, the payer takes them, and the visit was live. */
function usesTelemedicineFamily(visit: Visit, payer: PayerProfile): boolean {
  const begins = procedureFacts('98000')?.from ?? '';
  return (
    payer.telemedicineCodeFamily === 'accept' && visit.modality !== 'asynchronous' && visit.dateOfService >= begins
  );
}

/** The four leveled codes of the family that fits payer, patient and modality, lowest first. */
function candidateCodes(visit: Visit, payer: PayerProfile, newPatient: boolean): readonly ProcedureFacts[] {
  const telemedicine = usesTelemedicineFamily(visit, payer);
  const family = telemedicine ? 'telemedicine_visit' : 'office_visit';
  const patient = newPatient ? 'new' : 'established';
  return procedureTable.filter(
    (facts) =>
      facts.family === family &&
      facts.patient === patient &&
      facts.level !== undefined &&
      (!telemedicine || facts.modality === visit.modality),
  );
}

function highestByTime(candidates: readonly ProcedureFacts[], minutes: number | undefined): number {
  if (minutes === undefined) return -1;
  return candidates.findLastIndex((facts) => minutes >= (facts.minMinutes ?? 0));
}

function nextLevelAdvice(candidates: readonly ProcedureFacts[], chosen: number): string[] {
  const next = candidates[chosen + 1];
  if (!next) return [];
  return [`${next.code} would need ${next.minMinutes} documented minutes or ${next.level} medical decision making`];
}

function familyTrace(visit: Visit, payer: PayerProfile): TraceStep {
  return {
    ruleId: 'telemedicine-code-family',
    facts: {
      payer: payer.code,
      policy: payer.telemedicineCodeFamily,
      modality: visit.modality,
      dateOfService: visit.dateOfService,
    },
    decision: usesTelemedicineFamily(visit, payer)
      ? 'the visit is billed with the telemedicine family 98000–98015'
      : 'the visit is billed with office codes 99202–99215, not with the telemedicine family',
    source: codingSources.telemedicineFamily,
  };
}

/**
 * Chooses the visit code: office or telemedicine family by payer, new or established, and the higher of the levels that
 * medical decision making and total time support. Asks when a fact is missing; never guesses one.
 */
export function codeEvaluationAndManagement(
  visit: Visit,
  payer: PayerProfile,
): CodingStep<readonly ProposedProcedure[]> {
  if (visit.modality === 'asynchronous' && !payer.coversAsynchronous) return codeDigitalVisit(visit);
  if (visit.newPatient === undefined) return stopped(newOrEstablishedUnknown);
  const candidates = candidateCodes(visit, payer, visit.newPatient);
  const audioFamily = candidates[0]?.modality === 'audio_only';
  if (audioFamily && (visit.totalMinutes ?? 0) <= 10) return stopped(audioOnlyTooShort);
  const byTime = highestByTime(candidates, visit.totalMinutes);
  const byDecisionMaking = visit.medicalDecisionMaking === undefined ? -1 : levels.indexOf(visit.medicalDecisionMaking);
  const chosen = Math.max(byTime, byDecisionMaking);
  const code = candidates[chosen]?.code;
  if (code === undefined) return stopped(levelUndocumented);
  return stepDone(
    [proposedProcedure(code)],
    [
      familyTrace(visit, payer),
      {
        ruleId: 'visit-level',
        facts: {
          newPatient: visit.newPatient,
          totalMinutes: visit.totalMinutes ?? null,
          medicalDecisionMaking: visit.medicalDecisionMaking ?? null,
          codeByTime: candidates[byTime]?.code ?? null,
          codeByDecisionMaking: candidates[byDecisionMaking]?.code ?? null,
        },
        decision: `${code}, by ${byDecisionMaking >= byTime ? 'medical decision making' : 'total time'}`,
        source: codingSources.visitLevel,
        alternatives: [
          ...candidates.filter((facts) => facts.code !== code).map((facts) => facts.code),
          ...nextLevelAdvice(candidates, chosen),
        ],
      },
    ],
  );
}

const newOrEstablishedUnknown = {
  code: 'new-or-established-unknown',
  message: 'the record does not say whether the patient is new or established',
  location: 'newPatient',
  remedy:
    'Say whether anyone of the same group and specialty saw the patient in the three years before; then code again.',
  source: codingSources.visitLevel,
};

const levelUndocumented = {
  code: 'visit-level-undocumented',
  message: 'neither total minutes nor medical decision making support a level of the visit',
  location: 'totalMinutes',
  remedy: 'Give the documented total minutes of the day, or the level of medical decision making.',
  source: codingSources.visitLevel,
};

const audioOnlyTooShort = {
  code: 'audio-only-visit-too-short',
  message: 'an audio-only telemedicine visit needs more than ten documented minutes',
  location: 'totalMinutes',
  remedy: 'Give the documented minutes, or record a brief check-in if the patient called for five to ten minutes.',
  source: codingSources.audioOnlyFamily,
};
