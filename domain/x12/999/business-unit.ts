import type { TransactionSet } from '../interchange.js';
import { element, type Segment } from '../segment.js';

/** What a segment belongs to, by the name and value of a CTX: the claim (`CLM01`) or the trace of a question or payment (`TRN02`). */
export type BusinessUnit = { readonly name: 'CLM01' | 'TRN02'; readonly value: string };

type UnitRule = {
  readonly name: BusinessUnit['name'];
  /** The segment a unit begins with, and the element that names it. */
  readonly begins: string;
  readonly element: number;
  /** Segments after which nothing belongs to the unit any more; none when it is the whole transaction set. */
  readonly ends: readonly string[];
};

const traced: UnitRule = { name: 'TRN02', begins: 'TRN', element: 2, ends: ['HL', 'SE'] };

/** 999 guide, CTX of loop 2100: the names a business unit may have, by transaction set. */
const rules: ReadonlyMap<string, UnitRule> = new Map([
  ['837', { name: 'CLM01', begins: 'CLM', element: 1, ends: ['HL', 'SE'] }],
  ['835', { ...traced, ends: [] }],
  ['270', traced],
  ['271', traced],
  ['276', traced],
  ['277', traced],
]);

/** Names the business unit at a segment position (counted from 1 at ST); undefined where there is none. */
export function businessUnits(transactionSet: TransactionSet): (position: number) => BusinessUnit | undefined {
  const rule = rules.get(transactionSet.transactionId);
  if (rule === undefined) return () => undefined;
  if (rule.ends.length === 0) {
    const first = transactionSet.segments.find((segment) => segment.id === rule.begins);
    const unit = first && unitOf(rule, first);
    return () => unit;
  }
  const units: (BusinessUnit | undefined)[] = [];
  let current: BusinessUnit | undefined;
  for (const segment of transactionSet.segments) {
    if (rule.ends.includes(segment.id)) current = undefined;
    else if (segment.id === rule.begins) current = unitOf(rule, segment);
    units[segment.position] = current;
  }
  return (position) => units[position];
}

function unitOf(rule: UnitRule, segment: Segment): BusinessUnit | undefined {
  const value = element(segment, rule.element).trim();
  return value === '' ? undefined : { name: rule.name, value };
}
