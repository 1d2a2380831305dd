import { el, loop, seg, unused, type LoopRule } from '../../guide.js';

/** Who submits the file. */
export const submitterLoop: LoopRule = loop('1000A', 'R', 1, [
  seg('NM1', 'R', 1, [
    el('98', 'R', 'ID', 2, 3, '41'),
    el('1065', 'R', 'ID', 1, 1, '1 2'),
    el('1035', 'R', 'AN', 1, 60),
    el('1036', 'S', 'AN', 1, 35),
    el('1037', 'S', 'AN', 1, 25),
    unused('1038'),
    unused('1039'),
    el('66', 'R', 'ID', 1, 2, '46'),
    el('67', 'R', 'AN', 2, 80),
  ]),
  seg(
    'PER',
    'R',
    2,
    [
      el('366', 'R', 'ID', 2, 2, 'IC'),
      el('93', 'S', 'AN', 1, 60),
      el('365', 'R', 'ID', 2, 2, 'ED EM FX TE'),
      el('364', 'R', 'AN', 1, 256),
      el('365', 'S', 'ID', 2, 2, 'ED EM EX FX TE'),
      el('364', 'S', 'AN', 1, 256),
      el('365', 'S', 'ID', 2, 2, 'ED EM EX FX TE'),
      el('364', 'S', 'AN', 1, 256),
    ],
    { conditions: ['P0506', 'P0708'] },
  ),
]);

/** Who receives the file. */
export const receiverLoop: LoopRule = loop('1000B', 'R', 1, [
  seg('NM1', 'R', 1, [
    el('98', 'R', 'ID', 2, 3, '40'),
    el('1065', 'R', 'ID', 1, 1, '2'),
    el('1035', 'R', 'AN', 1, 60),
    unused('1036'),
    unused('1037'),
    unused('1038'),
    unused('1039'),
    el('66', 'R', 'ID', 1, 2, '46'),
    el('67', 'R', 'AN', 2, 80),
  ]),
]);
