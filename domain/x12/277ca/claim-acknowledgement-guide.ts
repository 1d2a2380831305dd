import { type ElementRule, el, type Guide, loop, many, type SegmentRule, seg, unused } from '../guide.js';
import {
  amtSegment,
  bhtSegment,
  dtpSegment,
  hlSegment,
  nm1Segment,
  procedureComposite,
  qtySegment,
  refSegment,
  seSegment,
  statusComposite,
  stSegment,
  trnSegment,
} from '../guide-segments.js';

/** STC in a 277CA: action in STC03, amount in STC04, more causes in STC10 and STC11, words in STC12. */
function stcSegment(usage: 'R' | 'S', date: 'R' | 'S', amount: 'R' | 'S'): SegmentRule {
  const elements: ElementRule[] = [
    statusComposite('R'),
    el('373', date, 'DT', 8, 8),
    el('306', 'R', 'ID', 1, 2, 'U WQ'),
    el('782', amount, 'R', 1, 18),
    unused('782'),
    unused('373'),
    unused('591'),
    unused('373'),
    unused('429'),
    statusComposite('S'),
    statusComposite('S'),
    el('933', 'S', 'AN', 1, 264),
  ];
  return seg('STC', usage, many, elements, { qualifier: 'none' });
}

const totals = (accepted: string, rejected: string): SegmentRule[] => [
  qtySegment(accepted, 1),
  qtySegment(rejected, 1),
  amtSegment('YU', 1),
  amtSegment('YY', 1),
];

const lineLoop = loop('2220D', 'S', many, [
  seg(
    'SVC',
    'R',
    1,
    [
      procedureComposite('R', 'AD ER HC HP IV N4 NU WK', 'S'),
      el('782', 'R', 'R', 1, 18),
      el('782', 'S', 'R', 1, 18),
      el('234', 'S', 'AN', 1, 48),
      el('380', 'S', 'R', 1, 15),
      procedureComposite('S', 'AD ER HC HP IV N4 NU WK', 'S'),
      el('380', 'S', 'R', 1, 15),
    ],
    { qualifier: 'none' },
  ),
  stcSegment('R', 'R', 'S'),
  refSegment('FJ', 1),
  refSegment('XZ', 1),
  dtpSegment('472', 'S', 1),
]);

const claimLoop = loop('2200D', 'S', many, [
  trnSegment('2', 'N'),
  stcSegment('R', 'R', 'R'),
  refSegment('1K', 1),
  refSegment('D9', 1),
  refSegment('BLT', 1),
  dtpSegment('472', 'R', 1),
  lineLoop,
]);

const patientLevel = loop('2000D', 'S', many, [
  hlSegment('PT', 'R'),
  loop('2100D', 'R', 1, [nm1Segment('QC', { types: '1', identifierUsage: 'S', identifiers: 'II MI' })]),
  claimLoop,
]);

const providerLevel = loop('2000C', 'S', many, [
  hlSegment('19', 'R', '0 1'),
  loop('2100C', 'R', 1, [nm1Segment('85', { types: '1 2', identifierUsage: 'R', identifiers: 'FI SV XX' })]),
  loop('2200C', 'S', 1, [
    trnSegment('1', 'N'),
    stcSegment('S', 'S', 'S'),
    refSegment('0B 1G G2 LU SY TJ', 3),
    ...totals('QA', 'QC'),
  ]),
  patientLevel,
]);

/** Health care claim acknowledgement: loops, segments and codes of 005010X214. */
export const claimAcknowledgementGuide: Guide = {
  ids: ['005010X214'],
  transactionId: '277',
  functionalId: 'HN',
  root: loop('277', 'R', 1, [
    stSegment('277', ['005010X214']),
    bhtSegment({ structure: '0085', purposes: '08', types: 'TH' }),
    loop('2000A', 'R', 1, [
      hlSegment('20', 'N', '1'),
      loop('2100A', 'R', 1, [
        nm1Segment('AY PR', { types: '2', lastNameUsage: 'R', identifierUsage: 'R', identifiers: '46 FI PI XV' }),
      ]),
      loop('2200A', 'R', 1, [trnSegment('1', 'N'), dtpSegment('050', 'R', 1, 'D8'), dtpSegment('009', 'R', 1, 'D8')]),
      loop('2000B', 'R', 1, [
        hlSegment('21', 'R', '0 1'),
        loop('2100B', 'R', 1, [nm1Segment('41', { types: '1 2', identifierUsage: 'R', identifiers: '46' })]),
        loop('2200B', 'R', 1, [trnSegment('2', 'N'), stcSegment('R', 'R', 'R'), ...totals('90', 'AA')]),
        providerLevel,
      ]),
    ]),
    seSegment,
  ]),
};
