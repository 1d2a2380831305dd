import { plainDate } from '../../kernel/plain-date.js';
import type { CodePair } from './code-pair-set.js';

const cpt2013 = plainDate('2013-01-01');
const cpt2025 = plainDate('2025-01-01');

function together(columnOne: string, columnTwo: string, effectiveFrom = cpt2013): CodePair {
  return { columnOne, columnTwo, effectiveFrom, modifierIndicator: 0 };
}

/**
 * Pairs of our procedure table that CPT keeps apart, for practices without the CMS tables; not the CMS tables themselves.
 * Pairs that have an edit of their own (visits, prolonged services, monitoring) are left to it.
 */
export const builtInCodePairs: readonly CodePair[] = [
  // CPT psychiatry guidelines: interactive complexity is not reported with psychotherapy for crisis.
  together('90839', '90785'),
  together('90840', '90785'),
  // NCCI Policy Manual ch. 11: one psychiatric diagnostic evaluation a day (indicator to verify against the CMS table).
  together('90792', '90791'),
  // CPT 2025 telemedicine guidelines: the brief check-in does not lead to, or follow from, a visit.
  ...['99202', '99203', '99204', '99205', '99212', '99213', '99214', '99215'].map((visit) =>
    together(visit, '98016', cpt2025),
  ),
  // CPT online digital evaluation: one code for the seven days.
  together('99422', '99421'),
  together('99423', '99421'),
  together('99423', '99422'),
  together('98971', '98970'),
  together('98972', '98970'),
  together('98972', '98971'),
];
