import type { VisitInput } from '../../../../domain/visit/visit.js';
import { aClaim, aLine, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

/** A line of a code after so many documented minutes, beside other codes. */
function billed(code: string, totalMinutes: number | undefined, units = 1, ...beside: string[]): EditExample['fails'] {
  const lines = [code, ...beside].map((procedureCode, index) =>
    aLine({ lineNumber: index + 1, procedureCode, units: index === 0 ? units : 1 }),
  );
  const minutes: Partial<VisitInput> = { totalMinutes };
  return { claim: aClaim({ lines }), visit: aVisit(minutes) };
}

export const serviceMinuteExamples: EditExamples = {
  'digital-visit-minutes': [
    { fails: billed('99421', 11), passes: billed('99421', 10) },
    { fails: billed('99423', 20), passes: billed('99423', 21) },
    { fails: billed('98971', undefined), passes: billed('98971', 15) },
  ],
  'interprofessional-minutes': [
    { fails: billed('99447', 10), passes: billed('99447', 11) },
    { fails: billed('99452', 15), passes: billed('99452', 16) },
  ],
  'family-session-minutes': [{ fails: billed('90847', 25), passes: billed('90847', 26) }],
  'crisis-minutes': [
    { fails: billed('90839', 29), passes: billed('90839', 30) },
    { fails: billed('90839', undefined), passes: billed('90839', 60) },
  ],
  'crisis-units': [
    { fails: billed('90840', 74, 1, '90839'), passes: billed('90840', 75, 1, '90839') },
    { fails: billed('90840', 104, 2, '90839'), passes: billed('90840', 105, 2, '90839') },
  ],
  'psychotherapy-add-on-minutes': [
    { fails: billed('90836', 37, 1, '99213'), passes: billed('90836', 38, 1, '99213') },
    { fails: billed('90833', 15, 1, '99213'), passes: billed('90833', undefined, 1, '99213') },
  ],
  'prolonged-minutes': [
    { fails: billed('99417', 54, 1, '99215'), passes: billed('99417', 55, 1, '99215') },
    { fails: billed('99417', 69, 2, '99215'), passes: billed('99417', 70, 2, '99215') },
    { fails: billed('99417', 74, 1, '99205'), passes: billed('99417', 75, 1, '99205') },
    { fails: billed('G2212', 68, 1, '99215'), passes: billed('G2212', 69, 1, '99215') },
  ],
  'nutrition-minutes-missing': [
    { fails: billed('97802', undefined), passes: billed('97802', 15) },
    { fails: billed('97804', undefined), passes: billed('97804', 30) },
  ],
  'group-nutrition-units': [{ fails: billed('97804', 45, 2), passes: billed('97804', 46, 2) }],
  'health-behavior-minutes': [{ fails: billed('96158', 15), passes: billed('96158', 16) }],
  'extended-check-in-minutes': [
    { fails: billed('G2252', 10), passes: billed('G2252', 11) },
    { fails: billed('G2251', 11), passes: billed('G2251', 10) },
  ],
  'monitoring-management-minutes': [
    { fails: billed('99457', 19), passes: billed('99457', 20) },
    { fails: billed('98981', 39), passes: billed('98981', 40) },
    { fails: billed('99091', 29), passes: billed('99091', 30) },
  ],
  'short-management-minutes': [
    { fails: billed('99470', 20), passes: billed('99470', 19) },
    { fails: billed('98979', 9), passes: billed('98979', 10) },
  ],
};
