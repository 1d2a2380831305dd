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
import { el, type Guide, type LoopRule, loop, many, type SegmentRule, seg } from '../guide.js';
import {
  bhtSegment,
  dtpSegment,
  hlSegment,
  n3Segment,
  n4Segment,
  nm1Segment,
  perSegment,
  procedureComposite,
  refSegment,
  seSegment,
  stSegment,
} from '../guide-segments.js';

const aaaSegment: SegmentRule = seg(
  'AAA',
  'S',
  9,
  [
    el('1073', 'R', 'ID', 1, 1, 'N Y'),
    el('559', 'S', 'ID', 2, 2),
    el('901', 'S', 'ID', 2, 2),
    el('889', 'S', 'ID', 1, 1, 'C N P R S W X Y'),
  ],
  { qualifier: 'none' },
);

const informationCodes = '1 2 3 4 5 6 7 8 A B C CB D E F G H I J K L M MC N O P Q R S T U V W X Y';

const ebSegment: SegmentRule = seg(
  'EB',
  'R',
  1,
  [
    el('1390', 'R', 'ID', 1, 2, informationCodes),
    el('1207', 'S', 'ID', 3, 3, 'CHD DEP ECH EMP ESP FAM IND SPC SPO'),
    el('1365', 'S', 'ID', 1, 2, { repeats: 99 }),
    el('1336', 'S', 'ID', 1, 3),
    el('1204', 'S', 'AN', 1, 50),
    el('615', 'S', 'ID', 1, 2),
    el('782', 'S', 'R', 1, 18),
    el('954', 'S', 'R', 1, 10),
    el('673', 'S', 'ID', 2, 2),
    el('380', 'S', 'R', 1, 15),
    el('1073', 'S', 'ID', 1, 1, 'N U Y'),
    el('1073', 'S', 'ID', 1, 1, 'N U W Y'),
    procedureComposite('S', 'AD CJ HC ID IV N4 ZZ', 'S'),
    diagnosisPointersComposite,
  ],
  { qualifier: 'none', conditions: ['P0910'] },
);

const hsdSegment: SegmentRule = seg(
  'HSD',
  'S',
  9,
  [
    el('673', 'S', 'ID', 2, 2, 'DY FL HS MN VS'),
    el('380', 'S', 'R', 1, 15),
    el('355', 'S', 'ID', 2, 2, 'DA MO VS WK YR'),
    el('1167', 'S', 'R', 1, 6),
    el('615', 'S', 'ID', 1, 2),
    el('616', 'S', 'N0', 1, 3),
    el('678', 'S', 'ID', 1, 2),
    el('679', 'S', 'ID', 1, 1),
  ],
  { qualifier: 'none', conditions: ['P0102', 'C0605'] },
);

const relatedCodes = '11 13 1I 1P 2B 36 73 FA GP GW I3 IL LR OC P3 P4 P5 PR PRP SEP TTP VER VN VY X3 Y2';
const relatedIdentifiers = '24 34 46 FA FI II MI NI PI PP SV XV XX';
/** As at the payer, and WP: a telephone at work. */
const relatedContactKinds = 'ED EM EX FX TE UR WP';

function relatedPartyLoop(level: 'C' | 'D'): LoopRule {
  return loop(`2120${level}`, 'S', 23, [
    nm1Segment(relatedCodes, { types: '1 2', identifiers: relatedIdentifiers }),
    n3Segment('S'),
    n4Segment('S'),
    perSegment('IC', 'S', 3, [relatedContactKinds, relatedContactKinds, relatedContactKinds]),
    prvSegment,
  ]);
}

const bracket = (id: 'LS' | 'LE'): SegmentRule => seg(id, 'S', 1, [el('447', 'R', 'AN', 1, 4)]);

const benefitDates = '096 193 194 198 290 291 292 295 304 307 318 346 348 349 356 357 435 472 636 771';
const memberDates = '096 102 152 291 307 318 340 341 342 343 346 347 356 357 382 435 442 458 472 539 540 636 771';

/** The same loops stand under the subscriber (C) and under the dependent (D). */
function benefitLoop(level: 'C' | 'D'): LoopRule {
  return loop(`2110${level}`, 'S', many, [
    ebSegment,
    hsdSegment,
    refSegment('18 1L 1W 49 6P 9F ALS CLI F6 FO G1 IG M7 N6 NQ', 9),
    dtpSegment(benefitDates, 'S', 20),
    aaaSegment,
    seg('MSG', 'S', 10, [el('933', 'R', 'AN', 1, 264)]),
    loop(`2115${level}`, 'S', 10, [
      seg(
        'III',
        'R',
        1,
        [
          el('1270', 'S', 'ID', 1, 3, 'BF BK GR NI ZZ'),
          el('1271', 'S', 'AN', 1, 30),
          el('1136', 'S', 'ID', 2, 2, '44'),
          el('933', 'S', 'AN', 1, 264),
        ],
        { qualifier: 'none', conditions: ['P0102'] },
      ),
    ]),
    bracket('LS'),
    relatedPartyLoop(level),
    bracket('LE'),
  ]);
}

const mpiSegment: SegmentRule = seg(
  'MPI',
  'S',
  1,
  [
    el('1201', 'R', 'ID', 1, 1),
    el('584', 'R', 'ID', 2, 2),
    el('1595', 'R', 'ID', 1, 1),
    el('352', 'S', 'AN', 1, 80),
    el('1596', 'S', 'ID', 2, 2),
    el('1250', 'S', 'ID', 2, 3),
    el('1251', 'S', 'AN', 1, 35),
  ],
  { qualifier: 'none' },
);

const dependent = { level: '23', entity: '03', traces: '1 2', traceCountMax: 3 } as const;
const subscriber = { level: '22', entity: 'IL', traces: '1 2', traceCountMax: 3 } as const;

const dependentLevel = loop('2000D', 'S', many, [
  ...memberHeading(dependent),
  loop('2100D', 'R', 1, [
    ...memberName(dependent),
    aaaSegment,
    prvSegment,
    ...memberDetails,
    dtpSegment(memberDates, 'S', 9),
    mpiSegment,
    benefitLoop('D'),
  ]),
]);

const subscriberLevel = loop('2000C', 'S', many, [
  ...memberHeading(subscriber),
  loop('2100C', 'R', 1, [
    ...memberName(subscriber),
    aaaSegment,
    prvSegment,
    ...memberDetails,
    dtpSegment(memberDates, 'S', 9),
    mpiSegment,
    benefitLoop('C'),
  ]),
  dependentLevel,
]);

/** Eligibility, coverage or benefit information: loops, segments and codes of 005010X279A1. */
export const eligibilityResponseGuide: Guide = {
  ids: ['005010X279A1', '005010X279'],
  transactionId: '271',
  functionalId: 'HB',
  root: loop('271', 'R', 1, [
    stSegment('271', ['005010X279A1', '005010X279']),
    bhtSegment({ structure: '0022', purposes: '06 11', referenceUsage: 'S', types: 'RT', typeUsage: 'S' }),
    loop('2000A', 'R', many, [
      hlSegment('20', 'N', '0 1'),
      aaaSegment,
      loop('2100A', 'R', 1, [
        nm1Segment(informationSourceCodes, {
          types: '1 2',
          identifierUsage: 'R',
          identifiers: informationSourceIdentifiers,
        }),
        perSegment('IC', 'S', 3),
        aaaSegment,
      ]),
      loop('2000B', 'S', many, [
        hlSegment('21', 'R', '0 1'),
        loop('2100B', 'R', 1, [
          nm1Segment(informationReceiverCodes, {
            types: '1 2',
            identifierUsage: 'R',
            identifiers: informationReceiverIdentifiers,
          }),
          refSegment(receiverReferences, 9),
          n3Segment('S'),
          n4Segment('S'),
          aaaSegment,
          prvSegment,
        ]),
        subscriberLevel,
      ]),
    ]),
    seSegment,
  ]),
};
