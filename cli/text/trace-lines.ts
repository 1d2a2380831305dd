import { cents, formatDollars } from '../../domain/kernel/cents.js';
import type { TraceStep } from '../../domain/kernel/trace.js';

/** Steps of an explanation as branches of a tree: the facts, the rule with its decision, the source, and what it was worth. */
export function traceLines(trace: readonly TraceStep[]): string[] {
  return trace.flatMap((step) => branch(step.ruleId, stepRows(step)));
}

/** A branch with its leaves, each a name and a text. */
export function branch(title: string, rows: readonly (readonly [string, string])[]): string[] {
  return [
    `├─ ${title}`,
    ...rows.map(([name, text], index) => `│  ${index === rows.length - 1 ? '└' : '├'} ${name.padEnd(10)} ${text}`),
  ];
}

function stepRows({
  facts,
  decision,
  source,
  effectCents,
  alternatives,
  nextLevel,
}: TraceStep): (readonly [string, string])[] {
  const read = Object.entries(facts).map(([name, value]) => `${name} ${value === null ? 'not given' : String(value)}`);
  return [
    ...(read.length === 0 ? [] : [['facts', read.join(', ')] as const]),
    ['decision', decision],
    ...(alternatives === undefined || alternatives.length === 0
      ? []
      : [['instead of', alternatives.join('; ')] as const]),
    ...(nextLevel === undefined ? [] : [['next level', nextLevel] as const]),
    ['source', source],
    ...(effectCents === undefined ? [] : [['worth', formatDollars(cents(effectCents))] as const]),
  ];
}
