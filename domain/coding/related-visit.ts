import { addDays } from '../kernel/plain-date.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import type { Question } from './coding-step.js';
import { isVisitCode, procedureFacts } from './procedure-facts.js';

/**
 * The question whether an earlier service of the history swallows a communication-technology service: a visit of the
 * same clinician within seven days before, or another service of the same family. None when the history shows none.
 */
export function relatedVisitQuestion(visit: Visit, code: string): Question | undefined {
  if (visit.patientHistory === undefined) return undefined;
  const begin = addDays(visit.dateOfService, -7);
  const family = procedureFacts(code)?.family;
  const related = visit.patientHistory.services.find((service) => {
    const earlier = service.procedureCode;
    if (earlier === undefined || service.dateOfService < begin || service.dateOfService > visit.dateOfService)
      return false;
    if (procedureFacts(earlier)?.family === family) return true;
    return isVisitCode(earlier) && (service.clinicianNpi ?? visit.clinician.npi) === visit.clinician.npi;
  });
  return (
    related && {
      code: 'related-service-within-seven-days',
      message: `${related.procedureCode} of ${related.dateOfService} lies within seven days before ${code}`,
      location: 'patientHistory.services',
      remedy: `Leave ${code} off when both concern the same problem; else enter it as the procedure of the visit.`,
      source: codingSources.relatedVisit,
    }
  );
}
