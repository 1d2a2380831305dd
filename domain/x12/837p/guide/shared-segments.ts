import { composite, el, seg, unused, type SegmentRule } from '../../guide.js';

/** Segments that stand in more than one loop of the professional claim; named for id and qualifier. */

export const amtEAF: SegmentRule = seg('AMT', 'S', 1, [el('522', 'R', 'ID', 1, 3, 'EAF'), el('782', 'R', 'R', 1, 18)]);

export const casCOCROA: SegmentRule = seg(
  'CAS',
  'S',
  5,
  [
    el('1033', 'R', 'ID', 1, 2, 'CO CR OA PI PR'),
    el('1034', 'R', 'ID', 1, 5),
    el('782', 'R', 'R', 1, 18),
    el('380', 'S', 'R', 1, 15),
    el('1034', 'S', 'ID', 1, 5),
    el('782', 'S', 'R', 1, 18),
    el('380', 'S', 'R', 1, 15),
    el('1034', 'S', 'ID', 1, 5),
    el('782', 'S', 'R', 1, 18),
    el('380', 'S', 'R', 1, 15),
    el('1034', 'S', 'ID', 1, 5),
    el('782', 'S', 'R', 1, 18),
    el('380', 'S', 'R', 1, 15),
    el('1034', 'S', 'ID', 1, 5),
    el('782', 'S', 'R', 1, 18),
    el('380', 'S', 'R', 1, 15),
    el('1034', 'S', 'ID', 1, 5),
    el('782', 'S', 'R', 1, 18),
    el('380', 'S', 'R', 1, 15),
  ],
  {
    conditions: [
      'L050607',
      'C0605',
      'C0705',
      'L080910',
      'C0908',
      'C1008',
      'L111213',
      'C1211',
      'C1311',
      'L141516',
      'C1514',
      'C1614',
      'L171819',
      'C1817',
      'C1917',
    ],
  },
);

export const cn1010203: SegmentRule = seg('CN1', 'S', 1, [
  el('1166', 'R', 'ID', 2, 2, '01 02 03 04 05 06 09'),
  el('782', 'S', 'R', 1, 18),
  el('332', 'S', 'R', 1, 6),
  el('127', 'S', 'AN', 1, 50),
  el('338', 'S', 'R', 1, 6),
  el('799', 'S', 'AN', 1, 30),
]);

export const cr1LB: SegmentRule = seg(
  'CR1',
  'S',
  1,
  [
    el('355', 'S', 'ID', 2, 2, 'LB'),
    el('81', 'S', 'R', 1, 10),
    unused('1316'),
    el('1317', 'R', 'ID', 1, 1, 'A B C D E'),
    el('355', 'R', 'ID', 2, 2, 'DH'),
    el('380', 'R', 'R', 1, 15),
    unused('166'),
    unused('166'),
    el('352', 'S', 'AN', 1, 80),
    el('352', 'S', 'AN', 1, 80),
  ],
  { conditions: ['P0102'] },
);

export const crc07: SegmentRule = seg('CRC', 'S', 3, [
  el('1136', 'R', 'ID', 2, 2, '07'),
  el('1073', 'R', 'ID', 1, 1, 'N Y'),
  el('1321', 'R', 'ID', 2, 3, '01 04 05 06 07 08 09 12'),
  el('1321', 'S', 'ID', 2, 3, '01 04 05 06 07 08 09 12'),
  el('1321', 'S', 'ID', 2, 3, '01 04 05 06 07 08 09 12'),
  el('1321', 'S', 'ID', 2, 3, '01 04 05 06 07 08 09 12'),
  el('1321', 'S', 'ID', 2, 3, '01 04 05 06 07 08 09 12'),
]);

export const dtp304: SegmentRule = seg('DTP', 'S', 1, [
  el('374', 'R', 'ID', 3, 3, '304'),
  el('1250', 'R', 'ID', 2, 3, 'D8'),
  el('1251', 'R', 'AN', 1, 35),
]);

export const dtp454: SegmentRule = seg('DTP', 'S', 1, [
  el('374', 'R', 'ID', 3, 3, '454'),
  el('1250', 'R', 'ID', 2, 3, 'D8'),
  el('1251', 'R', 'AN', 1, 35),
]);

export const dtp455: SegmentRule = seg('DTP', 'S', 1, [
  el('374', 'R', 'ID', 3, 3, '455'),
  el('1250', 'R', 'ID', 2, 3, 'D8'),
  el('1251', 'R', 'AN', 1, 35),
]);

export const dtp471: SegmentRule = seg('DTP', 'S', 1, [
  el('374', 'R', 'ID', 3, 3, '471'),
  el('1250', 'R', 'ID', 2, 3, 'D8'),
  el('1251', 'R', 'AN', 1, 35),
]);

export const k3: SegmentRule = seg('K3', 'S', 10, [el('449', 'R', 'AN', 1, 80)]);

export const n3: SegmentRule = seg('N3', 'S', 1, [el('166', 'R', 'AN', 1, 55), el('166', 'S', 'AN', 1, 55)]);

export const n3Required: SegmentRule = seg('N3', 'R', 1, [el('166', 'R', 'AN', 1, 55), el('166', 'S', 'AN', 1, 55)]);

export const n4: SegmentRule = seg(
  'N4',
  'S',
  1,
  [
    el('19', 'R', 'AN', 2, 30),
    el('156', 'S', 'ID', 2, 2),
    el('116', 'S', 'ID', 3, 15),
    el('26', 'S', 'ID', 2, 3),
    unused('309'),
    unused('310'),
    el('1715', 'S', 'ID', 1, 3),
  ],
  { conditions: ['E0207', 'C0704'] },
);

export const n4Required: SegmentRule = seg(
  'N4',
  'R',
  1,
  [
    el('19', 'R', 'AN', 2, 30),
    el('156', 'S', 'ID', 2, 2),
    el('116', 'S', 'ID', 3, 15),
    el('26', 'S', 'ID', 2, 3),
    unused('309'),
    unused('310'),
    el('1715', 'S', 'ID', 1, 3),
  ],
  { conditions: ['E0207', 'C0704'] },
);

export const nm145Required: SegmentRule = seg('NM1', 'R', 1, [
  el('98', 'R', 'ID', 2, 3, '45'),
  el('1065', 'R', 'ID', 1, 1, '2'),
  el('1035', 'S', 'AN', 1, 60),
]);

export const nm177Required: SegmentRule = seg(
  'NM1',
  'R',
  1,
  [
    el('98', 'R', 'ID', 2, 3, '77'),
    el('1065', 'R', 'ID', 1, 1, '2'),
    el('1035', 'R', 'AN', 1, 60),
    unused('1036'),
    unused('1037'),
    unused('1038'),
    unused('1039'),
    el('66', 'S', 'ID', 1, 2, 'XX'),
    el('67', 'S', 'AN', 2, 80),
  ],
  { conditions: ['P0809'] },
);

export const nm182Required: SegmentRule = seg(
  'NM1',
  'R',
  1,
  [
    el('98', 'R', 'ID', 2, 3, '82'),
    el('1065', 'R', 'ID', 1, 1, '1 2'),
    el('1035', 'R', 'AN', 1, 60),
    el('1036', 'S', 'AN', 1, 35),
    el('1037', 'S', 'AN', 1, 25),
    unused('1038'),
    el('1039', 'S', 'AN', 1, 10),
    el('66', 'S', 'ID', 1, 2, 'XX'),
    el('67', 'S', 'AN', 2, 80),
  ],
  { conditions: ['P0809'] },
);

export const nm1DNP3Required: SegmentRule = seg(
  'NM1',
  'R',
  1,
  [
    el('98', 'R', 'ID', 2, 3, 'DN P3'),
    el('1065', 'R', 'ID', 1, 1, '1'),
    el('1035', 'R', 'AN', 1, 60),
    el('1036', 'S', 'AN', 1, 35),
    el('1037', 'S', 'AN', 1, 25),
    unused('1038'),
    el('1039', 'S', 'AN', 1, 10),
    el('66', 'S', 'ID', 1, 2, 'XX'),
    el('67', 'S', 'AN', 2, 80),
  ],
  { conditions: ['P0809'] },
);

export const nm1DQRequired: SegmentRule = seg(
  'NM1',
  'R',
  1,
  [
    el('98', 'R', 'ID', 2, 3, 'DQ'),
    el('1065', 'R', 'ID', 1, 1, '1'),
    el('1035', 'R', 'AN', 1, 60),
    el('1036', 'S', 'AN', 1, 35),
    el('1037', 'S', 'AN', 1, 25),
    unused('1038'),
    el('1039', 'S', 'AN', 1, 10),
    el('66', 'S', 'ID', 1, 2, 'XX'),
    el('67', 'S', 'AN', 2, 80),
  ],
  { conditions: ['P0809'] },
);

export const nm1ILRequired: SegmentRule = seg('NM1', 'R', 1, [
  el('98', 'R', 'ID', 2, 3, 'IL'),
  el('1065', 'R', 'ID', 1, 1, '1 2'),
  el('1035', 'R', 'AN', 1, 60),
  el('1036', 'S', 'AN', 1, 35),
  el('1037', 'S', 'AN', 1, 25),
  unused('1038'),
  el('1039', 'S', 'AN', 1, 10),
  el('66', 'R', 'ID', 1, 2, 'II MI'),
  el('67', 'R', 'AN', 2, 80),
]);

export const nm1PRRequired: SegmentRule = seg('NM1', 'R', 1, [
  el('98', 'R', 'ID', 2, 3, 'PR'),
  el('1065', 'R', 'ID', 1, 1, '2'),
  el('1035', 'R', 'AN', 1, 60),
  unused('1036'),
  unused('1037'),
  unused('1038'),
  unused('1039'),
  el('66', 'R', 'ID', 1, 2, 'PI XV'),
  el('67', 'R', 'AN', 2, 80),
]);

export const nm1PWRequired: SegmentRule = seg('NM1', 'R', 1, [
  el('98', 'R', 'ID', 2, 3, 'PW'),
  el('1065', 'R', 'ID', 1, 1, '2'),
]);

export const perIC: SegmentRule = seg(
  'PER',
  'S',
  1,
  [
    el('366', 'R', 'ID', 2, 2, 'IC'),
    el('93', 'S', 'AN', 1, 60),
    el('365', 'R', 'ID', 2, 2, 'TE'),
    el('364', 'R', 'AN', 1, 256),
    el('365', 'S', 'ID', 2, 2, 'EX'),
    el('364', 'S', 'AN', 1, 256),
  ],
  { conditions: ['P0506'] },
);

export const prvPE: SegmentRule = seg('PRV', 'S', 1, [
  el('1221', 'R', 'ID', 1, 3, 'PE'),
  el('128', 'R', 'ID', 2, 3, 'PXC'),
  el('127', 'R', 'AN', 1, 50),
]);

export const pwk030405: SegmentRule = seg(
  'PWK',
  'S',
  10,
  [
    el(
      '755',
      'R',
      'ID',
      2,
      2,
      '03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP',
    ),
    el('756', 'R', 'ID', 1, 2, 'AA BM EL EM FT FX'),
    unused('757'),
    unused('98'),
    el('66', 'S', 'ID', 1, 2, 'AC'),
    el('67', 'S', 'AN', 2, 80),
  ],
  { conditions: ['P0506'] },
);

export const ref0B1GG2: SegmentRule = seg('REF', 'S', 4, [
  el('128', 'R', 'ID', 2, 3, '0B 1G G2 LU'),
  el('127', 'R', 'AN', 1, 50),
]);

export const ref0B1GG2Required: SegmentRule = seg('REF', 'R', 3, [
  el('128', 'R', 'ID', 2, 3, '0B 1G G2 LU'),
  el('127', 'R', 'AN', 1, 50),
]);

export const ref0B1GG2V2: SegmentRule = seg('REF', 'S', 20, [
  el('128', 'R', 'ID', 2, 3, '0B 1G G2 LU'),
  el('127', 'R', 'AN', 1, 50),
  unused('352'),
  composite('C040', 'S', [el('128', 'R', 'ID', 2, 3, '2U'), el('127', 'R', 'AN', 1, 50)]),
]);

export const ref0B1GG2V3: SegmentRule = seg('REF', 'S', 20, [
  el('128', 'R', 'ID', 2, 3, '0B 1G G2'),
  el('127', 'R', 'AN', 1, 50),
  unused('352'),
  composite('C040', 'S', [el('128', 'R', 'ID', 2, 3, '2U'), el('127', 'R', 'AN', 1, 50)]),
]);

export const ref9F: SegmentRule = seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, '9F'), el('127', 'R', 'AN', 1, 50)]);

export const refEW: SegmentRule = seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'EW'), el('127', 'R', 'AN', 1, 50)]);

export const refF8: SegmentRule = seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'F8'), el('127', 'R', 'AN', 1, 50)]);

export const refG1: SegmentRule = seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'G1'), el('127', 'R', 'AN', 1, 50)]);

/** A social security number has nine digits. */
export const refSY: SegmentRule = seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'SY'), el('127', 'R', 'N0', 9, 9)]);

export const refX4: SegmentRule = seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'X4'), el('127', 'R', 'AN', 1, 50)]);

export const refY4: SegmentRule = seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'Y4'), el('127', 'R', 'AN', 1, 50)]);
