import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { bandOf, minutesTrace } from './choose-by-minutes.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { followsMedicare } from './follows-medicare.js';
import { mayReport, type ProcedureFacts, procedureFacts, proceduresOf } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';
import { relatedVisitQuestion } from './related-visit.js';

const [shortCheckIn, longCheckIn, otherCheckIn] = ['98016', 'G2252', 'G2251'] as const;

/** The check-ins this clinician may report to this payer, shortest first: Medicare has one for longer talks and one for other professions. */
function candidates(visit: Visit, payer: PayerProfile): readonly ProcedureFacts[] {
  if (!followsMedicare(payer)) return proceduresOf(shortCheckIn);
  const [other] = proceduresOf(otherCheckIn);
  if (other && mayReport(other, visit.clinician.type)) return [other];
  return proceduresOf(shortCheckIn, longCheckIn);
}

const remedy = 'Complete the record, or code the contact as a visit by its time or medical decision making.';

/** A brief virtual check-in of an established patient: five to ten minutes; longer ones are visits, save Medicare's G2252. */
export function codeBriefCheckIn(visit: Visit, payer: PayerProfile): CodingStep<readonly ProposedProcedure[]> {
  if (visit.newPatient !== false) {
    return stepStopped([], {
      code: 'brief-check-in-needs-established-patient',
      message: 'a brief check-in is for established patients, and the record does not say that this patient is one',
      location: 'newPatient',
      remedy,
      source: codingSources.briefCheckIn,
    });
  }
  const bands = candidates(visit, payer);
  const chosen = bandOf(bands, visit.totalMinutes ?? 0);
  if (!chosen) {
    return stepStopped([], {
      code: 'brief-check-in-minutes',
      message: 'a brief check-in has five to ten minutes of medical discussion, and the record does not show them',
      location: 'totalMinutes',
      remedy,
      source: codingSources.briefCheckIn,
    });
  }
  const related = relatedVisitQuestion(visit, chosen.code);
  if (related) return stepStopped([], related);
  const code =
    chosen.code === shortCheckIn && visit.dateOfService < (procedureFacts(shortCheckIn)?.from ?? '')
      ? 'G2012'
      : chosen.code;
  const trace = minutesTrace(
    {
      ruleId: 'brief-check-in',
      source: chosen.code === shortCheckIn ? codingSources.briefCheckIn : codingSources.briefCheckInVariants,
      bands,
      minutes: visit.totalMinutes,
      facts: { dateOfService: visit.dateOfService, clinicianType: visit.clinician.type, payer: payer.code },
    },
    chosen,
    code,
  );
  return stepDone([proposedProcedure(code)], [trace]);
}
