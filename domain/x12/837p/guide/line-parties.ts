import { composite, el, loop, many, seg, unused, type LoopRule } from '../../guide.js';
import {
  amtEAF,
  casCOCROA,
  n3,
  n3Required,
  n4,
  n4Required,
  nm145Required,
  nm177Required,
  nm182Required,
  nm1DNP3Required,
  nm1DQRequired,
  nm1PWRequired,
  prvPE,
  ref0B1GG2V2,
  ref0B1GG2V3,
} from './shared-segments.js';

/** A drug given. */
export const drugLoop: LoopRule = loop('2410', 'S', 1, [
  seg('LIN', 'R', 1, [unused('350'), el('235', 'R', 'ID', 2, 2, 'EN EO HI N4 ON UK UP'), el('234', 'R', 'AN', 1, 48)]),
  seg('CTP', 'R', 1, [
    unused('687'),
    unused('236'),
    unused('212'),
    el('380', 'R', 'R', 1, 15),
    composite('C001', 'R', [el('355', 'R', 'ID', 2, 2, 'F2 GR ME ML UN')]),
  ]),
  seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'VY XZ'), el('127', 'R', 'AN', 1, 50)]),
]);

/** Rendering provider of the line. */
export const lineRenderingProviderLoop: LoopRule = loop('2420A', 'S', 1, [nm182Required, prvPE, ref0B1GG2V2]);

/** Provider of a purchased service. */
export const purchasedServiceProviderLoop: LoopRule = loop('2420B', 'S', 1, [
  seg(
    'NM1',
    'R',
    1,
    [
      el('98', 'R', 'ID', 2, 3, 'QB'),
      el('1065', 'R', 'ID', 1, 1, '1 2'),
      unused('1035'),
      unused('1036'),
      unused('1037'),
      unused('1038'),
      unused('1039'),
      el('66', 'S', 'ID', 1, 2, 'XX'),
      el('67', 'S', 'AN', 2, 80),
    ],
    { conditions: ['P0809'] },
  ),
  ref0B1GG2V3,
]);

/** Service facility of the line. */
export const lineServiceFacilityLoop: LoopRule = loop('2420C', 'S', 1, [
  nm177Required,
  n3Required,
  n4Required,
  seg('REF', 'S', 3, [
    el('128', 'R', 'ID', 2, 3, 'G2 LU'),
    el('127', 'R', 'AN', 1, 50),
    unused('352'),
    composite('C040', 'S', [el('128', 'R', 'ID', 2, 3, '2U'), el('127', 'R', 'AN', 1, 50)]),
  ]),
]);

/** Supervising provider of the line. */
export const lineSupervisingProviderLoop: LoopRule = loop('2420D', 'S', 1, [nm1DQRequired, ref0B1GG2V2]);

/** Ordering provider of the line. */
export const orderingProviderLoop: LoopRule = loop('2420E', 'S', 1, [
  seg(
    'NM1',
    'R',
    1,
    [
      el('98', 'R', 'ID', 2, 3, 'DK'),
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
  ),
  n3,
  n4,
  ref0B1GG2V3,
  seg(
    'PER',
    'S',
    1,
    [
      el('366', 'R', 'ID', 2, 2, 'IC'),
      el('93', 'S', 'AN', 1, 60),
      el('365', 'R', 'ID', 2, 2, 'EM FX TE'),
      el('364', 'R', 'AN', 1, 256),
      el('365', 'S', 'ID', 2, 2, 'EM EX FX TE'),
      el('364', 'S', 'AN', 1, 256),
      el('365', 'S', 'ID', 2, 2, 'EM EX FX TE'),
      el('364', 'S', 'AN', 1, 256),
    ],
    { conditions: ['P0506', 'P0708'] },
  ),
]);

/** Referring provider of the line. */
export const lineReferringProviderLoop: LoopRule = loop('2420F', 'S', 2, [nm1DNP3Required, ref0B1GG2V3]);

/** Where an ambulance picked up, for the line. */
export const lineAmbulancePickUpLoop: LoopRule = loop('2420G', 'S', 1, [nm1PWRequired, n3Required, n4Required]);

/** Where an ambulance went, for the line. */
export const lineAmbulanceDropOffLoop: LoopRule = loop('2420H', 'S', 1, [nm145Required, n3Required, n4Required]);

/** What another payer decided about the line. */
export const lineAdjudicationLoop: LoopRule = loop('2430', 'S', 15, [
  seg('SVD', 'R', 1, [
    el('67', 'R', 'AN', 2, 80),
    el('782', 'R', 'R', 1, 18),
    composite('C003', 'R', [
      el('235', 'R', 'ID', 2, 2, 'ER HC IV WK'),
      el('234', 'R', 'AN', 1, 48),
      el('1339', 'S', 'AN', 2, 2),
      el('1339', 'S', 'AN', 2, 2),
      el('1339', 'S', 'AN', 2, 2),
      el('1339', 'S', 'AN', 2, 2),
      el('352', 'S', 'AN', 1, 80),
    ]),
    unused('234'),
    el('380', 'R', 'R', 1, 15),
    el('554', 'S', 'N0', 1, 6),
  ]),
  casCOCROA,
  seg('DTP', 'R', 1, [
    el('374', 'R', 'ID', 3, 3, '573'),
    el('1250', 'R', 'ID', 2, 3, 'D8'),
    el('1251', 'R', 'AN', 1, 35),
  ]),
  amtEAF,
]);

/** A form sent along, with its answers. */
export const formLoop: LoopRule = loop('2440', 'S', many, [
  seg('LQ', 'R', 1, [el('1270', 'R', 'ID', 1, 3, 'AS UT'), el('1271', 'R', 'AN', 1, 30)]),
  seg(
    'FRM',
    'R',
    99,
    [
      el('350', 'R', 'AN', 1, 20),
      el('1073', 'S', 'ID', 1, 1, 'N W Y'),
      el('127', 'S', 'AN', 1, 50),
      el('373', 'S', 'DT', 8, 8),
      el('332', 'S', 'R', 1, 6),
    ],
    { conditions: ['R02030405'] },
  ),
]);
