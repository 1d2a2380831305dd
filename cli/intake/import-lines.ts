import type { Finding } from '../../domain/kernel/finding.js';
import { plural } from '../text/plural.js';
import type { EncounterResult } from './encounter-result.js';

/** What became of one encounter, as lines: the claim with its numbers, or each finding with its place and remedy. */
export function encounterLines(result: EncounterResult, controlNumberOf: (claimId: string) => string): string[] {
  if (result.kind === 'finding') {
    return [`finding  ${result.encounterRef}`, ...result.findings.flatMap(findingLines)];
  }
  const { claimId, warnings, isNew } = result;
  const doubts = warnings.length === 0 ? '' : `  ${plural(warnings.length, 'warning')}`;
  const known = isNew ? '' : '  (there already)';
  return [`claim    ${claimId}  ${controlNumberOf(claimId)}  ${result.encounterRef}${known}${doubts}`];
}

/** A finding: what and where on one line, what to do on the next. */
export function findingLines(finding: Finding): string[] {
  const { severity, message, location, remedy } = finding;
  return [
    `         ${severity}: ${message}${location === undefined ? '' : ` (${location})`}`,
    ...(remedy === undefined ? [] : [`         → ${remedy}`]),
  ];
}

/** Resources that intake has no use for, by type: `ExplanationOfBenefit 48, Observation 3`. */
export function ignoredLine(counts: Readonly<Record<string, number>>): string | undefined {
  const types = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  if (types.length === 0) return undefined;
  return `not needed and left aside: ${types.map(([type, number]) => `${type} ${number}`).join(', ')}`;
}
