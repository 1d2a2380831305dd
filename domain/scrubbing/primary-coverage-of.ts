import type { Visit, VisitCoverage } from '../visit/visit.js';

/** The coverage ranked first, or undefined when none is. */
export function primaryCoverageOf(visit: Visit): VisitCoverage | undefined {
  return visit.coverages.find((coverage) => coverage.rank === 'primary');
}
