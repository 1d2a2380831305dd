import { describe, expect, test } from 'vitest';
import { composite, el, type Guide, loop, many, seg } from '../../../../domain/x12/guide.js';
import {
  childLoop,
  childLoops,
  descendantLoops,
  findSegment,
  findSegments,
} from '../../../../domain/x12/loop-instance.js';
import { readLoops } from '../../../../domain/x12/read-loops.js';
import { element } from '../../../../domain/x12/segment.js';
import { describeLocation, hasErrors } from '../../../../domain/x12/x12-finding.js';
import { interchangeText, onlyTransactionSet } from '../../../builders/x12-texts.js';

const st = seg('ST', 'R', 1, [el('143', 'R', 'ID', 3, 3), el('329', 'R', 'AN', 4, 9), el('1705', 'S', 'AN', 1, 35)], {
  qualifier: 'none',
});
const se = seg('SE', 'R', 1, [el('96', 'R', 'N0', 1, 10), el('329', 'R', 'AN', 4, 9)]);
const hl = (code: string) =>
  seg('HL', 'R', 1, [
    el('628', 'R', 'AN', 1, 12),
    el('734', 'S', 'AN', 1, 12),
    el('735', 'R', 'ID', 1, 2, code),
    el('736', 'S', 'ID', 1, 1, '0 1'),
  ]);
const name = (code: string, usage: 'R' | 'S', maxRepeats = 1) =>
  loop(`N-${code}`, usage, maxRepeats, [
    seg('NM1', 'R', 1, [
      el('98', 'R', 'ID', 2, 3, code),
      el('1065', 'R', 'ID', 1, 1, '1 2'),
      el('1035', 'S', 'AN', 1, 10),
    ]),
    seg('N3', 'S', 1, [el('166', 'R', 'AN', 1, 55)]),
    seg('REF', 'S', 2, [el('128', 'R', 'ID', 2, 3, 'SY Y4'), el('127', 'R', 'AN', 1, 5)]),
  ]);
const claim = loop('CLAIM', 'S', 3, [
  seg('CLM', 'R', 1, [
    el('1028', 'R', 'AN', 1, 38),
    el('782', 'R', 'R', 1, 9),
    el('1032', 'N', 'ID', 1, 2),
    composite('C023', 'S', [
      el('1331', 'R', 'AN', 2, 2),
      el('1332', 'N', 'ID', 1, 2),
      el('1325', 'S', 'ID', 1, 1, '1 7 8'),
    ]),
    el('1362', 'S', 'ID', 2, 2, { codes: ['AA', 'EM'], repeats: 2 }),
  ]),
  seg('DTP', 'S', 1, [
    el('374', 'R', 'ID', 3, 3, '431'),
    el('1250', 'R', 'ID', 2, 3, 'D8 RD8'),
    el('1251', 'R', 'AN', 1, 35),
  ]),
  seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'F8'), el('127', 'R', 'AN', 1, 30)]),
  seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'G1'), el('127', 'R', 'AN', 1, 30)]),
  seg('PER', 'S', 1, [el('366', 'S', 'ID', 2, 2), el('365', 'S', 'ID', 2, 2), el('364', 'S', 'AN', 1, 9)], {
    conditions: ['P0203', 'C0102'],
  }),
  name('82', 'S'),
]);

/** Two levels: providers with patients, patients with claims. */
const guide: Guide = {
  ids: ['TEST'],
  transactionId: '837',
  functionalId: 'HC',
  root: loop('ROOT', 'R', 1, [
    st,
    seg('BHT', 'R', 1, [el('1005', 'R', 'ID', 4, 4, '0019'), el('373', 'S', 'DT', 8, 8), el('337', 'S', 'TM', 4, 8)]),
    loop('PROVIDER', 'R', many, [
      hl('20'),
      name('85', 'R'),
      loop('PATIENT', 'S', many, [hl('22'), name('IL', 'R'), claim]),
    ]),
    se,
  ]),
};

const provider = ['BHT*0019*20260105*1200', 'HL*1**20*1', 'NM1*85*2*A'];
const patient = ['HL*2*1*22*0', 'NM1*IL*1*B'];
const good = [...provider, ...patient, 'CLM*C1*10*:::', 'REF*F8*X', 'NM1*82*1*D', 'CLM*C2*5'];

function read(segments: readonly string[]) {
  return readLoops(guide, onlyTransactionSet(interchangeText(segments)));
}

function found(segments: readonly string[]) {
  return read(segments).findings;
}

describe('a set that keeps to its guide', () => {
  const clean = good.map((segment) => segment.replace('*:::', ''));

  test('becomes a tree of loops without findings', () => {
    const { root, findings } = read(clean);
    expect(findings).toEqual([]);
    const level = childLoop(root, 'PROVIDER');
    const below = level && childLoop(level, 'PATIENT');
    expect(below && childLoops(below, 'CLAIM').map((one) => element(one.segments[0] ?? fail(), 1))).toEqual([
      'C1',
      'C2',
    ]);
    expect([...descendantLoops(root, 'N-82')].map((one) => one.parent?.id)).toEqual(['CLAIM']);
    const first = below && childLoop(below, 'CLAIM');
    expect(first && findSegment(first, 'REF', 'F8')).toBeDefined();
    expect(first && findSegment(first, 'REF', 'G1')).toBeUndefined();
    expect(first && findSegments(first, 'REF')).toHaveLength(1);
  });

  test('may have the uses of one segment in any order', () => {
    expect(found([...clean, 'REF*G1*1', 'REF*F8*2'])).toEqual([]);
  });

  test('may have several levels, each under the one its HL02 names', () => {
    const two = [...clean, 'HL*3**20*1', 'NM1*85*2*E', 'HL*4*3*22*0', 'NM1*IL*1*F'];
    const { root, findings } = read(two);
    expect(findings).toEqual([]);
    expect(childLoops(root, 'PROVIDER').map((level) => childLoops(level, 'PATIENT').length)).toEqual([1, 1]);
  });
});

function fail(): never {
  throw new Error('a segment is missing');
}

describe('segments and loops', () => {
  test('a required segment or loop that is missing is named, at the place where that shows', () => {
    expect(found(['HL*1**20*0', ...patient.slice(0, 0)])).toMatchObject([
      { code: 'required-loop-missing', segmentId: 'NM1', loop: 'N-85', segmentPosition: 3, segmentErrorCode: '3' },
      { code: 'required-segment-missing', segmentId: 'BHT', segmentPosition: 3, segmentErrorCode: '3' },
    ]);
  });

  test('a segment unknown to the guide is kept apart', () => {
    const { root, findings } = read([...provider, 'ZZZ*1', 'N3*ROAD']);
    expect(findings).toMatchObject([
      { code: 'unrecognized-segment', segmentErrorCode: '1', loop: 'N-85', segmentPosition: 5 },
      { code: 'wrong-hierarchy', severity: 'warning' },
    ]);
    const level = childLoop(root, 'PROVIDER');
    const named = level && childLoop(level, 'N-85');
    expect(named?.unrecognized).toHaveLength(1);
    expect(named && findSegment(named, 'N3')).toBeDefined();
  });

  test('a use of a segment the place does not have is unexpected', () => {
    expect(found([...provider, ...patient, 'CLM*A*1', 'REF*ZZ*1'])).toMatchObject([
      { code: 'unexpected-segment', segmentErrorCode: '2' },
    ]);
  });

  test('a segment that comes too late is kept where it belongs', () => {
    const { root, findings } = read([...provider, ...patient, 'CLM*C1*10', 'REF*F8*X', 'DTP*431*D8*20260105']);
    expect(findings).toMatchObject([
      { code: 'segment-out-of-sequence', segmentErrorCode: '7', segmentId: 'DTP', loop: 'CLAIM' },
    ]);
    expect([...descendantLoops(root, 'CLAIM')].map((one) => findSegment(one, 'DTP', '431') !== undefined)).toEqual([
      true,
    ]);
  });

  test('a stray segment does not tear the loop it stands in from what follows', () => {
    const { root, findings } = read([...provider, ...patient, 'CLM*C1*10', 'NM1*82*1*D', 'NM1*85*2*A', 'REF*SY*X']);
    expect(findings).toMatchObject([{ code: 'unexpected-segment', segmentPosition: 9 }]);
    expect([...descendantLoops(root, 'N-82')].map((one) => findSegments(one, 'REF').length)).toEqual([1]);
  });

  test('too many segments or loops are reported and kept', () => {
    expect(found([...provider, 'N3*A', 'N3*B'])).toMatchObject([
      { code: 'segment-repeats-too-often', segmentErrorCode: '5' },
      {},
    ]);
    const { root, findings } = read([...provider, ...patient, 'CLM*1*1', 'CLM*2*1', 'CLM*3*1', 'CLM*4*1']);
    expect(findings).toMatchObject([{ code: 'loop-repeats-too-often', segmentErrorCode: '4', segmentPosition: 10 }]);
    expect([...descendantLoops(root, 'CLAIM')]).toHaveLength(4);
  });

  test('a segment with a wrong qualifier that can be nothing else is taken and its code reported', () => {
    expect(found(['BHT*0018', ...provider.slice(1)])).toMatchObject([
      {
        code: 'invalid-code',
        segmentId: 'BHT',
        element: 1,
        value: '0018',
        elementErrorCode: '7',
        elementReference: '1005',
      },
      {},
    ]);
  });
});

describe('levels', () => {
  test('an HL02 that names nobody is reported, and the nearest level taken', () => {
    const { root, findings } = read([...provider, 'HL*2*9*22*0', 'NM1*IL*1*B']);
    expect(findings).toMatchObject([{ code: 'wrong-hierarchy', element: 2, value: '9' }]);
    expect([...descendantLoops(root, 'PATIENT')]).toHaveLength(1);
  });

  test('an HL01 that does not count is reported one time', () => {
    expect(found([...provider, 'HL*7*1*22*0', 'NM1*IL*1*B', 'HL*8*1*22*0', 'NM1*IL*1*C'])).toMatchObject([
      { code: 'wrong-hierarchy', element: 1, value: '7' },
    ]);
  });

  test('an HL02 may name a level before the last one', () => {
    const two = ['HL*2**20*0', 'NM1*85*2*E', 'HL*3*1*22*0', 'NM1*IL*1*F'];
    const { root, findings } = read([...provider, ...two]);
    expect(findings).toEqual([]);
    expect(childLoops(root, 'PROVIDER').map((level) => childLoops(level, 'PATIENT').length)).toEqual([1, 0]);
  });

  test.each([
    ['far from the count', ['HL*70**20*1', 'NM1*85*2*E', 'HL*2**20*0', 'NM1*85*2*F', 'HL*3*70*22*0', 'NM1*IL*1*G']],
    ['before its turn', ['HL*3**20*1', 'NM1*85*2*E', 'HL*2**20*0', 'NM1*85*2*F', 'HL*4*3*22*0', 'NM1*IL*1*G']],
    ['with a zero before it', ['HL*02**20*1', 'NM1*85*2*E', 'HL*3**20*0', 'NM1*85*2*F', 'HL*4*02*22*0', 'NM1*IL*1*G']],
    ['given to an earlier one', ['HL*1**20*1', 'NM1*85*2*E', 'HL*3**20*0', 'NM1*85*2*F', 'HL*4*1*22*0', 'NM1*IL*1*G']],
  ])('a level is the last one of its number, be that %s', (_, segments) => {
    const { root } = read([...provider, ...segments]);
    expect(childLoops(root, 'PROVIDER').map((level) => childLoops(level, 'PATIENT').length)).toEqual([0, 1, 0]);
  });
});

describe('elements', () => {
  const at = (claimSegment: string) => found([...provider, ...patient, claimSegment]);

  test.each([
    ['CLM**10', { code: 'required-element-missing', element: 1, elementErrorCode: '1' }],
    ['CLM*A', { code: 'required-element-missing', element: 2 }],
    ['CLM*A*ten', { code: 'invalid-number', element: 2, elementErrorCode: '6', value: 'ten' }],
    ['CLM*A*1*X', { code: 'unused-element-present', element: 3, elementErrorCode: 'I10' }],
    ['CLM*A*1**::1', { code: 'required-element-missing', element: 4, component: 1 }],
    ['CLM*A*1**11:B', { code: 'unused-element-present', element: 4, component: 2, value: 'B' }],
    ['CLM*A*1**1', { code: 'element-too-short', element: 4, component: 1, elementErrorCode: '4' }],
    ['CLM*A*1**111', { code: 'element-too-long', element: 4, component: 1, elementErrorCode: '5' }],
    ['CLM*A*1**11::6', { code: 'invalid-code', element: 4, component: 3, elementErrorCode: '7' }],
    ['CLM*A*1**11::1:X', { code: 'too-many-components', element: 4, component: 4, elementErrorCode: '13' }],
    ['CLM*A:B*1', { code: 'too-many-components', element: 1 }],
    ['CLM*A*1***AA^EM^AA', { code: 'too-many-repetitions', element: 5, elementErrorCode: '12' }],
    ['CLM*A*1***AA^XX', { code: 'invalid-code', element: 5, repetition: 2, value: 'XX' }],
    ['CLM*A*1***AA*X', { code: 'too-many-elements', element: 6, elementErrorCode: '3' }],
    ['CLM*A\u0007B*1', { code: 'invalid-character', element: 1, elementErrorCode: '6' }],
  ])('%j', (text, expected) => {
    const findings = at(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      segmentErrorCode: '8',
      loop: 'CLAIM',
      segmentPosition: 7,
      ...expected,
    });
    expect(hasErrors(findings)).toBe(true);
  });

  test.each([
    ['PER*IC', 'conditional-element-missing', 2],
    ['PER**TE', 'conditional-element-missing', 3],
    ['DTP*431*D8*20260230', 'invalid-date', 3],
    ['DTP*431*RD8*20260101', 'invalid-date', 3],
  ])('%j breaks a condition between elements', (text, code, number) => {
    expect(found([...provider, ...patient, 'CLM*A*1', text])).toMatchObject([{ code, element: number }]);
  });

  test('a finding says where it is in words that hold no data of the file', () => {
    const [finding] = at('CLM*A*1**11::6');
    if (finding === undefined) throw new Error('nothing was found');
    expect(describeLocation(finding)).toMatch(/^CLM04-3 in loop CLAIM, segment 7 of transaction 1, byte \d+$/);
    expect(finding.message).not.toContain('6');
  });
});
