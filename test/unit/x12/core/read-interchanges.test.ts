import { describe, expect, test } from 'vitest';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import {
  component,
  element,
  elementByteOffset,
  elements,
  repetitions,
  segmentText,
} from '../../../../domain/x12/segment.js';
import type { X12FindingCode } from '../../../../domain/x12/x12-finding.js';
import { interchangeText, onlyTransactionSet, withDelimiters } from '../../../builders/x12-texts.js';

const body = ['BHT*0019*00*B1*20260105*1200*CH', 'NM1*41*2*ACME*****46*X1', 'EQ*1^33^98', 'CLM*A*10***11:B:1*Y'];
const good = interchangeText(body);

function codes(text: string | Uint8Array): X12FindingCode[] {
  return readInterchanges(text).findings.map((finding) => finding.code);
}

describe('a well-formed file', () => {
  test('gives its envelope, its segments with positions, and no findings', () => {
    const { interchanges, findings } = readInterchanges(good);
    expect(findings).toEqual([]);
    expect(interchanges).toHaveLength(1);
    expect(interchanges[0]).toMatchObject({
      senderQualifier: 'ZZ',
      senderId: 'SENDER',
      receiverId: 'RECEIVER',
      controlNumber: '000000001',
      acknowledgementRequested: false,
      usage: 'T',
      byteOffset: 0,
      byteLength: good.length - 1,
    });
    const set = onlyTransactionSet(good);
    expect(set).toMatchObject({ transactionId: '837', controlNumber: '0001', guideId: '005010X222A1', ordinal: 1 });
    expect([...set.segments].map((segment) => segment.id)).toEqual(['ST', 'BHT', 'NM1', 'EQ', 'CLM', 'SE']);
    expect([...set.segments].map((segment) => segment.position)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const segment of set.segments) expect(good.startsWith(segment.id, segment.byteOffset)).toBe(true);
  });

  test('gives elements, components and repetitions by their numbers, and empty texts for absent ones', () => {
    const [, , name, inquiry, claim] = onlyTransactionSet(good).segments;
    if (name === undefined || inquiry === undefined || claim === undefined) throw new Error('segments are missing');
    expect([element(name, 0), element(name, 1), element(name, 4), element(name, 9), element(name, 10)]).toEqual([
      '',
      '41',
      '',
      'X1',
      '',
    ]);
    expect(elements(name)).toEqual(['41', '2', 'ACME', '', '', '', '', '46', 'X1']);
    expect(repetitions(inquiry, 1)).toEqual(['1', '33', '98']);
    expect(repetitions(inquiry, 2)).toEqual([]);
    expect([1, 2, 3, 4].map((number) => component(claim, 5, number))).toEqual(['11', 'B', '1', '']);
    expect(good.slice(elementByteOffset(claim, 5)).startsWith('11:B:1')).toBe(true);
    expect(segmentText(claim)).toBe('CLM*A*10***11:B:1*Y');
  });

  test.each([
    ['as bytes', new TextEncoder().encode(good)],
    ['with CR and LF after each terminator', good.replaceAll('\n', '\r\n')],
    ['without line ends', good.replaceAll('\n', '')],
    ['with a byte order mark and blanks around', `\ufeff  ${good}\r\n\r\n`],
    [
      'with other delimiters',
      withDelimiters(good, { element: '|', repetition: '!', component: '>', segment: '\u001d' }),
    ],
    ['with a line feed as terminator', good.replace(/~\n?/g, '\n')],
    ['with CR and LF as terminator', good.replace(/~\n?/g, '\r\n')],
    ['with a line feed as terminator and none at the end', good.replace(/~\n?/g, '\n').trimEnd()],
  ])('is the same %s', (_, text) => {
    const { interchanges, findings } = readInterchanges(text);
    expect(findings).toEqual([]);
    const segments = [...(interchanges[0]?.groups[0]?.transactionSets[0]?.segments ?? [])];
    const plain = [...onlyTransactionSet(good).segments];
    expect(segments.map((segment) => segment.id)).toEqual(plain.map((segment) => segment.id));
    expect(segments.map((segment) => component(segment, 5, 2))).toEqual(
      plain.map((segment) => component(segment, 5, 2)),
    );
    expect(segments.map((segment) => element(segment, 3))).toEqual(plain.map((segment) => element(segment, 3)));
  });
});

describe('several interchanges, groups and sets', () => {
  test('are all read, each with its own delimiters', () => {
    const other = withDelimiters(interchangeText(body, { controlNumber: '000000002' }), {
      element: '|',
      repetition: undefined,
      component: '>',
      segment: '!',
    });
    const { interchanges, findings } = readInterchanges(`${good}${other}`);
    expect(interchanges.map((one) => one.controlNumber)).toEqual(['000000001', '000000002']);
    expect(interchanges.map((one) => one.delimiters.element)).toEqual(['*', '|']);
    expect(findings.map((finding) => finding.code)).toEqual(['invalid-envelope-element']);
  });

  test('keep their order and ordinals', () => {
    const sets = 'ST*837*0001~SE*2*0001~ST*837*0002~SE*2*0002~';
    const head = good.slice(0, good.indexOf('ST*'));
    const text = `${head}${sets}GE*2*1~GS*HC*S*R*20260105*1200*2*X*005010X222A1~ST*837*0001~SE*2*0001~GE*1*2~IEA*2*000000001~`;
    const { interchanges, findings } = readInterchanges(text);
    expect(findings).toEqual([]);
    const ordinals = interchanges[0]?.groups.map((group) => group.transactionSets.map((set) => set.ordinal));
    expect(ordinals).toEqual([[1, 2], [1]]);
    expect(interchanges[0]?.groups[1]?.transactionSets[0]).toMatchObject({ groupOrdinal: 2, guideId: '005010X222A1' });
  });

  test('with equal control numbers are reported', () => {
    expect(codes(`${good}\n${good}`)).toEqual(['repeated-control-number']);
    const twice = good.replace('GE*1*1', 'ST*837*0001~SE*2*0001~GE*2*1');
    expect(readInterchanges(twice).findings).toMatchObject([
      { code: 'repeated-control-number', segmentId: 'ST', element: 2, transaction: 2, transactionErrorCode: '23' },
    ]);
  });

  test('keep TA1 segments that stand before the groups', () => {
    const text = good.replace('GS*', 'TA1*000000907*131031*1147*A*000~GS*');
    const { interchanges, findings } = readInterchanges(text);
    expect(findings).toEqual([]);
    expect(interchanges[0]?.acknowledgements.map((segment) => element(segment, 1))).toEqual(['000000907']);
  });
});

describe('wrong counts and control numbers', () => {
  test.each([
    [
      'SE01',
      good.replace('SE*6*', 'SE*9*'),
      'wrong-segment-count',
      { transactionErrorCode: '4', value: '9', element: 1 },
    ],
    ['SE02', good.replace('SE*6*0001', 'SE*6*0002'), 'wrong-transaction-control-number', { transactionErrorCode: '3' }],
    ['GE01', good.replace('GE*1*', 'GE*2*'), 'wrong-transaction-count', { groupErrorCode: '5' }],
    ['GE02', good.replace('GE*1*1', 'GE*1*2'), 'wrong-group-control-number', { groupErrorCode: '4' }],
    ['IEA01', good.replace('IEA*1*', 'IEA*x*'), 'wrong-group-count', { interchangeNoteCode: '021' }],
    [
      'IEA02',
      good.replace('IEA*1*000000001', 'IEA*1*1'),
      'wrong-interchange-control-number',
      { interchangeNoteCode: '001' },
    ],
  ] as const)('%s is reported where it stands', (_, text, code, rest) => {
    const { interchanges, findings } = readInterchanges(text);
    expect(interchanges[0]?.groups[0]?.transactionSets[0]?.segments).toHaveLength(6);
    expect(findings).toMatchObject([{ code, severity: 'error', interchange: 1, ...rest }]);
    const [finding] = findings;
    expect(text.startsWith(finding?.segmentId ?? '?', finding?.byteOffset)).toBe(true);
  });
});

describe('missing and misplaced envelope segments', () => {
  test.each([
    ['IEA', good.replace(/IEA.*/, ''), ['missing-interchange-trailer']],
    ['GE', good.replace(/GE\*.*/, ''), ['missing-group-trailer']],
    ['SE', good.replace(/SE\*.*/, ''), ['missing-transaction-trailer']],
    ['ST', good.replace(/ST\*.*/, ''), ['missing-transaction-header', 'wrong-segment-count']],
    ['GS', good.replace(/GS\*.*/, ''), ['missing-group-header']],
    [
      'everything after the claim',
      good.slice(0, good.indexOf('SE*')),
      ['missing-transaction-trailer', 'missing-group-trailer', 'missing-interchange-trailer'],
    ],
  ] as const)('%s: the rest is read all the same', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(onlyTransactionSet(text).segments.find((segment) => segment.id === 'CLM')).toBeDefined();
  });

  test('a file that begins with GS or ST is read with guessed delimiters', () => {
    expect(codes(good.slice(good.indexOf('GS*')))).toEqual(['missing-interchange-header']);
    const fromSet = good.slice(good.indexOf('ST*'), good.indexOf('GE*'));
    expect(onlyTransactionSet(fromSet).segments).toHaveLength(6);
  });

  test('an SE or GE where nothing is open is reported', () => {
    expect(codes(good.replace('GE*1*1', 'SE*1*0001~\nGE*1*1~\nGE*1*1'))).toEqual([
      'misplaced-segment',
      'misplaced-segment',
    ]);
  });

  test('bytes around interchanges are skipped and reported', () => {
    const text = `garbage ${good} more garbage`;
    const { interchanges, findings } = readInterchanges(text);
    expect(interchanges).toHaveLength(1);
    expect(findings).toMatchObject([
      { code: 'unreadable-bytes', byteOffset: 0 },
      { code: 'unreadable-bytes', byteOffset: text.indexOf('more') },
    ]);
  });

  test.each(['', '   ', 'hello', '\u0000\u0001', 'ISA'])('%j holds no interchange', (text) => {
    const { interchanges, findings } = readInterchanges(text);
    expect(interchanges).toEqual([]);
    expect(findings.at(-1)?.code).toBe('no-interchange');
  });
});

describe('oddities of real files', () => {
  test('composites are read by the separator used when the ISA declares another', () => {
    const text = good.replace('11:B:1', '11>B>1');
    const { interchanges, findings } = readInterchanges(text);
    expect(findings).toMatchObject([
      { code: 'component-separator-differs', severity: 'warning', segmentId: 'CLM', element: 5 },
    ]);
    expect(interchanges[0]?.delimiters.component).toBe('>');
    const claim = onlyTransactionSet(text).segments.find((segment) => segment.id === 'CLM');
    expect(claim && component(claim, 5, 3)).toBe('1');
  });

  test('a segment id in lower case counts as upper case', () => {
    expect(codes(good.replace('CLM*', 'clm*'))).toEqual(['lower-case-segment-id']);
    expect(onlyTransactionSet(good.replace('CLM*', 'clm*')).segments.at(4)?.id).toBe('CLM');
  });

  test('empty segments are reported one time a run and not counted', () => {
    const text = good.replace('EQ*', '~~~EQ*');
    expect(codes(text)).toEqual(['empty-segment']);
    expect(onlyTransactionSet(text).segments).toHaveLength(6);
  });

  test('a segment without an id is kept at its position', () => {
    const text = good.replace('EQ*1', '*1');
    expect(codes(text)).toEqual(['malformed-segment']);
    expect(onlyTransactionSet(text).segments.at(3)).toMatchObject({ id: '?', position: 4 });
  });

  test('a last segment without terminator is read and reported', () => {
    expect(codes(good.slice(0, -1))).toEqual(['malformed-segment']);
  });

  test('names outside of ASCII are read as UTF-8, or as Latin-1 where they are not', () => {
    const text = good.replace('ACME', 'MÜLLER');
    const name = onlyTransactionSet(text).segments.at(2);
    expect(name && element(name, 3)).toBe('MÜLLER');
    expect(name && element(name, 9)).toBe('X1');
    const latin = onlyTransactionSet(Buffer.from(text, 'latin1')).segments.at(2);
    expect(latin && element(latin, 3)).toBe('MÜLLER');
    const after = onlyTransactionSet(text).segments.at(3);
    expect(after?.byteOffset).toBe(Buffer.from(text).indexOf('EQ*'));
  });

  test('a header with a broken date or number is reported by element', () => {
    const text = good.replace('*260105*1200*^', '*269905*2500*^');
    expect(readInterchanges(text).findings).toMatchObject([
      { code: 'invalid-envelope-element', element: 9, value: '269905' },
      { code: 'invalid-envelope-element', element: 10, value: '2500' },
    ]);
  });
});

test('inputs made to be slow end', () => {
  const size = 60_000;
  for (const piece of ['ISA*', 'ISA*A~', '~', '*', ':', 'ST*837*1~', 'GS*HC~', 'IEA~', 'HL*1**20*1~', `${good}\n`]) {
    const text = `${good.slice(0, good.indexOf('ST*'))}${piece.repeat(Math.ceil(size / piece.length))}`;
    const { interchanges, findings } = readInterchanges(text);
    expect(interchanges.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThanOrEqual(text.length);
    expect(readInterchanges(piece.repeat(Math.ceil(size / piece.length))).findings.length).toBeGreaterThan(0);
  }
}, 60_000);
