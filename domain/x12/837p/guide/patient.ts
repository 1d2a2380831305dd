import { el, loop, seg, unused, type LoopRule } from '../../guide.js';
import { n3Required, n4Required, perIC, refY4 } from './shared-segments.js';

/** The patient. */
export const patientLoop: LoopRule = loop('2010CA', 'R', 1, [
  seg('NM1', 'R', 1, [
    el('98', 'R', 'ID', 2, 3, 'QC'),
    el('1065', 'R', 'ID', 1, 1, '1'),
    el('1035', 'R', 'AN', 1, 60),
    el('1036', 'S', 'AN', 1, 35),
    el('1037', 'S', 'AN', 1, 25),
    unused('1038'),
    el('1039', 'S', 'AN', 1, 10),
  ]),
  n3Required,
  n4Required,
  seg('DMG', 'R', 1, [
    el('1250', 'R', 'ID', 2, 3, 'D8'),
    el('1251', 'R', 'AN', 1, 35),
    el('1068', 'R', 'ID', 1, 1, 'F M U'),
  ]),
  refY4,
  seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, '1W SY'), el('127', 'R', 'AN', 1, 50)]),
  perIC,
]);
