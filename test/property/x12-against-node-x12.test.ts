import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { X12Parser, type X12Segment } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { element, elements, repetitions, type Segment } from '../../domain/x12/segment.js';
import { wellFormedFiles } from '../builders/x12-files.js';
import { describeSamples, readSample, samplesFolder } from '../support/shared-samples.js';
import { onlyTransactionSet } from '../support/x12-sample.js';

// Another reader of X12 segments, node-x12 1.7.1, must see the same segments and elements in the same order.
// Known differences, left out by name and shown below: it makes one interchange of several, it does not split
// repetitions, and it takes the zeros from the front of interchange control numbers.

/** A segment as its id and its elements. */
type Row = readonly string[];

/** Where interchange control numbers stand. */
const controlNumberAt = new Map([
  ['ISA', 13],
  ['IEA', 2],
]);

function withoutZeros(row: Row): Row {
  const at = controlNumberAt.get(row[0] ?? '');
  return row.map((text, index) => (index === at ? text.replace(/^0+/, '') : text));
}

function theirs(text: string): Row[] {
  const parsed = new X12Parser(false).parse(text);
  if (!('functionalGroups' in parsed)) throw new Error('node-x12 found several interchanges');
  return [
    theirRow(parsed.header),
    ...parsed.functionalGroups.flatMap((group) => [
      theirRow(group.header),
      ...group.transactions.flatMap(({ header, segments, trailer }) => [header, ...segments, trailer].map(theirRow)),
      theirRow(group.trailer),
    ]),
    theirRow(parsed.trailer),
  ];
}

function theirRow(segment: X12Segment): Row {
  return [segment.tag, ...segment.elements.map(({ value }) => value)];
}

function ours(text: string): Row[] {
  return readInterchanges(text).interchanges.flatMap(({ header, groups, trailer }) => [
    ...rowOf(header),
    ...groups.flatMap((group) => [
      ...rowOf(group.header),
      ...group.transactionSets.flatMap((set) => [...set.segments].flatMap(rowOf)),
      ...rowOf(group.trailer),
    ]),
    ...rowOf(trailer),
  ]);
}

function rowOf(segment: Segment | undefined): Row[] {
  return segment === undefined ? [] : [[segment.id, ...elements(segment)]];
}

test('files of every writer of ours have the same segments and elements in both readers', () => {
  fc.assert(
    fc.property(wellFormedFiles, (text) => {
      expect(ours(text).map(withoutZeros)).toEqual(theirs(text));
    }),
    { numRuns: 300 },
  );
}, 120_000);

describeSamples('samples', () => {
  /** Not one interchange: the first of the known differences. */
  const merged = '837p-multiple-isa.837';
  const names = readdirSync(join(samplesFolder, 'x12')).sort();

  test.each(names.filter((name) => name !== merged))('%s has the same segments and elements in both', (name) => {
    const text = readSample('x12', name).toString('latin1');
    expect(ours(text).map(withoutZeros)).toEqual(theirs(text));
  });

  describe('known differences', () => {
    test('two interchanges are one to node-x12 and two to us', () => {
      const text = readSample('x12', merged).toString('latin1');
      const isaCount = (rows: readonly Row[]): number => rows.filter(([id]) => id === 'ISA').length;
      expect([isaCount(ours(text)), isaCount(theirs(text))]).toEqual([2, 1]);
    });

    test('a repeated element is one text to node-x12 and a list to us', () => {
      const text = readSample('x12', '271-subscriber.271').toString('latin1');
      const repeated = '1^33^35^47^86^88^98^AL^MH^UC';
      expect(theirs(text).filter(([id, , , services]) => id === 'EB' && services === repeated)).toHaveLength(3);
      const benefits = [...onlyTransactionSet(text).segments].filter((segment) => element(segment, 3) === repeated);
      expect(benefits.map((benefit) => repetitions(benefit, 3))).toEqual(Array(3).fill(repeated.split('^')));
    });

    test('an interchange control number loses its zeros there and keeps them here', () => {
      const text = readSample('x12', '270-subscriber.270').toString('latin1');
      expect([theirs(text)[0]?.[13], ours(text)[0]?.[13]]).toEqual(['907', '000000907']);
    });
  });
});
