import {
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
  bhtSegment,
  dmgSegment,
  dtpSegment,
  hlSegment,
  nm1Segment,
  perSegment,
  procedureComposite,
  refSegment,
  seSegment,
  statusComposite,
  stSegment,
  trnSegment,
} from '../guide-segments.js';

const money: ElementRule = el('782', 'S', 'R', 1, 18);
const date: ElementRule = el('373', 'S', 'DT', 8, 8);

const stcSegment: SegmentRule = seg(
  'STC',
  'R',
  many,
  [
    statusComposite('R'),
    el('373', 'R', 'DT', 8, 8),
    unused('306'),
    money,
    money,
    date,
    el('591', 'S', 'ID', 3, 3, 'ACH BOP CHK FWT NON'),
    date,
    el('429', 'S', 'AN', 1, 16),
    statusComposite('S'),
    statusComposite('S'),
    el('933', 'S', 'AN', 1, 264),
  ],
  { qualifier: 'none' },
);

/** The same loops stand under the subscriber (D) and under the dependent (E). */
function claimLoop(level: 'D' | 'E'): LoopRule {
  return loop(`2200${level}`, 'S', many, [
    trnSegment('2', 'N'),
    stcSegment,
    ...['1K', 'BLT', 'EJ', 'XZ', 'VV', 'D9'].map((qualifier) => refSegment(qualifier, 1)),
    dtpSegment('472', 'S', 1),
    loop(`2220${level}`, 'S', many, [
      seg(
        'SVC',
        'R',
        1,
        [
          procedureComposite('R', 'AD ER HC HP IV N4 NU WK'),
          el('782', 'R', 'R', 1, 18),
          el('782', 'R', 'R', 1, 18),
          el('234', 'S', 'AN', 1, 48),
          el('380', 'S', 'R', 1, 15),
          procedureComposite('S', 'AD ER HC HP IV N4 NU WK'),
          el('380', 'R', 'R', 1, 15),
        ],
        { qualifier: 'none' },
      ),
      stcSegment,
      refSegment('FJ', 1),
      dtpSegment('472', 'R', 1),
    ]),
  ]);
}

const dependentLevel = loop('2000E', 'S', many, [
  hlSegment('23', 'R'),
  dmgSegment('S'),
  loop('2100E', 'R', 1, [nm1Segment('QC', { types: '1', lastNameUsage: 'R' })]),
  claimLoop('E'),
]);

const subscriberLevel = loop('2000D', 'S', many, [
  hlSegment('22', 'R', '0 1'),
  dmgSegment('S'),
  loop('2100D', 'R', 1, [nm1Segment('IL', { types: '1 2', identifierUsage: 'R', identifiers: '24 II MI' })]),
  claimLoop('D'),
  dependentLevel,
]);

const providerLevel = loop('2000C', 'S', many, [
  hlSegment('19', 'R', '0 1'),
  loop('2100C', 'R', 2, [nm1Segment('1P', { types: '1 2', identifierUsage: 'R', identifiers: 'FI SV XX' })]),
  loop('2200C', 'S', 1, [trnSegment('1', 'N'), stcSegment]),
  subscriberLevel,
]);

/** Health care claim status response: loops, segments and codes of 005010X212. */
export const claimStatusResponseGuide: Guide = {
  ids: ['005010X212'],
  transactionId: '277',
  functionalId: 'HN',
  root: loop('277', 'R', 1, [
    stSegment('277', ['005010X212']),
    bhtSegment({ structure: '0010', purposes: '08', types: 'DG' }),
    loop('2000A', 'R', many, [
      hlSegment('20', 'N', '1'),
      loop('2100A', 'R', 1, [
        nm1Segment('PR', { types: '2', lastNameUsage: 'R', identifierUsage: 'R', identifiers: 'PI XV' }),
        perSegment('IC', 'S', 1),
      ]),
      loop('2000B', 'R', many, [
        hlSegment('21', 'R', '0 1'),
        loop('2100B', 'R', 1, [nm1Segment('41', { types: '1 2', identifierUsage: 'R', identifiers: '46' })]),
        loop('2200B', 'S', 1, [trnSegment('2', 'N'), stcSegment]),
        providerLevel,
      ]),
    ]),
    seSegment,
  ]),
};
