import { el, loop, seg, type LoopRule } from '../../guide.js';
import {
  n3Required,
  n4Required,
  nm145Required,
  nm177Required,
  nm182Required,
  nm1DNP3Required,
  nm1DQRequired,
  nm1PWRequired,
  perIC,
  prvPE,
  ref0B1GG2,
} from './shared-segments.js';

/** Referring or primary-care provider. */
export const referringProviderLoop: LoopRule = loop('2310A', 'S', 2, [
  nm1DNP3Required,
  seg('REF', 'S', 3, [el('128', 'R', 'ID', 2, 3, '0B 1G G2'), el('127', 'R', 'AN', 1, 50)]),
]);

/** Rendering provider. */
export const renderingProviderLoop: LoopRule = loop('2310B', 'S', 1, [nm182Required, prvPE, ref0B1GG2]);

/** Service facility. */
export const serviceFacilityLoop: LoopRule = loop('2310C', 'S', 1, [
  nm177Required,
  n3Required,
  n4Required,
  seg('REF', 'S', 3, [el('128', 'R', 'ID', 2, 3, '0B G2 LU'), el('127', 'R', 'AN', 1, 50)]),
  perIC,
]);

/** Supervising provider. */
export const supervisingProviderLoop: LoopRule = loop('2310D', 'S', 1, [nm1DQRequired, ref0B1GG2]);

/** Where an ambulance picked up. */
export const ambulancePickUpLoop: LoopRule = loop('2310E', 'S', 1, [nm1PWRequired, n3Required, n4Required]);

/** Where an ambulance went. */
export const ambulanceDropOffLoop: LoopRule = loop('2310F', 'S', 1, [nm145Required, n3Required, n4Required]);
