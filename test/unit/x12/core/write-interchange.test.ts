import { describe, expect, test } from 'vitest';
import { standardDelimiters } from '../../../../domain/x12/delimiters.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import type { SegmentValues } from '../../../../domain/x12/segment-values.js';
import { type Envelope, writeInterchange } from '../../../../domain/x12/write-interchange.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';

function set(...segments: SegmentValues[]) {
  return { transactionId: '837', functionalId: 'HC', guideId: '005010X222A1', segments };
}

function write(envelope: Partial<Envelope>, ...segments: SegmentValues[]): string {
  return writeInterchange({ ...testEnvelope, ...envelope }, { transactionSets: [set(...segments)] });
}

function line(text: string, id: string): string | undefined {
  return text.split('\n').find((segment) => segment.startsWith(id));
}

test('the envelope is padded, counted and numbered', () => {
  const text = writeInterchange(
    {
      ...testEnvelope,
      interchangeControlNumber: 907,
      groupControlNumber: 12,
      transactionControlNumber: 3,
      acknowledgementRequested: true,
    },
    { transactionSets: [set(['BHT', '0019']), set(['BHT', '0019'], ['HL', '1'])] },
  );
  expect(text).toBe(
    [
      'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260105*1200*^*00501*000000907*1*T*:~',
      'GS*HC*PAYER*PRACTICE*20260105*1200*12*X*005010X222A1~',
      'ST*837*0003*005010X222A1~',
      'BHT*0019~',
      'SE*3*0003~',
      'ST*837*0004*005010X222A1~',
      'BHT*0019~',
      'HL*1~',
      'SE*4*0004~',
      'GE*2*12~',
      'IEA*1*000000907~',
      '',
    ].join('\n'),
  );
  expect(readInterchanges(text).findings).toEqual([]);
});

test('ISA has 106 characters whatever is in it', () => {
  const security = { qualifier: '01', information: 'SECRET' };
  const text = write({
    security,
    usage: 'production',
    lineBreaks: false,
    sender: { qualifier: '30', id: '123456789012345' },
  });
  expect(text.slice(105, 108)).toBe('~GS');
  expect(readInterchanges(text).interchanges[0]).toMatchObject({ usage: 'P', senderId: '123456789012345' });
});

test('a file may hold acknowledgements only', () => {
  const text = writeInterchange(testEnvelope, {
    acknowledgements: [['TA1', '1', '2', '3', 'A', '000']],
    transactionSets: [],
  });
  expect(line(text, 'TA1')).toBe('TA1*1*2*3*A*000~');
  expect(line(text, 'IEA')).toBe('IEA*0*000000001~');
});

test('an 835 has no ST03', () => {
  const remittance = { ...set(['BPR', 'I']), transactionId: '835', omitImplementationReference: true };
  expect(line(writeInterchange(testEnvelope, { transactionSets: [remittance] }), 'ST')).toBe('ST*835*0001~');
});

describe('elements', () => {
  test('empty ones at the end of a segment, composite or repetition are left out, those between are kept', () => {
    const text = write(
      {},
      ['X1', 'A', undefined, '', 'B', undefined, ''],
      ['X2', ['A', undefined, 'B', undefined], undefined],
    );
    expect(line(text, 'X1')).toBe('X1*A***B~');
    expect(line(text, 'X2')).toBe('X2*A::B~');
    expect(line(write({}, ['X3', undefined, [undefined, '']]), 'X3')).toBe('X3~');
    expect(line(write({}, ['X4', { repetitions: ['1', ['A', 'B', ''], '33'] }]), 'X4')).toBe('X4*1^A:B^33~');
  });

  test('delimiters inside values become blanks', () => {
    expect(line(write({}, ['X1', 'A*B:C~D^E', ' x ']), 'X1')).toBe('X1*A B C D E*x~');
    const other = { element: '|', repetition: '!', component: '>', segment: '\n' };
    expect(write({ delimiters: other }, ['X1', 'A*B:C~D', 'E|F>G!H\nI']).split('\n')[3]).toBe('X1|A*B:C~D|E F G H I');
  });

  test('letters with marks, ligatures and typographic signs are transliterated', () => {
    expect(
      line(write({}, ['X1', 'Müller-Łukasz Søren', 'Æther’s “O’Brien” – Straße', 'José\u00a0Nuñez', '李']), 'X1'),
    ).toBe('X1*Muller-Lukasz Soren*AEther\'s "O\'Brien" - Strasse*Jose Nunez*?~');
  });

  test('a value keeps its place whether or not something in it is to be cleaned, at any length', () => {
    const long = 'LONG TEXT '.repeat(1_000).trim();
    const text = write({}, ['X1', long, `${long} é`, [' A', `${long}`, ' '], { repetitions: [' ', `~${long}`] }]);
    expect(line(text, 'X1')).toBe(`X1*${long}*${long} e*A:${long}*^${long}~`);
  });

  test('the basic character set is upper case without the extended signs', () => {
    expect(line(write({ characterSet: 'basic' }, ['X1', 'a_b@c.de', "O'Neil & Sons (x)"]), 'X1')).toBe(
      "X1*A B C.DE*O'NEIL & SONS (X)~",
    );
  });
});

test.each([
  ['equal delimiters', { delimiters: { ...standardDelimiters, component: '*' } }],
  ['a delimiter of two characters', { delimiters: { ...standardDelimiters, segment: '~~' } }],
  ['a delimiter that is no character of Latin 1', { delimiters: { ...standardDelimiters, component: '‖' } }],
  ['a control number of ten digits', { interchangeControlNumber: 1_000_000_000 }],
  ['a control number of zero', { groupControlNumber: 0 }],
  ['a sender id of sixteen characters', { sender: { qualifier: 'ZZ', id: 'A'.repeat(16) } }],
])('an envelope with %s is a fault of the caller', (_, envelope) => {
  expect(() => write(envelope)).toThrow(RangeError);
});
