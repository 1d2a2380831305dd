import {
  diagnosisPointersComposite,
  informationReceiverCodes,
  informationReceiverIdentifiers,
  informationSourceCodes,
  informationSourceIdentifiers,
  memberDetails,
  memberHeading,
  memberName,
  prvSegment,
  receiverReferences,
} from '../eligibility-guide-parts.js';
import { el, type Guide, type LoopRule, loop, many, seg } from '../guide.js';
import {
  amtSegment,
  bhtSegment,
  dtpSegment,
  hlSegment,
  n3Segment,
  n4Segment,
  nm1Segment,
  procedureComposite,
  refSegment,
  seSegment,
  stSegment,
} from '../guide-segments.js';

const eqSegment = seg(
  'EQ',
  'R',
  1,
  [
    el('1365', 'S', 'ID', 1, 2, { repeats: 99 }),
    procedureComposite('S', 'AD CJ HC ID IV N4 ZZ'),
    el('1207', 'S', 'ID', 3, 3, 'FAM'),
    el('1336', 'S', 'ID', 1, 3),
    diagnosisPointersComposite,
  ],
  { qualifier: 'none', conditions: ['R0102'] },
);

/** The same loops stand under the subscriber (C) and under the dependent (D). */
function requestLoop(level: 'C' | 'D'): LoopRule {
  return loop(`2110${level}`, level === 'C' ? 'S' : 'R', 99, [
    eqSegment,
    amtSegment('R', 1),
    amtSegment('PB', 1),
    seg('III', 'S', 1, [el('1270', 'R', 'ID', 1, 3, 'ZZ'), el('1271', 'R', 'AN', 1, 30)], { qualifier: 'none' }),
    refSegment('9F G1', 1),
    dtpSegment('291', 'S', 1),
  ]);
}

const dependent = { level: '23', entity: '03', traces: '1', traceCountMax: 2 } as const;
const subscriber = { level: '22', entity: 'IL', traces: '1', traceCountMax: 2 } as const;

const dependentLevel = loop('2000D', 'S', many, [
  ...memberHeading(dependent),
  loop('2100D', 'R', 1, [
    ...memberName(dependent),
    prvSegment,
    ...memberDetails,
    dtpSegment('102 291', 'S', 2),
    requestLoop('D'),
  ]),
]);

const subscriberLevel = loop('2000C', 'R', many, [
  ...memberHeading(subscriber),
  loop('2100C', 'R', 1, [
    ...memberName(subscriber),
    prvSegment,
    ...memberDetails,
    dtpSegment('102 291', 'S', 2),
    requestLoop('C'),
  ]),
  dependentLevel,
]);

/** Eligibility, coverage or benefit inquiry: loops, segments and codes of 005010X279A1. */
export const eligibilityInquiryGuide: Guide = {
  ids: ['005010X279A1', '005010X279'],
  transactionId: '270',
  functionalId: 'HS',
  root: loop('270', 'R', 1, [
    stSegment('270', ['005010X279A1', '005010X279']),
    bhtSegment({ structure: '0022', purposes: '01 13', referenceUsage: 'S', types: 'RT', typeUsage: 'S' }),
    loop('2000A', 'R', many, [
      hlSegment('20', 'N', '1'),
      loop('2100A', 'R', 1, [
        nm1Segment(informationSourceCodes, {
          types: '1 2',
          identifierUsage: 'R',
          identifiers: informationSourceIdentifiers,
        }),
      ]),
      loop('2000B', 'R', many, [
        hlSegment('21', 'R', '1'),
        loop('2100B', 'R', 1, [
          nm1Segment(informationReceiverCodes, {
            types: '1 2',
            identifierUsage: 'R',
            identifiers: informationReceiverIdentifiers,
          }),
          refSegment(receiverReferences, 9),
          n3Segment('S'),
          n4Segment('S'),
          prvSegment,
        ]),
        subscriberLevel,
      ]),
    ]),
    seSegment,
  ]),
};
