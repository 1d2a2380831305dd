import {
  composite,
  type ElementRule,
  el,
  type Guide,
  type LoopRule,
  loop,
  many,
  type SegmentRule,
  seg,
  unused,
} from '../guide.js';
import {
  amtSegment,
  dtmSegment,
  n3Segment,
  n4Segment,
  nm1Segment,
  perSegment,
  procedureComposite,
  qtySegment,
  refSegment,
  seSegment,
  stSegment,
} from '../guide-segments.js';

const money = (usage: 'R' | 'S'): ElementRule => el('782', usage, 'R', 1, 18);
const quantity = (usage: 'R' | 'S'): ElementRule => el('380', usage, 'R', 1, 15);
const remark: ElementRule = el('127', 'S', 'AN', 1, 50);
const repeat = <T>(times: number, rule: T): T[] => Array.from({ length: times }, () => rule);

const bprSegment: SegmentRule = seg(
  'BPR',
  'R',
  1,
  [
    el('305', 'R', 'ID', 1, 2, 'C D H I P U X'),
    money('R'),
    el('478', 'R', 'ID', 1, 1, 'C D'),
    el('591', 'R', 'ID', 3, 3, 'ACH BOP CHK FWT NON'),
    el('812', 'S', 'ID', 1, 10, 'CCP CTX'),
    el('506', 'S', 'ID', 2, 2, '01 04'),
    el('507', 'S', 'AN', 3, 12),
    el('569', 'S', 'ID', 1, 3, 'DA'),
    el('508', 'S', 'AN', 1, 35),
    el('509', 'S', 'AN', 10, 10),
    el('510', 'S', 'AN', 9, 9),
    el('506', 'S', 'ID', 2, 2, '01 04'),
    el('507', 'S', 'AN', 3, 12),
    el('569', 'S', 'ID', 1, 3, 'DA SG'),
    el('508', 'S', 'AN', 1, 35),
    el('373', 'R', 'DT', 8, 8),
  ],
  { qualifier: 'none', conditions: ['P0607', 'C0809', 'P1213', 'C1415'] },
);

const casReason: readonly ElementRule[] = [el('1034', 'S', 'ID', 1, 5), money('S'), quantity('S')];

const casSegment: SegmentRule = seg(
  'CAS',
  'S',
  99,
  [
    el('1033', 'R', 'ID', 1, 2, 'CO OA PI PR'),
    el('1034', 'R', 'ID', 1, 5),
    money('R'),
    quantity('S'),
    ...repeat(5, casReason).flat(),
  ],
  {
    qualifier: 'none',
    conditions: ['L050607', 'C0605', 'C0705', 'L080910', 'L111213', 'L141516', 'L171819'],
  },
);

const clpSegment: SegmentRule = seg('CLP', 'R', 1, [
  el('1028', 'R', 'AN', 1, 38),
  el('1029', 'R', 'ID', 1, 2, '1 2 3 4 19 20 21 22 23 25'),
  money('R'),
  money('R'),
  money('S'),
  el('1032', 'R', 'ID', 1, 2, '12 13 14 15 16 17 AM CH DS HM LM MA MB MC OF TV VA WC ZZ'),
  el('127', 'R', 'AN', 1, 50),
  el('1331', 'S', 'AN', 1, 2),
  el('1325', 'S', 'ID', 1, 1),
  unused('1352'),
  el('1354', 'S', 'ID', 1, 4),
  quantity('S'),
  el('954', 'S', 'R', 1, 10),
]);

const ts3Segment: SegmentRule = seg('TS3', 'S', 1, [
  el('127', 'R', 'AN', 1, 50),
  el('1331', 'R', 'AN', 1, 2),
  el('373', 'R', 'DT', 8, 8),
  quantity('R'),
  money('R'),
  ...repeat(17, money('S')),
  quantity('S'),
  money('S'),
]);

const ts2Quantities = [7, 10, 11, 12, 13, 14, 16];
const ts2Segment: SegmentRule = seg(
  'TS2',
  'S',
  1,
  Array.from({ length: 19 }, (_, index) => (ts2Quantities.includes(index + 1) ? quantity('S') : money('S'))),
);

const miaSegment: SegmentRule = seg(
  'MIA',
  'S',
  1,
  Array.from({ length: 24 }, (_, index) => {
    const number = index + 1;
    if (number === 5 || (number >= 20 && number <= 23)) return remark;
    if (number === 1) return quantity('R');
    return number === 3 || number === 15 ? quantity('S') : money('S');
  }),
);

const moaSegment: SegmentRule = seg('MOA', 'S', 1, [
  el('954', 'S', 'R', 1, 10),
  money('S'),
  ...repeat(5, remark),
  money('S'),
  money('S'),
]);

const lineQualifiers = 'AD ER HC HP IV N4 N6 NU UI WK';

const serviceLoop = loop('2110', 'S', 999, [
  seg(
    'SVC',
    'R',
    1,
    [
      procedureComposite('R', lineQualifiers, 'S'),
      money('R'),
      money('R'),
      el('234', 'S', 'AN', 1, 48),
      quantity('S'),
      procedureComposite('S', lineQualifiers, 'S'),
      quantity('S'),
    ],
    { qualifier: 'none' },
  ),
  dtmSegment('150 151 472', 2),
  casSegment,
  refSegment('1S APC BB E9 G1 G3 LU RB', 8),
  refSegment('6R', 1),
  refSegment('0B 1A 1B 1C 1D 1G 1H 1J D3 G2 HPI SY TJ', 10),
  refSegment('0K', 5),
  amtSegment('B6 KH T T2 ZK ZL ZM ZN ZO', 9),
  qtySegment('ZK ZL ZM ZN ZO', 6),
  seg('LQ', 'S', 99, [el('1270', 'R', 'ID', 1, 3, 'HE RX'), el('1271', 'R', 'AN', 1, 30)]),
]);

const payerIds = 'AD FI NI PI PP XV';

/** Numbers of the contact for claims: e-mail, fax or telephone first, an extension last. */
const claimContactKinds = ['EM FX TE', 'EM EX FX TE', 'EX'] as const;

const claimLoop: LoopRule = loop('2100', 'R', many, [
  clpSegment,
  casSegment,
  nm1Segment('QC', { types: '1', identifiers: '34 HN II MI MR' }),
  nm1Segment('IL', { usage: 'S', types: '1 2', identifierUsage: 'R', identifiers: 'FI II MI' }),
  nm1Segment('74', { usage: 'S', types: '1 2', identifiers: 'C' }),
  nm1Segment('82', { usage: 'S', types: '1 2', identifierUsage: 'R', identifiers: 'BD BS FI MC PC SL UP XX' }),
  nm1Segment('TT', { usage: 'S', types: '2', lastNameUsage: 'R', identifierUsage: 'R', identifiers: payerIds }),
  nm1Segment('PR', { usage: 'S', types: '2', lastNameUsage: 'R', identifierUsage: 'R', identifiers: payerIds }),
  nm1Segment('GB', { usage: 'S', types: '1 2', identifiers: 'FI II MI' }),
  miaSegment,
  moaSegment,
  refSegment('1L 1W 28 6P 9A 9C BB CE EA F8 G1 G3 IG SY', 5),
  refSegment('0B 1A 1B 1C 1D 1G 1H 1J D3 G2 LU', 10),
  dtmSegment('232 233', 2),
  dtmSegment('036', 1),
  dtmSegment('050', 1),
  perSegment('CX', 'S', 2, claimContactKinds),
  amtSegment('AU D8 DY F5 I NL T T2 ZK ZL ZM ZN ZO', 13),
  qtySegment('CA CD LA LE NE NR OU PS VS ZK ZL ZM ZN ZO', 14),
  serviceLoop,
]);

const providerAdjustmentCodes =
  '50 51 72 90 AH AM AP B2 B3 BD BN C5 CR CS CT CV CW DM E3 FB FC GO HM IP IR IS J1 L3 L6 LE LS OA OB PI PL RA RE SL TL WO WU';

const plbReason = (usage: 'R' | 'S'): ElementRule =>
  composite('C042', usage, [el('426', 'R', 'ID', 2, 2, providerAdjustmentCodes), el('127', 'S', 'AN', 1, 50)]);

const plbSegment: SegmentRule = seg(
  'PLB',
  'S',
  many,
  [
    el('127', 'R', 'AN', 1, 50),
    el('373', 'R', 'DT', 8, 8),
    plbReason('R'),
    money('R'),
    ...repeat(5, [plbReason('S'), money('S')]).flat(),
  ],
  { qualifier: 'none', conditions: ['P0506', 'P0708', 'P0910', 'P1112', 'P1314'] },
);

const payerLoop = loop('1000A', 'R', 1, [
  seg('N1', 'R', 1, [
    el('98', 'R', 'ID', 2, 3, 'PR'),
    el('93', 'R', 'AN', 1, 60),
    el('66', 'S', 'ID', 1, 2, 'XV'),
    el('67', 'S', 'AN', 2, 80),
  ]),
  n3Segment('R'),
  n4Segment('R'),
  refSegment('2U EO HI NF', 4),
  perSegment('CX', 'S', 1, claimContactKinds),
  perSegment('BL', 'R', many, ['EM TE UR', 'EM EX FX TE UR', 'EM EX FX UR']),
  seg('PER', 'S', 1, [
    el('366', 'R', 'ID', 2, 2, 'IC'),
    unused('93'),
    el('365', 'R', 'ID', 2, 2, 'UR'),
    el('364', 'R', 'AN', 1, 256),
  ]),
]);

const payeeLoop = loop('1000B', 'R', 1, [
  seg('N1', 'R', 1, [
    el('98', 'R', 'ID', 2, 3, 'PE'),
    el('93', 'R', 'AN', 1, 60),
    el('66', 'R', 'ID', 1, 2, 'FI XV XX'),
    el('67', 'R', 'AN', 2, 80),
  ]),
  n3Segment('S'),
  n4Segment('S'),
  refSegment('0B D3 PQ TJ', many),
  seg(
    'RDM',
    'S',
    1,
    [el('756', 'R', 'ID', 1, 2, 'BM EM FT OL'), el('93', 'S', 'AN', 1, 60), el('364', 'S', 'AN', 1, 256)],
    {
      qualifier: 'none',
    },
  ),
]);

/** Health care claim payment and advice: loops, segments and codes of 005010X221A1. */
export const remittanceAdviceGuide: Guide = {
  ids: ['005010X221A1', '005010X221'],
  transactionId: '835',
  functionalId: 'HP',
  root: loop('835', 'R', 1, [
    stSegment('835', 'unused'),
    bprSegment,
    seg('TRN', 'R', 1, [
      el('481', 'R', 'ID', 1, 2, '1'),
      el('127', 'R', 'AN', 1, 50),
      el('509', 'R', 'AN', 10, 10),
      el('127', 'S', 'AN', 1, 50),
    ]),
    seg('CUR', 'S', 1, [el('98', 'R', 'ID', 2, 3, 'PR'), el('100', 'R', 'ID', 3, 3)]),
    refSegment('EV', 1),
    refSegment('F2', 1),
    dtmSegment('405', 1),
    payerLoop,
    payeeLoop,
    loop('2000', 'S', many, [seg('LX', 'R', 1, [el('554', 'R', 'N0', 1, 6)]), ts3Segment, ts2Segment, claimLoop]),
    // Not of the guide: takes the claims of senders who leave LX out, so that they are read and reported, not lost.
    { ...claimLoop, usage: 'S' },
    plbSegment,
    seSegment,
  ]),
};
