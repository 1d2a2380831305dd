import { composite, type ElementRule, el, type SegmentRule, seg } from './guide.js';
import { dmgSegment, hlSegment, n3Segment, n4Segment, nm1Segment, refSegment, trnSegment } from './guide-segments.js';

/** Parts that the guides for 270 and 271 (005010X279A1) have in common. */

export const informationSourceCodes = '2B 36 GP P5 PR';
export const informationSourceIdentifiers = '24 46 FI NI PI XV XX';
export const informationReceiverCodes = '1P 2B 36 80 FA GP P5 PR';
export const informationReceiverIdentifiers = '24 34 FI PI PP SV XV XX';
export const receiverReferences = '0B 1C 1D 1J 4A CT EL EO HPI JD N5 N7 Q4 SY TJ';
const memberReferences = '18 1L 1W 3H 49 6P CE CT EA EJ F6 GH HJ IF IG ML MRC N6 NQ Q4 SY Y4';

/** Provider information (PRV). */
export const prvSegment: SegmentRule = seg(
  'PRV',
  'S',
  1,
  [
    el('1221', 'R', 'ID', 1, 3, 'AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SB SK SU'),
    el('128', 'S', 'ID', 2, 3, '9K D3 EI HPI PXC SY TJ'),
    el('127', 'S', 'AN', 1, 50),
  ],
  { qualifier: 'none', conditions: ['P0203'] },
);

/** Multiple birth and relationship (INS). */
export const insSegment: SegmentRule = seg(
  'INS',
  'S',
  1,
  [
    el('1073', 'R', 'ID', 1, 1, 'N Y'),
    el('1069', 'R', 'ID', 2, 2, '01 18 19 20 21 34 39 40 53 G8'),
    el('875', 'S', 'ID', 3, 3, '001'),
    el('1203', 'S', 'ID', 2, 3, '25'),
    ...Array.from({ length: 12 }, () => el('1216', 'S', 'AN', 1, 35)),
    el('1470', 'S', 'N0', 1, 9),
  ],
  { qualifier: 'none' },
);

/** Diagnoses as asked about (HI): recognised whatever its codes. */
export const hiSegment: SegmentRule = seg(
  'HI',
  'S',
  1,
  Array.from({ length: 8 }, () => composite('C022', 'S', [el('1270', 'R', 'ID', 1, 3), el('1271', 'R', 'AN', 1, 30)])),
  { qualifier: 'none' },
);

/** Which of the diagnoses (HI) a question or a benefit is about: EQ05 and EB14. */
export const diagnosisPointersComposite: ElementRule = composite('C004', 'S', [
  el('1328', 'R', 'N0', 1, 2),
  el('1328', 'S', 'N0', 1, 2),
  el('1328', 'S', 'N0', 1, 2),
  el('1328', 'S', 'N0', 1, 2),
]);

type MemberLevel = {
  readonly level: '22' | '23';
  readonly entity: 'IL' | '03';
  readonly traces: string;
  readonly traceCountMax: number;
};

/** The segments a subscriber or dependent begins with: HL, TRN. */
export function memberHeading({ level, traces, traceCountMax }: MemberLevel): SegmentRule[] {
  return [hlSegment(level, 'R', level === '22' ? '0 1' : '0'), trnSegment(traces, 'R', 'S', traceCountMax)];
}

/** Who the member is: NM1 with REF, N3, N4. */
export function memberName({ entity }: MemberLevel): SegmentRule[] {
  const name =
    entity === 'IL' ? nm1Segment('IL', { types: '1 2', identifiers: 'II MI' }) : nm1Segment('03', { types: '1' });
  return [name, refSegment(memberReferences, 9), n3Segment('S'), n4Segment('S')];
}

/** Birth date, relationship and diagnoses. */
export const memberDetails: readonly SegmentRule[] = [dmgSegment('S'), insSegment, hiSegment];
