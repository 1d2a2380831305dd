import { composite, type ElementRule, el, type Guide, loop, many, seg } from '../guide.js';

const setErrorCodes = '1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6';
const groupErrorCodes = '1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26';
const five = (rule: ElementRule): ElementRule[] => Array.from({ length: 5 }, () => rule);

const position = composite('C030', 'S', [
  el('722', 'R', 'N0', 1, 2),
  el('1528', 'S', 'N0', 1, 2),
  el('1686', 'S', 'N0', 1, 4),
]);

/** CTX names the claim (`CLM01:` and its value) or the rule (`SITUATIONAL TRIGGER`) a finding belongs to. */
const contextSegment = seg('CTX', 'S', 10, [
  composite('C998', 'R', [el('9999', 'R', 'AN', 1, 35), el('9998', 'S', 'AN', 1, 35)], 10),
  el('721', 'S', 'ID', 2, 3),
  el('719', 'S', 'N0', 1, 6),
  el('447', 'S', 'AN', 1, 4),
  position,
  composite('C999', 'S', [el('725', 'R', 'N0', 1, 4), el('725', 'S', 'N0', 1, 4)]),
]);

/** 999 (005010X231A1). */
export const implementationAcknowledgementGuide: Guide = {
  ids: ['005010X231A1', '005010X231'],
  transactionId: '999',
  functionalId: 'FA',
  root: loop('ST', 'R', 1, [
    seg('ST', 'R', 1, [el('143', 'R', 'ID', 3, 3, '999'), el('329', 'R', 'AN', 4, 9), el('1705', 'R', 'AN', 1, 35)]),
    seg('AK1', 'R', 1, [
      el('479', 'R', 'ID', 2, 2, { codes: ['BE', 'HB', 'HC', 'HI', 'HN', 'HP', 'HR', 'HS', 'RA', 'FA'] }),
      el('28', 'R', 'N0', 1, 9),
      el('480', 'R', 'AN', 1, 12),
    ]),
    loop('2000', 'S', many, [
      seg('AK2', 'R', 1, [el('143', 'R', 'ID', 3, 3), el('329', 'R', 'AN', 4, 9), el('1705', 'S', 'AN', 1, 35)], {
        qualifier: 'none',
      }),
      loop('2100', 'S', many, [
        seg('IK3', 'R', 1, [
          el('721', 'R', 'ID', 2, 3),
          el('719', 'R', 'N0', 1, 6),
          el('447', 'S', 'AN', 1, 4),
          el('620', 'S', 'ID', 1, 3, '1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9'),
        ]),
        contextSegment,
        loop('2110', 'S', many, [
          seg('IK4', 'R', 1, [
            composite('C030', 'R', position.components),
            el('725', 'S', 'N0', 1, 4),
            el('621', 'R', 'ID', 1, 3, '1 2 3 4 5 6 7 8 9 10 11 12 13 I6 I9 I10 I11 I12 I13'),
            el('724', 'S', 'AN', 1, 99),
          ]),
          contextSegment,
        ]),
      ]),
      seg(
        'IK5',
        'R',
        1,
        [el('717', 'R', 'ID', 1, 1, 'A E M R W X'), ...five(el('618', 'S', 'ID', 1, 3, setErrorCodes))],
        {
          qualifier: 'none',
        },
      ),
    ]),
    seg(
      'AK9',
      'R',
      1,
      [
        el('715', 'R', 'ID', 1, 1, 'A E M P R W X'),
        el('97', 'R', 'N0', 1, 6),
        el('123', 'R', 'N0', 1, 6),
        el('2', 'R', 'N0', 1, 6),
        ...five(el('716', 'S', 'ID', 1, 3, groupErrorCodes)),
      ],
      { qualifier: 'none' },
    ),
    seg('SE', 'R', 1, [el('96', 'R', 'N0', 1, 10), el('329', 'R', 'AN', 4, 9)]),
  ]),
};
