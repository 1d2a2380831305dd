import { addMonths, type PlainDate } from '../kernel/plain-date.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, type Question, stepDone, stepStopped } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

type AssessmentKind = 'social_risk_assessment' | 'activity_and_nutrition_assessment';

/** What G0136 stands for, by date of service; inclusive. */
const meanings: readonly { kind: AssessmentKind; from: string; to?: string; source: string }[] = [
  { kind: 'social_risk_assessment', from: '2024-01-01', to: '2025-12-31', source: codingSources.socialRiskAssessment },
  { kind: 'activity_and_nutrition_assessment', from: '2026-01-01', source: codingSources.activityAssessment },
];

function meaningOn(date: PlainDate) {
  return meanings.find(({ from, to }) => date >= from && (to === undefined || date <= to));
}

function earlierWithinSixMonths({ dateOfService, patientHistory }: Visit): PlainDate | undefined {
  if (patientHistory === undefined) return undefined;
  const begin = addMonths(dateOfService, -6);
  return patientHistory.services.find(
    (service) =>
      service.procedureCode === 'G0136' && service.dateOfService > begin && service.dateOfService <= dateOfService,
  )?.dateOfService;
}

/** G0136 for the risks it stands for on the date of service, at most once in six months. */
export function codeRiskAssessment(visit: Visit, kind: AssessmentKind): CodingStep<readonly ProposedProcedure[]> {
  const meaning = meaningOn(visit.dateOfService);
  const source = meaning?.source ?? codingSources.socialRiskAssessment;
  const stop = (asked: Omit<Question, 'source'>) => stepStopped([], { ...asked, source });
  if (meaning?.kind !== kind) {
    const stands = meaning === undefined ? 'did not exist' : `stood for ${meaning.kind.replaceAll('_', ' ')}`;
    return stop({
      code: 'risk-assessment-not-on-date',
      message: `on ${visit.dateOfService} G0136 ${stands}, not for ${kind.replaceAll('_', ' ')}`,
      location: 'serviceKind',
      remedy: 'Correct the date or the kind of service; there is no other code for this assessment.',
    });
  }
  const earlier = earlierWithinSixMonths(visit);
  if (earlier !== undefined) {
    return stop({
      code: 'risk-assessment-within-six-months',
      message: `G0136 was given on ${earlier} and is paid once in six months`,
      location: 'patientHistory.services',
      remedy: 'Leave it off, or correct the history.',
    });
  }
  const step = {
    ruleId: 'risk-assessment',
    facts: { serviceKind: kind, dateOfService: visit.dateOfService, validFrom: meaning.from },
    decision: `G0136: ${kind.replaceAll('_', ' ')}`,
    source,
    alternatives: meanings
      .filter((other) => other !== meaning)
      .map(
        (other) =>
          `G0136 as ${other.kind.replaceAll('_', ' ')}: from ${other.from}${other.to ? ` to ${other.to}` : ''}`,
      ),
  };
  return stepDone([proposedProcedure('G0136')], [step]);
}
