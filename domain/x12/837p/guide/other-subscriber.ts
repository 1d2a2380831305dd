import { el, loop, seg, unused, type LoopRule } from '../../guide.js';
import {
  amtEAF,
  casCOCROA,
  n3,
  n4,
  nm1ILRequired,
  nm1PRRequired,
  ref0B1GG2Required,
  ref9F,
  refF8,
  refG1,
  refSY,
} from './shared-segments.js';

/** The other payer's subscriber. */
export const otherSubscriberNameLoop: LoopRule = loop('2330A', 'R', 1, [nm1ILRequired, n3, n4, refSY]);

/** The other payer. */
export const otherPayerLoop: LoopRule = loop('2330B', 'R', 1, [
  nm1PRRequired,
  n3,
  n4,
  seg('DTP', 'S', 1, [
    el('374', 'R', 'ID', 3, 3, '573'),
    el('1250', 'R', 'ID', 2, 3, 'D8'),
    el('1251', 'R', 'AN', 1, 35),
  ]),
  seg('REF', 'S', 2, [el('128', 'R', 'ID', 2, 3, '2U EI FY NF'), el('127', 'R', 'AN', 1, 50)]),
  refG1,
  ref9F,
  seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, 'T4'), el('127', 'R', 'AN', 1, 50)]),
  refF8,
]);

/** The other payer's ids of the referring provider. */
export const otherPayerReferringProviderLoop: LoopRule = loop('2330C', 'S', 2, [
  seg('NM1', 'R', 1, [el('98', 'R', 'ID', 2, 3, 'DN P3'), el('1065', 'R', 'ID', 1, 1, '1')]),
  seg('REF', 'R', 3, [el('128', 'R', 'ID', 2, 3, '0B 1G G2'), el('127', 'R', 'AN', 1, 50)]),
]);

/** The other payer's ids of the rendering provider. */
export const otherPayerRenderingProviderLoop: LoopRule = loop('2330D', 'S', 1, [
  seg('NM1', 'R', 1, [el('98', 'R', 'ID', 2, 3, '82'), el('1065', 'R', 'ID', 1, 1, '1 2')]),
  ref0B1GG2Required,
]);

/** The other payer's ids of the service facility. */
export const otherPayerServiceFacilityLoop: LoopRule = loop('2330E', 'S', 1, [
  seg('NM1', 'R', 1, [el('98', 'R', 'ID', 2, 3, '77'), el('1065', 'R', 'ID', 1, 1, '2')]),
  seg('REF', 'R', 3, [el('128', 'R', 'ID', 2, 3, '0B G2 LU'), el('127', 'R', 'AN', 1, 50)]),
]);

/** The other payer's ids of the supervising provider. */
export const otherPayerSupervisingProviderLoop: LoopRule = loop('2330F', 'S', 1, [
  seg('NM1', 'R', 1, [el('98', 'R', 'ID', 2, 3, 'DQ'), el('1065', 'R', 'ID', 1, 1, '1')]),
  ref0B1GG2Required,
]);

/** The other payer's ids of the billing provider. */
export const otherPayerBillingProviderLoop: LoopRule = loop('2330G', 'S', 1, [
  seg('NM1', 'R', 1, [el('98', 'R', 'ID', 2, 3, '85'), el('1065', 'R', 'ID', 1, 1, '1 2')]),
  seg('REF', 'R', 2, [el('128', 'R', 'ID', 2, 3, 'G2 LU'), el('127', 'R', 'AN', 1, 50)]),
]);

/** Another payer of the same patient, and what it decided. */
export const otherSubscriberLoop: LoopRule = loop('2320', 'S', 10, [
  seg('SBR', 'R', 1, [
    el('1138', 'R', 'ID', 1, 1, 'A B C D E F G H P S T U'),
    el('1069', 'R', 'ID', 2, 2, '01 18 19 20 21 39 40 53 G8'),
    el('127', 'S', 'AN', 1, 50),
    el('93', 'S', 'AN', 1, 60),
    el('1336', 'S', 'ID', 1, 3, '12 13 14 15 16 41 42 43 47'),
    unused('1143'),
    unused('1073'),
    unused('584'),
    el('1032', 'S', 'ID', 1, 2, '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ'),
  ]),
  casCOCROA,
  seg('AMT', 'S', 1, [el('522', 'R', 'ID', 1, 3, 'D'), el('782', 'R', 'R', 1, 18)]),
  seg('AMT', 'S', 1, [el('522', 'R', 'ID', 1, 3, 'A8'), el('782', 'R', 'R', 1, 18)]),
  amtEAF,
  seg('OI', 'R', 1, [
    unused('1032'),
    unused('1383'),
    el('1073', 'R', 'ID', 1, 1, 'N W Y'),
    el('1351', 'S', 'ID', 1, 1, 'P'),
    unused('1360'),
    el('1363', 'R', 'ID', 1, 1, 'I Y'),
  ]),
  seg('MOA', 'S', 1, [
    el('954', 'S', 'R', 1, 10),
    el('782', 'S', 'R', 1, 18),
    el('127', 'S', 'AN', 1, 50),
    el('127', 'S', 'AN', 1, 50),
    el('127', 'S', 'AN', 1, 50),
    el('127', 'S', 'AN', 1, 50),
    el('127', 'S', 'AN', 1, 50),
    el('782', 'S', 'R', 1, 18),
    el('782', 'S', 'R', 1, 18),
  ]),
  otherSubscriberNameLoop,
  otherPayerLoop,
  otherPayerReferringProviderLoop,
  otherPayerRenderingProviderLoop,
  otherPayerServiceFacilityLoop,
  otherPayerSupervisingProviderLoop,
  otherPayerBillingProviderLoop,
]);
