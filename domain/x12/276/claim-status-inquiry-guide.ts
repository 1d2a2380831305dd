import { el, type Guide, type LoopRule, loop, many, seg } from '../guide.js';
import {
  amtSegment,
  bhtSegment,
  dmgSegment,
  dtpSegment,
  hlSegment,
  nm1Segment,
  procedureComposite,
  refSegment,
  seSegment,
  stSegment,
  trnSegment,
} from '../guide-segments.js';

/** The same loops stand under the subscriber (D) and under the dependent (E). */
function claimLoop(level: 'D' | 'E'): LoopRule {
  return loop(`2200${level}`, 'S', many, [
    trnSegment('1', 'N'),
    ...['1K', 'BLT', 'LU', '6P', 'EJ', 'XZ', 'D9'].map((qualifier) => refSegment(qualifier, 1)),
    amtSegment('T3', 1),
    dtpSegment('472', 'S', 1),
    loop(`2210${level}`, 'S', many, [
      seg(
        'SVC',
        'R',
        1,
        [
          procedureComposite('R', 'AD ER HC HP IV N4 NU WK'),
          el('782', 'R', 'R', 1, 18),
          el('782', 'S', 'R', 1, 18),
          el('234', 'S', 'AN', 1, 48),
          el('380', 'S', 'R', 1, 15),
          procedureComposite('S', 'AD ER HC HP IV N4 NU WK'),
          el('380', 'R', 'R', 1, 15),
        ],
        { qualifier: 'none' },
      ),
      refSegment('FJ', 1),
      dtpSegment('472', 'R', 1),
    ]),
  ]);
}

const dependentLevel = loop('2000E', 'S', many, [
  hlSegment('23', 'R'),
  dmgSegment('R'),
  loop('2100E', 'R', 1, [nm1Segment('QC', { types: '1', lastNameUsage: 'R' })]),
  claimLoop('E'),
]);

const subscriberLevel = loop('2000D', 'R', many, [
  hlSegment('22', 'R', '0 1'),
  dmgSegment('S'),
  loop('2100D', 'R', 1, [nm1Segment('IL', { types: '1 2', identifierUsage: 'R', identifiers: '24 II MI' })]),
  claimLoop('D'),
  dependentLevel,
]);

const providerLevel = loop('2000C', 'R', many, [
  hlSegment('19', 'R', '1'),
  loop('2100C', 'R', 2, [nm1Segment('1P', { types: '1 2', identifierUsage: 'R', identifiers: 'FI SV XX' })]),
  subscriberLevel,
]);

/** Health care claim status request: loops, segments and codes of 005010X212. */
export const claimStatusInquiryGuide: Guide = {
  ids: ['005010X212'],
  transactionId: '276',
  functionalId: 'HR',
  root: loop('276', 'R', 1, [
    stSegment('276', ['005010X212']),
    bhtSegment({ structure: '0010', purposes: '13' }),
    loop('2000A', 'R', many, [
      hlSegment('20', 'N', '1'),
      loop('2100A', 'R', 1, [
        nm1Segment('PR', { types: '2', lastNameUsage: 'R', identifierUsage: 'R', identifiers: 'PI XV' }),
      ]),
      loop('2000B', 'R', many, [
        hlSegment('21', 'R', '1'),
        loop('2100B', 'R', 1, [nm1Segment('41', { types: '1 2', identifierUsage: 'R', identifiers: '46' })]),
        providerLevel,
      ]),
    ]),
    seSegment,
  ]),
};
