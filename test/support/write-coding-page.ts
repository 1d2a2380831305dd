import type { ProcedureFacts } from '../../domain/coding/procedure-facts.js';
import type { CodingOutcome } from '../../domain/coding/coding-outcome.js';
import type { Finding } from '../../domain/kernel/finding.js';
import type { TraceStep } from '../../domain/kernel/trace.js';

/** A date, a procedure code, or an amount. */
const dateCodeOrAmount = /\d{4}-\d\d-\d\d|\b[A-Z]?\d{4,5}\b/g;

/** The page of all that coding says in the outcomes, each question, warning and step in its words, and of the codes it knows. */
export function writeCodingPage(outcomes: readonly CodingOutcome[], procedures: readonly ProcedureFacts[]): string {
  const findings = outcomes.flatMap((outcome) => (outcome.kind === 'coded' ? outcome.warnings : outcome.questions));
  const steps = outcomes.flatMap((outcome) => outcome.trace);
  return [
    '# What coding says',
    '',
    'Written by `npm run docs:coding` from the coding cases that run as tests; a test fails when it is old. Read a change of',
    'this page as a coder would: the words and figures here are what people act on.',
    '',
    '## Questions and warnings',
    '',
    ...listed(findings, ({ code }) => code, findingLine),
    '## Steps of the explanation',
    '',
    ...listed(steps, ({ ruleId }) => ruleId, stepLine),
    '## Codes',
    '',
    'What the rules know of each code: no descriptors, which are the AMA’s. Dates of service are inclusive.',
    '',
    ...procedures.map(procedureLine),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** What was said under each heading, in alphabetical order; of lines that differ in dates, codes and amounts alone, the first. */
function listed<T>(all: readonly T[], headingOf: (each: T) => string, lineOf: (each: T) => string): readonly string[] {
  const linesByHeading = new Map<string, Map<string, string>>();
  for (const each of all) {
    const lines = linesByHeading.get(headingOf(each)) ?? new Map<string, string>();
    linesByHeading.set(headingOf(each), lines);
    const line = lineOf(each);
    const words = line.replaceAll(dateCodeOrAmount, '…');
    if (!lines.has(words)) lines.set(words, line);
  }
  const headings = [...linesByHeading.keys()].sort();
  return headings.flatMap((heading) => [
    `### ${heading}`,
    '',
    ...[...(linesByHeading.get(heading)?.values() ?? [])].sort(),
    '',
  ]);
}

/** Every fact of the code, under its name in the table. */
function procedureLine({ code, family, delivery, ...facts }: ProcedureFacts): string {
  const others = Object.entries(facts).map(([name, value]) => `${name} ${[value].flat().join(', ')}`);
  return [`- ${code}: ${family}, ${delivery}`, ...others].join('; ');
}

function findingLine({ severity, message, location, remedy, source }: Finding): string {
  return `- ${severity}: ${message} (\`${location}\`) → ${remedy}${source === undefined ? '' : ` [${source}]`}`;
}

function stepLine({ decision, facts, alternatives = [], nextLevel, effectCents, source }: TraceStep): string {
  const read = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return [
    `- ${decision}`,
    ...(read.length === 0 ? [] : [`read: ${read.join(', ')}`]),
    ...alternatives.map((alternative) => `not ${alternative}`),
    ...(nextLevel === undefined ? [] : [`next: ${nextLevel}`]),
    ...(effectCents === undefined ? [] : [`worth ${effectCents}`]),
    `[${source}]`,
  ].join('; ');
}
