import type { Practice } from '../../domain/practice/practice.js';
import type { Clinician } from '../../domain/visit/visit.js';
import { demonstrationClinicians, demonstrationPractice } from './demonstration-practice.js';
import { type GeneratedVisit, type GenerateVisitsOptions, generateVisits } from './generate-visits.js';

/** A whole demonstration: the practice, who works there, and its visits of the last two weeks. */
export type Demonstration = {
  readonly practice: Practice;
  readonly clinicians: readonly Clinician[];
  readonly visits: readonly GeneratedVisit[];
};

const demonstrationVisitCount = 60;

/** The demonstration practice with its visits (60 unless asked otherwise); the same seed and day give the same. */
export function generatePractice(
  options: Omit<GenerateVisitsOptions, 'count'> & { readonly count?: number },
): Demonstration {
  return {
    practice: demonstrationPractice,
    clinicians: Object.values(demonstrationClinicians),
    visits: generateVisits({ ...options, count: options.count ?? demonstrationVisitCount }),
  };
}
