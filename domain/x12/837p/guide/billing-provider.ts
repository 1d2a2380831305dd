import { el, loop, seg, unused, type LoopRule } from '../../guide.js';
import { n3Required, n4Required } from './shared-segments.js';

/** The billing provider's name, address and tax id. */
export const billingProviderLoop: LoopRule = loop('2010AA', 'R', 1, [
  seg(
    'NM1',
    'R',
    1,
    [
      el('98', 'R', 'ID', 2, 3, '85'),
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
  ),
  n3Required,
  n4Required,
  seg('REF', 'R', 1, [el('128', 'R', 'ID', 2, 3, 'EI SY'), el('127', 'R', 'AN', 1, 50)]),
  seg('REF', 'S', 2, [el('128', 'R', 'ID', 2, 3, '0B 1G'), el('127', 'R', 'AN', 1, 50)]),
  seg(
    'PER',
    'S',
    2,
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

/** Where payments go when not to the billing provider's address. */
export const payToAddressLoop: LoopRule = loop('2010AB', 'S', 1, [
  seg('NM1', 'R', 1, [el('98', 'R', 'ID', 2, 3, '87'), el('1065', 'R', 'ID', 1, 1, '1 2')]),
  n3Required,
  n4Required,
]);

/** The plan that pays back when the claim comes from another plan. */
export const payToPlanLoop: LoopRule = loop('2010AC', 'S', 1, [
  seg('NM1', 'R', 1, [
    el('98', 'R', 'ID', 2, 3, 'PE'),
    el('1065', 'R', 'ID', 1, 1, '2'),
    el('1035', 'R', 'AN', 1, 60),
    unused('1036'),
    unused('1037'),
    unused('1038'),
    unused('1039'),
    el('66', 'R', 'ID', 1, 2, 'PI XV'),
    el('67', 'R', 'AN', 2, 80),
  ]),
  n3Required,
  n4Required,
  seg('REF', 'S', 1, [el('128', 'R', 'ID', 2, 3, '2U FY NF'), el('127', 'R', 'AN', 1, 50)]),
  seg('REF', 'R', 1, [el('128', 'R', 'ID', 2, 3, 'EI'), el('127', 'R', 'AN', 1, 50)]),
]);
