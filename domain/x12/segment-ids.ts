import { compileGuide } from './compile-guide.js';
import { guides, transactionKinds } from './transaction-kind.js';

const envelopeIds = ['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE', 'TA1'];

let known: ReadonlySet<string> | undefined;

/** True for an id that some guide has; anything else may be a piece of a value that a stray terminator cut in two. */
export function isSegmentId(id: string): boolean {
  known ??= new Set([
    ...envelopeIds,
    ...transactionKinds.flatMap((kind) => [...compileGuide(guides[kind]).segmentIds]),
  ]);
  return known.has(id);
}
