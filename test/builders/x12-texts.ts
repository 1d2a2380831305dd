import type { Delimiters } from '../../domain/x12/delimiters.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';

/** One interchange with one group and one transaction set, written by hand so that a test can break it anywhere. */
export function interchangeText(
  segments: readonly string[],
  { functionalId = 'HC', guideId = '005010X222A1', transactionId = '837', controlNumber = '000000001' } = {},
): string {
  return [
    `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*${controlNumber}*0*T*:`,
    `GS*${functionalId}*SENDER*RECEIVER*20260105*1200*1*X*${guideId}`,
    `ST*${transactionId}*0001*${guideId}`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*1',
    `IEA*1*${controlNumber}`,
  ]
    .map((segment) => `${segment}~`)
    .join('\n');
}

/** The same text between other delimiters. */
export function withDelimiters(text: string, delimiters: Delimiters): string {
  return text.replace(/[*:^~]/g, (character) => {
    if (character === '*') return delimiters.element;
    if (character === ':') return delimiters.component;
    return character === '^' ? (delimiters.repetition ?? 'U') : delimiters.segment;
  });
}

/** The only transaction set of a text; fails the test when there is none. */
export function onlyTransactionSet(text: string | Uint8Array): TransactionSet {
  const set = readInterchanges(text).interchanges[0]?.groups[0]?.transactionSets[0];
  if (set === undefined) throw new Error('the text has no transaction set');
  return set;
}
