import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { readSample } from './shared-samples.js';

/** The bytes of a shared sample file. */
export function sampleBytes(name: string): Uint8Array {
  return readSample('x12', name);
}

/** The only transaction set of a text or of bytes. */
export function onlyTransactionSet(input: Uint8Array | string): TransactionSet {
  const sets = readInterchanges(input).interchanges.flatMap((one) =>
    one.groups.flatMap((group) => group.transactionSets),
  );
  const [set] = sets;
  if (set === undefined || sets.length !== 1) throw new Error(`expected one transaction set, found ${sets.length}`);
  return set;
}

/** The only transaction set of a shared sample file. */
export function sampleTransactionSet(name: string): TransactionSet {
  return onlyTransactionSet(sampleBytes(name));
}

/** Wraps segments (one a line, without terminators) into an interchange around one transaction set. */
export function transactionSetOf(transactionId: string, guideId: string, segments: readonly string[]): TransactionSet {
  const reference = transactionId === '835' ? '' : `*${guideId}`;
  const lines = [
    'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260105*1200*^*00501*000000001*0*T*:',
    `GS*HP*PAYER*PRACTICE*20260105*1200*1*X*${guideId}`,
    `ST*${transactionId}*0001${reference}`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  return onlyTransactionSet(lines.map((line) => `${line}~`).join('\n'));
}
