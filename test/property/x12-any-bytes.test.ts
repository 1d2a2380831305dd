import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { implementationAcknowledgementGuide } from '../../domain/x12/999/implementation-acknowledgement-guide.js';
import { acknowledgeInterchange } from '../../domain/x12/999/acknowledge-interchange.js';
import { readImplementationAcknowledgement } from '../../domain/x12/999/read-implementation-acknowledgement.js';
import { professionalClaimGuide } from '../../domain/x12/837p/professional-claim-guide.js';
import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import type { LoopInstance } from '../../domain/x12/loop-instance.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { readLoops } from '../../domain/x12/read-loops.js';
import { component, elements, repetitions, segmentText } from '../../domain/x12/segment.js';
import { acknowledgeEnvelope } from '../../domain/x12/ta1/acknowledge-envelope.js';
import { readInterchangeAcknowledgement } from '../../domain/x12/ta1/read-interchange-acknowledgement.js';
import { describeLocation, type X12Finding } from '../../domain/x12/x12-finding.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { describeSamples, readSample, samplesFolder } from '../support/shared-samples.js';

const runs = Number(process.env['X12_FUZZ_RUNS'] ?? '400');

/** Reads everything there is to read, and checks what must hold for any bytes. */
function readAll(bytes: Uint8Array): void {
  const { interchanges, findings } = readInterchanges(bytes);
  const all: X12Finding[] = [...findings];
  for (const interchange of interchanges) {
    const own = [...findings];
    interchange.acknowledgements.forEach(readInterchangeAcknowledgement);
    for (const set of interchange.groups.flatMap((group) => group.transactionSets)) {
      for (const segment of set.segments) {
        expect(elements(segment)).toHaveLength(segment.elementCount);
        expect(segment.byteOffset).toBeLessThan(bytes.length);
        component(segment, 1, 2);
        repetitions(segment, 1);
        segmentText(segment);
      }
      for (const guide of [professionalClaimGuide, implementationAcknowledgementGuide]) {
        const { root } = readLoops(guide, set);
        expect(segmentsIn(root)).toBe(set.segments.length);
      }
      const claims = readProfessionalClaimBatch(set);
      own.push(...claims.findings);
      all.push(...claims.findings, ...readImplementationAcknowledgement(set).findings);
      writeProfessionalClaimBatch(claims.value, testEnvelope);
    }
    acknowledgeInterchange(interchange, own);
    acknowledgeEnvelope(interchange, findings);
  }
  for (const finding of all) {
    expect(finding.byteOffset).toBeGreaterThanOrEqual(0);
    expect(finding.byteOffset).toBeLessThanOrEqual(bytes.length);
    describeLocation(finding);
  }
}

/** No segment is lost and none stands in two places. */
function segmentsIn(instance: LoopInstance): number {
  const own = instance.segments.length + instance.unrecognized.length;
  return instance.loops.reduce((sum, child) => sum + segmentsIn(child), own);
}

const header = Buffer.from(
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*T*:~GS*HC*S*R*20260105*1200*1*X*005010X222A1~ST*837*0001~',
);

test('any bytes are read without a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => readAll(bytes)),
    { numRuns: runs },
  );
}, 60_000);

test('any bytes after a header are read without a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => readAll(Buffer.concat([header, bytes]))),
    { numRuns: runs },
  );
}, 60_000);

test('any sequence of real segment ids and delimiters is read without a throw', () => {
  const ids = [
    'ISA*',
    'GS*HC',
    'ST*837*1',
    'SE*1',
    'GE',
    'IEA',
    'HL*1**20*1',
    'HL*2*1*22',
    'CLM*A*1',
    'NM1*85',
    'NM1*IL*1',
    'LX*1',
    'SV1*HC:1',
    'SBR*P',
    'HI*ABK:1',
    'REF*G1*',
    'DTP*472*D8*',
    'AK2*837*1',
    'IK3*CLM*1',
    'CTX*A:B^C',
    'TA1*',
  ];
  const piece = fc.constantFrom(...ids, '*', ':', '^', '~', '~', '~', '~', '\n', 'é', '0', '20260105');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) =>
      readAll(Buffer.concat([header, Buffer.from(pieces.join(''))])),
    ),
    { numRuns: runs },
  );
}, 60_000);

type Mutation = { readonly at: number; readonly length: number; readonly bytes: Uint8Array };

const mutation: fc.Arbitrary<Mutation> = fc.record({
  // Evenly spread, as `fc.double` is not.
  at: fc.nat(1_000_000).map((millionths) => millionths / 1_000_000),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 0, max: 200 })),
  bytes: fc.oneof(
    fc
      .constantFrom('~', '*', ':', '^', '\n', '~~', 'ISA*', 'ST*', 'SE*', '\u0000', 'ü')
      .map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 8 }),
  ),
});

function mutate(bytes: Uint8Array, { at, length, bytes: inserted }: Mutation): Uint8Array {
  const start = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + length)]);
}

describeSamples('real files', () => {
  const samples = readdirSync(join(samplesFolder, 'x12'))
    .sort()
    .map((name) => readSample('x12', name));

  test('with bytes changed, lost and inserted are read without a throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (bytes, mutations) => {
          readAll(mutations.reduce(mutate, bytes));
        },
      ),
      { numRuns: runs },
    );
  }, 60_000);
});
