import type { Visit, VisitCoverage } from './visit.js';

const order = { primary: 0, secondary: 1, tertiary: 2 } as const;

/** The insurance billed first, or null when the patient has none. */
export function primaryCoverage(visit: Pick<Visit, 'coverages'>): VisitCoverage | null {
  return [...visit.coverages].sort((a, b) => order[a.rank] - order[b.rank])[0] ?? null;
}
