import type { Visit } from '../visit/visit.js';
import { chooseByMinutes } from './choose-by-minutes.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, type Question, stepStopped } from './coding-step.js';
import { proceduresOf } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';

const spoken = proceduresOf('99446', '99447', '99448', '99449');
const written = proceduresOf('99451');
const treating = proceduresOf('99452');

/** A consultation between clinicians without the patient: by role, way of reporting and minutes. */
export function codeInterprofessional(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const stated = visit.interprofessional;
  if (stated === undefined || (stated.role === 'consultant' && stated.report === undefined)) {
    return stepStopped([], {
      code: 'interprofessional-facts-missing',
      message: 'the record does not say who reports the consultation, or whether the consultant also called',
      location: stated === undefined ? 'interprofessional' : 'interprofessional.report',
      remedy: 'Give the role; for a consultant also whether the report was by word and in writing, or in writing only.',
      source: codingSources.interprofessional,
    });
  }
  const bands = stated.role === 'treating_clinician' ? treating : stated.report === 'written_only' ? written : spoken;
  const unfit: Question = {
    code: 'interprofessional-minutes',
    message: `${bands[0]?.code} needs ${bands[0]?.minMinutes} minutes, and the record gives ${visit.totalMinutes ?? 'none'}`,
    location: 'totalMinutes',
    remedy: 'Give the minutes of review and discussion; fewer are not reported.',
    source: codingSources.interprofessional,
  };
  return chooseByMinutes({
    ruleId: 'interprofessional-consultation',
    source: codingSources.interprofessional,
    bands,
    minutes: visit.totalMinutes,
    facts: { role: stated.role, report: stated.report ?? null },
    unfit,
  });
}
