import { el, loop, seg, type LoopRule } from '../../guide.js';
import { n3, n4, nm1ILRequired, nm1PRRequired, perIC, refSY, refY4 } from './shared-segments.js';

/** The subscriber. */
export const subscriberLoop: LoopRule = loop('2010BA', 'R', 1, [
  nm1ILRequired,
  n3,
  n4,
  seg('DMG', 'S', 1, [
    el('1250', 'R', 'ID', 2, 3, 'D8'),
    el('1251', 'R', 'AN', 1, 35),
    el('1068', 'R', 'ID', 1, 1, 'F M U'),
  ]),
  refSY,
  refY4,
  perIC,
]);

/** The destination payer. */
export const payerLoop: LoopRule = loop('2010BB', 'R', 1, [
  nm1PRRequired,
  n3,
  n4,
  seg('REF', 'S', 3, [el('128', 'R', 'ID', 2, 3, '2U EI FY NF'), el('127', 'R', 'AN', 1, 50)]),
  seg('REF', 'S', 2, [el('128', 'R', 'ID', 2, 3, 'G2 LU'), el('127', 'R', 'AN', 1, 50)]),
]);
