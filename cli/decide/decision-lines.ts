import type { VisitDecision } from '../../domain/decision/visit-decision.js';
import type { Finding } from '../../domain/kernel/finding.js';
import { findingLines } from '../intake/import-lines.js';
import { plural } from '../text/plural.js';
import { traceLines } from '../text/trace-lines.js';

/** A decision for people: the verdict, how to bill, what is wrong or missing, and why. */
export function decisionLines(place: string, decision: VisitDecision): string[] {
  const { id, payer, codes, placeOfService, diagnoses, findings, missingFacts, notChecked, trace } = decision;
  const name = id === undefined ? place : `${place} (${id})`;
  const unchecked = notChecked.reduce((count, { checks }) => count + checks.length, 0);
  const rows: readonly (readonly [string, string])[] = [
    ...(payer === null ? [] : [['payer', `${payer.name} (${payer.code})`] as const]),
    ...(codes.length === 0 ? [] : [['bill', codes.map(codeText).join(', ')] as const]),
    ...(placeOfService === null ? [] : [['place of service', placeOfService] as const]),
    ...(diagnoses.length === 0 ? [] : [['diagnoses', diagnoses.join(', ')] as const]),
  ];
  return [
    `${name}: ${decision.decision.replaceAll('_', ' ')}`,
    ...rows.map(([label, text]) => `  ${label.padEnd(17)}${text}`),
    ...findings.flatMap((finding) => [...findingLines(finding), ...sourceLine(finding)]),
    ...missingFacts.flatMap(({ path, neededFor, why, allowedValues, source }) => [
      `  ${neededFor === 'answer' ? 'missing' : 'must be on record'}: ${path}: ${why}`,
      `      one of: ${allowedValues.join(', ')}`,
      `      by ${source}`,
    ]),
    ...(unchecked === 0 ? [] : [`  not checked: ${plural(unchecked, 'edit')} of claims`]),
    ...notChecked.map(({ checks, why }) => `      ${why}: ${checks.join(', ')}`),
    ...(trace.length === 0 ? [] : ['  why']),
    ...traceLines(trace).map((line) => `  ${line}`),
    `  rules ${decision.ruleSetVersion}`,
  ];
}

/** An item that could not be read: each of its errors. */
export function refusalLines(place: string, errors: readonly Finding[]): string[] {
  return [`${place}: not answered`, ...errors.flatMap(findingLines)];
}

function codeText({ code, modifiers, units }: VisitDecision['codes'][number]): string {
  const text = [code, ...modifiers].join('-');
  return units === 1 ? text : `${text} × ${units}`;
}

function sourceLine({ source }: Finding): string[] {
  return source === undefined ? [] : [`         by ${source}`];
}
