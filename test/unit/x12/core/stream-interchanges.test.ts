import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { ByteWindow } from '../../../../domain/x12/byte-window.js';
import { InterchangeReader } from '../../../../domain/x12/interchange-reader.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { streamInterchanges } from '../../../../domain/x12/stream-interchanges.js';
import { TransactionSetCollector } from '../../../../domain/x12/transaction-set-collector.js';
import type { X12Event } from '../../../../domain/x12/x12-event.js';
import { equalChunks } from '../../../builders/byte-chunks.js';
import { interchangeText } from '../../../builders/x12-texts.js';
import { plainReading, plainStream } from '../../../support/plain-events.js';

const good = interchangeText(['BHT*0019*00*B1*20260105*1200*CH', 'NM1*41*2*ACME*****46*X1']);

test('events come in file order, each as soon as its bytes are there', async () => {
  const seen: string[] = [];
  function* slowly(): Generator<Uint8Array> {
    for (const part of [good.slice(0, good.indexOf('SE*')), good.slice(good.indexOf('SE*'))]) {
      seen.push('bytes');
      yield Buffer.from(part.padEnd(500, '\n'));
    }
  }
  for await (const event of streamInterchanges(slowly())) seen.push(event.kind);
  expect(seen).toEqual([
    'bytes',
    'interchange-begun',
    'group-begun',
    'bytes',
    'transaction-set',
    'group-ended',
    'interchange-ended',
  ]);
});

test('a stream that ends anywhere gives findings, and never throws', async () => {
  for (let length = 0; length < good.length - 1; length += 1) {
    const { findings } = await plainStream(streamInterchanges(equalChunks(50)(Buffer.from(good.slice(0, length)))));
    expect(findings.length).toBeGreaterThan(0);
  }
});

test('a source that fails fails the stream with its own error', async () => {
  const broken = new Error('the line is dead');
  async function* dying(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(good));
    throw broken;
  }
  await expect(plainStream(streamInterchanges(dying()))).rejects.toBe(broken);
});

describe('a segment longer than a megabyte', () => {
  const longest = 1_048_576;

  test.each([
    ['in the middle', (letters: string) => good.replace('NM1*', `NTE*${letters}~NM1*`)],
    ['at the end, its terminator lost', (letters: string) => `${good.slice(0, good.indexOf('SE*'))}NTE*${letters}`],
    ['with empty segments before it', (letters: string) => good.replace('NM1*', `~~NTE*${letters}~NM1*`)],
  ])('%s is left out and reported, the same in a stream and as a whole', async (_, write) => {
    for (const length of [longest - 4, longest - 3, 3 * longest]) {
      const bytes = Buffer.from(write('A'.repeat(length)));
      const whole = plainReading(readInterchanges(bytes));
      expect(await plainStream(streamInterchanges(equalChunks(100_000)(bytes)))).toEqual(whole);
      const isLeftOut = length > longest - 4;
      expect(whole.findings.some((finding) => finding.message.includes('megabyte'))).toBe(isLeftOut);
    }
  });

  test('is not held in memory', () => {
    const window = new ByteWindow();
    const reader = new InterchangeReader(new TransactionSetCollector(() => undefined));
    const chunk = new Uint8Array(65_536).fill(65);
    let longestWindow = 0;
    window.add(Buffer.from(`${good.slice(0, good.indexOf('SE*'))}NTE*`));
    for (let count = 0; count < 200; count += 1) {
      window.add(chunk);
      if (!window.isDue) continue;
      window.read((part) => {
        longestWindow = Math.max(longestWindow, part.text.length);
        return reader.read(part, false);
      });
    }
    expect(longestWindow).toBeLessThan(3 * longest);
  });
});

test('a transaction set that was given is let go of when the next ones come', async () => {
  const count = 4_000;
  const sources: WeakRef<object>[] = [];
  let aliveAtEnd = Number.NaN;
  for await (const event of streamInterchanges(manySets(count))) {
    if (event.kind === 'transaction-set') remember(event, sources);
    if (event.kind !== 'group-ended') continue;
    await collectGarbage();
    aliveAtEnd = sources.filter((source) => source.deref() !== undefined).length;
  }
  expect(sources).toHaveLength(count);
  // Those of the last window.
  expect(aliveAtEnd).toBeLessThan(count / 10);
});

function remember(event: X12Event, sources: WeakRef<object>[]): void {
  if (event.kind !== 'transaction-set') return;
  const [first] = event.transactionSet.segments;
  if (first !== undefined) sources.push(new WeakRef(first.source));
}

/** Control numbers are longer than any may be, as these are what the reader must remember. */
function* manySets(count: number): Generator<Uint8Array> {
  yield Buffer.from(good.slice(0, good.indexOf('ST*')));
  for (let index = 1; index <= count; index += 1) {
    yield Buffer.from(`ST*837*${String(index).padStart(30, '0')}~NTE*ADD*${'A'.repeat(900)}~SE*3*0001~\n`);
  }
  yield Buffer.from(`GE*${count}*1~IEA*1*000000001~`);
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // A weak reference that was looked at lives to the end of its turn.
  await new Promise((resolve) => setImmediate(resolve));
  if (typeof collect === 'function') collect();
}
