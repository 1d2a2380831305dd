import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { streamInterchanges } from '../../domain/x12/stream-interchanges.js';
import { brokenFiles, cuttings, equalChunks } from '../builders/byte-chunks.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { interchangeText, withDelimiters } from '../builders/x12-texts.js';
import { plainReading, plainStream } from '../support/plain-events.js';
import { describeSamples, readSample, samplesFolder } from '../support/shared-samples.js';

const runs = Number(process.env['X12_FUZZ_RUNS'] ?? '400');

const body = ['BHT*0019*00*B1*20260105*1200*CH', 'NM1*41*2*MÜLLER*****46*X1', 'EQ*1^33^98', 'CLM*A*10***11:B:1*Y'];
const good = interchangeText(body);
const next = interchangeText(body, { controlNumber: '000000002' });
const otherDelimiters = { element: '|', repetition: '!', component: '>', segment: '\u001d' };

/** Files with all that can be odd about an envelope. */
const oddFiles: readonly string[] = [
  '',
  '   ',
  'hello',
  'ISA',
  good,
  good.replaceAll('\n', '\r\n'),
  good.replace(/~\n?/g, '\r\n'),
  good.replace(/~\n?/g, '\n').trimEnd(),
  good.slice(0, -1),
  `\ufeff  ${good}\r\n\r\n`,
  `  \ufeff${good} \ufeff\n${next}`,
  `${good}${withDelimiters(next, otherDelimiters)}`,
  `${good.replace(/IEA.*/, '')}${withDelimiters(next, otherDelimiters)}${next}`,
  `${good.replace(/SE\*[^]*/, '')}~~\n~${next}`,
  `${good}\n${good}`,
  `garbage ISA* ${good} more garbage IS`,
  `${' '.repeat(900)}${good}${'junk '.repeat(300)}${next}`,
  good.slice(good.indexOf('GS*')),
  `${good.slice(good.indexOf('ST*'), good.indexOf('GE*'))}${next}`,
  good.replace('11:B:1', '11>B>1').replace('SE*', 'SE*6*0001~ST*837*0002~CLM*B*1***11>B>1~SE*3*0002~SE*'),
  good.replace('SE*', 'SE*6*0001~ST*837*0002~SE*2*0002~SE*').replace('EQ*', '~~~EQ*').replace('CLM*', 'clm*'),
  good.replace('GS*', 'TA1*000000907*131031*1147*A*000~TA1*000000908*131031*1147*A*000~GS*'),
  good.replace('GE*1*1', 'ST*837*0001~SE*2*0001~GE*2*1~GS*HC*S*R*20260105*1200*1*X*005010X222A1~GE*0*1'),
  good.replaceAll(/ +/g, ''),
  good.replaceAll('~', ' '),
  good.replace('EQ*1', '*1').replace('CLM*', `${'X'.repeat(3_000)}*`),
];

describe('a stream, however its bytes are cut,', () => {
  test.each(oddFiles)('gives what the whole file gives: %j', async (text) => {
    const bytes = Buffer.from(text);
    const whole = plainReading(readInterchanges(bytes));
    for (const size of [1, 2, 3, 7, 41, 106, 399, 400, 401, 1_000, 100_000]) {
      expect(await plainStream(streamInterchanges(equalChunks(size)(bytes)))).toEqual(whole);
    }
  });

  test('gives what the whole file gives, of broken files too', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFiles(oddFiles), cuttings, async (bytes, cut) => {
        const whole = plainReading(readInterchanges(bytes));
        expect(await plainStream(streamInterchanges(cut(bytes)))).toEqual(whole);
      }),
      { numRuns: runs },
    );
  });

  test('gives what the whole file gives, of written claims and from an asynchronous source', async () => {
    await fc.assert(
      fc.asyncProperty(professionalClaimBatches(3, 3), cuttings, async (batch, cut) => {
        const bytes = Buffer.from(writeProfessionalClaimBatch(batch, testEnvelope));
        const whole = plainReading(readInterchanges(bytes));
        expect(await plainStream(streamInterchanges(eventually(cut(bytes))))).toEqual(whole);
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });

  test('gives what the whole file gives when that is larger than many windows', async () => {
    const sets = Array.from({ length: 3_000 }, (_, index) => {
      const number = String(index + 1).padStart(4, '0');
      return `ST*837*${number}~${body.join('~\n')}~SE*${index % 100 === 0 ? 5 : 6}*${number}~`;
    });
    const bytes = Buffer.from(good.replace(/ST\*[^]*SE[^~]*~/, sets.join('\r\n')));
    expect(bytes.length).toBeGreaterThan(5 * 65_536);
    const whole = JSON.stringify(plainReading(readInterchanges(bytes)));
    for (const size of [30_011, bytes.length]) {
      const streamed = JSON.stringify(await plainStream(streamInterchanges(equalChunks(size)(bytes))));
      expect(streamed === whole).toBe(true);
    }
  });
});

describeSamples('the samples', () => {
  const samples = readdirSync(join(samplesFolder, 'x12')).map((name) => ({ name, bytes: readSample('x12', name) }));

  test.each(samples)('$name as a stream is what it is as a whole', async ({ bytes }) => {
    const whole = plainReading(readInterchanges(bytes));
    for (const size of [1, 17, 106, 500]) {
      expect(await plainStream(streamInterchanges(equalChunks(size)(bytes)))).toEqual(whole);
    }
  });

  test('broken anywhere and cut anywhere are what they are as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFiles(samples.map(({ bytes }) => bytes)), cuttings, async (bytes, cut) => {
        const whole = plainReading(readInterchanges(bytes));
        expect(await plainStream(streamInterchanges(cut(bytes)))).toEqual(whole);
      }),
      { numRuns: runs },
    );
  });
});

async function* eventually(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}
