import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BillingProvider } from '../../domain/x12/837p/professional-claim-batch.js';
import type { ProfessionalClaim } from '../../domain/x12/837p/professional-claim.js';
import type { ClaimBatchHeading } from '../../domain/x12/837p/professional-claim-event.js';
import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import { streamProfessionalClaims } from '../../domain/x12/837p/stream-professional-claims.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { element } from '../../domain/x12/segment.js';
import { headingKindOf } from '../../domain/x12/transaction-kind.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import { brokenFiles, cuttings, equalChunks } from '../builders/byte-chunks.js';
import { dependentClaim, goodClaim, secondaryClaim } from '../builders/checked-claims.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { plainBatch } from '../builders/small-claim-file.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { interchangeText } from '../builders/x12-texts.js';
import { describeSamples, readSample, samplesFolder } from '../support/shared-samples.js';

const runs = Number(process.env['X12_FUZZ_RUNS'] ?? '400');

const plain = plainBatch(goodClaim(), dependentClaim(), secondaryClaim(), dependentClaim(), goodClaim());
const twoProviders = { ...plain, billingProviders: [...plain.billingProviders, ...plain.billingProviders] };
const files = [plain, twoProviders].map((batch) => writeProfessionalClaimBatch(batch, testEnvelope));

/** Runs of one subscriber level, of some, and of all there are. */
const runLengths = fc.constantFrom(1, 20, 60, 100_000);

/** Levels in their order with their numbers right, each with good and bad segments inside. */
const inner = fc.array(
  fc.constantFrom(
    'SBR*P*18*******CI',
    'SBR*X*18',
    'PAT*19',
    'PRV*BI*PXC*207Q00000X',
    'NM1*85*2*CLINIC*****XX*1234567893',
    'NM1*IL*1*DOE*JANE****MI*M1',
    'NM1*PR*2*PAYER*****PI*P1',
    'NM1*QC*1*DOE*TIM',
    'NM1*82*1*ROE*ANN****XX*1245319599',
    'N3*1 MAIN ST',
    'N4*ALBANY*NY*12207',
    'REF*EI*123456789',
    'DMG*D8*20150601*M',
    'DMG*D8*2015*M',
    'CLM*C1*150***11:B:1*Y*A*Y*Y',
    'CLM*C2*much***11:B:1*Y*A*Y*Y',
    'HI*ABK:F329',
    'LX*1',
    'SV1*HC:99213:95*150*UN*1***1',
    'DTP*472*D8*20260105',
    'DTP*472*D8*2026',
    'BHT*0019*00*B1*20260105*1200*CH',
    'ZZZ*1',
  ),
  { maxLength: 9 },
);
const levels = fc.array(fc.tuple(fc.constantFrom('20', '22', '22', '22', '23'), inner, fc.constantFrom('0', '1')), {
  maxLength: 12,
});
const leveled = fc.tuple(inner, levels).map(([heading, all]) => {
  let [provider, subscriber] = ['', ''];
  const segments = all.flatMap(([kind, parts, childCode], index) => {
    const number = String(index + 1);
    const parent = kind === '20' ? '' : kind === '22' ? provider : subscriber;
    if (kind === '20') [provider, subscriber] = [number, ''];
    if (kind === '22') subscriber = number;
    return [`HL*${number}*${parent}*${kind}*${childCode}`, ...parts];
  });
  return Buffer.from(interchangeText(['BHT*0019*00*B1*20260105*1200*CH', ...heading, ...segments]));
});

describe('an 837P as a stream', () => {
  test('is what it is as a whole, whatever its claims say and however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(professionalClaimBatches(4, 3), cuttings, runLengths, async (batch, cut, runLength) => {
        const bytes = Buffer.from(writeProfessionalClaimBatch(batch, testEnvelope), 'latin1');
        await expectSameAsWhole(bytes, cut(bytes), runLength);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('is what it is as a whole when its levels hold anything', async () => {
    await fc.assert(
      fc.asyncProperty(leveled, cuttings, runLengths, async (bytes, cut, runLength) => {
        await expectSameAsWhole(bytes, cut(bytes), runLength);
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test('is what it is as a whole when bytes are changed, lost and inserted', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFiles(files), cuttings, runLengths, async (bytes, cut, runLength) => {
        await expectSameAsWhole(bytes, cut(bytes), namesClosedLevel(bytes) ? 100_000 : runLength);
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test('tells claims before the whole of the set was read', async () => {
    const claims = Array.from({ length: 1_600 }, (_, index) => goodClaim({ patientControlNumber: `C${index}` }));
    const text = writeProfessionalClaimBatch(plainBatch(...claims), testEnvelope);
    let readBytes = 0;
    const chunks = function* () {
      for (const chunk of equalChunks(1_000)(Buffer.from(text))) {
        readBytes += chunk.length;
        yield chunk;
      }
    };
    for await (const event of streamProfessionalClaims(chunks())) {
      if (event.kind === 'professional-claim') break;
    }
    expect(text.length).toBeGreaterThan(250_000);
    expect(readBytes).toBeLessThan(140_000);
  });
});

describeSamples('the samples', () => {
  const samples = readdirSync(join(samplesFolder, 'x12'))
    .filter((name) => name.endsWith('.837'))
    .map((name) => ({ name, bytes: readSample('x12', name) }));

  test.each(samples)('$name as a stream is what it is as a whole', async ({ bytes }) => {
    for (const size of [1, 50, 5_000]) await expectSameAsWhole(bytes, equalChunks(size)(bytes), 1);
  });
});

/** A level that names one which is not open any more is the one thing a stream sees in another way. */
function namesClosedLevel(bytes: Uint8Array): boolean {
  return wholeSets(bytes).some(({ segments }) => {
    const open: string[] = [];
    return [...segments].some((level) => {
      if (level.id !== 'HL') return false;
      const [number, parent, kind] = [1, 2, 3].map((at) => element(level, at));
      const depth = kind === '20' ? 0 : kind === '22' ? 1 : 2;
      const isClosed = parent !== '' && parent !== open[depth - 1];
      open.length = depth;
      open[depth] = number ?? '';
      return isClosed;
    });
  });
}

function wholeSets(bytes: Uint8Array): TransactionSet[] {
  return readInterchanges(bytes)
    .interchanges.flatMap((one) => one.groups)
    .flatMap((group) => group.transactionSets)
    .filter((set) => headingKindOf(set) === '837P');
}

async function expectSameAsWhole(bytes: Uint8Array, chunks: readonly Uint8Array[], runSegments: number): Promise<void> {
  const whole = wholeSets(bytes).map((set) => {
    const { value, findings } = readProfessionalClaimBatch(set);
    return { byteOffset: set.byteOffset, byteLength: set.byteLength, value, findings };
  });
  expect(await streamedBatches(chunks, runSegments)).toEqual(whole);
}

/** The batches put together again from the events of a stream. */
async function streamedBatches(chunks: readonly Uint8Array[], runSegments: number) {
  const batches = [];
  let heading: ClaimBatchHeading | undefined;
  let providers: { readonly billingProvider: BillingProvider; readonly claims: ProfessionalClaim[] }[] = [];
  let findings: X12Finding[] = [];
  let claimCount = 0;
  for await (const event of streamProfessionalClaims(chunks, runSegments)) {
    if (event.kind === 'claim-batch-begun') {
      heading = event.heading;
      [providers, findings, claimCount] = [[], [], 0];
    } else if (event.kind === 'billing-provider') {
      expect(event.index).toBe(providers.length);
      providers.push({ billingProvider: event.billingProvider, claims: [] });
    } else if (event.kind === 'professional-claim') {
      expect(event.index).toBe(claimCount);
      claimCount += 1;
      providers.at(-1)?.claims.push(event.claim);
    } else if (event.kind === 'claim-findings') {
      findings.push(...event.findings);
    } else if (event.kind === 'claim-batch-ended') {
      expect(event.claimCount).toBe(claimCount);
      const { byteOffset } = event.transactionSet;
      const sorted = findings.toSorted((a, b) => a.byteOffset - b.byteOffset);
      batches.push({
        byteOffset,
        byteLength: event.byteLength,
        value: { ...heading, billingProviders: providers },
        findings: sorted,
      });
    }
  }
  return batches;
}
