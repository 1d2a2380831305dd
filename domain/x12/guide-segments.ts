import { composite, type ElementRule, el, type SegmentRule, seg, unused, type Usage } from './guide.js';

/** Segments that look alike in the guides for remittance, status and eligibility, differing only in codes and usage. */

export function stSegment(transactionId: string, guideIds: readonly string[] | 'unused'): SegmentRule {
  const reference = guideIds === 'unused' ? unused('1705') : el('1705', 'R', 'AN', 1, 35, { codes: guideIds });
  return seg('ST', 'R', 1, [el('143', 'R', 'ID', 3, 3, transactionId), el('329', 'R', 'AN', 4, 9), reference]);
}

export const seSegment: SegmentRule = seg('SE', 'R', 1, [el('96', 'R', 'N0', 1, 10), el('329', 'R', 'AN', 4, 9)]);

type BhtCodes = {
  readonly structure: string;
  readonly purposes: string;
  /** Of BHT03. */
  readonly referenceUsage?: 'R' | 'S';
  readonly types?: string;
  readonly typeUsage?: Usage;
};

export function bhtSegment({
  structure,
  purposes,
  referenceUsage = 'R',
  types,
  typeUsage = 'R',
}: BhtCodes): SegmentRule {
  return seg('BHT', 'R', 1, [
    el('1005', 'R', 'ID', 4, 4, structure),
    el('353', 'R', 'ID', 2, 2, purposes),
    el('127', referenceUsage, 'AN', 1, 50),
    el('373', 'R', 'DT', 8, 8),
    el('337', 'R', 'TM', 4, 8),
    types === undefined ? unused('640') : el('640', typeUsage, 'ID', 2, 2, types),
  ]);
}

/** A level of the hierarchy; `children` is `1` where there must be some, `0 1` where there may be, absent where HL04 may be missing. */
export function hlSegment(level: string, parent: Usage, children?: string): SegmentRule {
  return seg('HL', 'R', 1, [
    el('628', 'R', 'AN', 1, 12),
    parent === 'N' ? unused('734') : el('734', parent, 'AN', 1, 12),
    el('735', 'R', 'ID', 1, 2, level),
    children === undefined ? el('736', 'S', 'ID', 1, 1, '0 1') : el('736', 'R', 'ID', 1, 1, children),
  ]);
}

type NameOptions = {
  readonly usage?: 'R' | 'S';
  readonly maxUse?: number;
  /** NM102: `1` person, `2` organization. */
  readonly types: string;
  readonly lastNameUsage?: Usage;
  readonly identifierUsage?: Usage;
  readonly identifiers?: string;
};

/** NM1 with the entity codes given (NM101). */
export function nm1Segment(entities: string, options: NameOptions): SegmentRule {
  const { usage = 'R', maxUse = 1, types, lastNameUsage = 'S', identifierUsage = 'S', identifiers } = options;
  return seg(
    'NM1',
    usage,
    maxUse,
    [
      el('98', 'R', 'ID', 2, 3, entities),
      el('1065', 'R', 'ID', 1, 1, types),
      el('1035', lastNameUsage, 'AN', 1, 60),
      el('1036', 'S', 'AN', 1, 35),
      el('1037', 'S', 'AN', 1, 25),
      el('1038', 'S', 'AN', 1, 10),
      el('1039', 'S', 'AN', 1, 10),
      el('66', identifierUsage, 'ID', 1, 2, identifiers === undefined ? {} : identifiers),
      el('67', identifierUsage, 'AN', 2, 80),
      el('706', 'S', 'ID', 2, 2),
      el('98', 'S', 'ID', 2, 3),
      el('1035', 'S', 'AN', 1, 60),
    ],
    { conditions: ['P0809', 'C1110', 'C1203'] },
  );
}

export function n3Segment(usage: 'R' | 'S'): SegmentRule {
  return seg('N3', usage, 1, [el('166', 'R', 'AN', 1, 55), el('166', 'S', 'AN', 1, 55)]);
}

export function n4Segment(usage: 'R' | 'S'): SegmentRule {
  return seg(
    'N4',
    usage,
    1,
    [
      el('19', 'R', 'AN', 2, 30),
      el('156', 'S', 'ID', 2, 2),
      el('116', 'S', 'ID', 3, 15),
      el('26', 'S', 'ID', 2, 3),
      el('309', 'S', 'ID', 1, 2),
      el('310', 'S', 'AN', 1, 30),
      el('1715', 'S', 'ID', 1, 3),
    ],
    { conditions: ['E0207', 'C0605', 'C0704'] },
  );
}

export function refSegment(qualifiers: string, maxUse: number, usage: 'R' | 'S' = 'S'): SegmentRule {
  return seg(
    'REF',
    usage,
    maxUse,
    [el('128', 'R', 'ID', 2, 3, qualifiers), el('127', 'R', 'AN', 1, 50), el('352', 'S', 'AN', 1, 80)],
    { conditions: ['R0203'] },
  );
}

export function perSegment(
  functions: string,
  usage: 'R' | 'S',
  maxUse: number,
  [first, second, third]: readonly [string, string, string] = [contactKinds, contactKinds, contactKinds],
): SegmentRule {
  return seg(
    'PER',
    usage,
    maxUse,
    [
      el('366', 'R', 'ID', 2, 2, functions),
      el('93', 'S', 'AN', 1, 60),
      el('365', 'S', 'ID', 2, 2, first),
      el('364', 'S', 'AN', 1, 256),
      el('365', 'S', 'ID', 2, 2, second),
      el('364', 'S', 'AN', 1, 256),
      el('365', 'S', 'ID', 2, 2, third),
      el('364', 'S', 'AN', 1, 256),
    ],
    { conditions: ['P0304', 'P0506', 'P0708'] },
  );
}

const contactKinds = 'ED EM EX FX TE UR';

/** DTP: a date or a range, told apart by DTP02. */
export function dtpSegment(qualifiers: string, usage: 'R' | 'S', maxUse: number, formats = 'D8 RD8'): SegmentRule {
  return seg('DTP', usage, maxUse, [
    el('374', 'R', 'ID', 3, 3, qualifiers),
    el('1250', 'R', 'ID', 2, 3, formats),
    el('1251', 'R', 'AN', 1, 35),
  ]);
}

/** DTM: one date. */
export function dtmSegment(qualifiers: string, maxUse: number): SegmentRule {
  return seg('DTM', 'S', maxUse, [el('374', 'R', 'ID', 3, 3, qualifiers), el('373', 'R', 'DT', 8, 8)]);
}

/** TRN; `originator` is the usage of TRN03. */
export function trnSegment(types: string, originator: Usage, usage: 'R' | 'S' = 'R', maxUse = 1): SegmentRule {
  return seg('TRN', usage, maxUse, [
    el('481', 'R', 'ID', 1, 2, types),
    el('127', 'R', 'AN', 1, 50),
    originator === 'N' ? unused('509') : el('509', originator, 'AN', 10, 10),
    originator === 'N' ? unused('127') : el('127', 'S', 'AN', 1, 50),
  ]);
}

export function amtSegment(qualifiers: string, maxUse: number): SegmentRule {
  return seg('AMT', 'S', maxUse, [el('522', 'R', 'ID', 1, 3, qualifiers), el('782', 'R', 'R', 1, 18)]);
}

export function qtySegment(qualifiers: string, maxUse: number): SegmentRule {
  return seg('QTY', 'S', maxUse, [el('673', 'R', 'ID', 2, 2, qualifiers), el('380', 'R', 'R', 1, 15)]);
}

/** Birth date and gender. */
export function dmgSegment(usage: 'R' | 'S'): SegmentRule {
  return seg(
    'DMG',
    usage,
    1,
    [el('1250', 'S', 'ID', 2, 3, 'D8'), el('1251', 'S', 'AN', 1, 35), el('1068', 'S', 'ID', 1, 1, 'F M U')],
    { conditions: ['P0102'], qualifier: 'none' },
  );
}

/** Composite medical procedure identifier (C003). */
export function procedureComposite(usage: Usage, qualifiers: string, description: Usage = 'N'): ElementRule {
  const modifier = el('1339', 'S', 'AN', 2, 2);
  return composite('C003', usage, [
    el('235', 'R', 'ID', 2, 2, qualifiers),
    el('234', 'R', 'AN', 1, 48),
    modifier,
    modifier,
    modifier,
    modifier,
    description === 'N' ? unused('352') : el('352', description, 'AN', 1, 80),
    el('234', 'S', 'AN', 1, 48),
  ]);
}

/** Health care claim status (C043): category, code, entity. */
export function statusComposite(usage: Usage): ElementRule {
  return composite('C043', usage, [
    el('1271', 'R', 'AN', 1, 30),
    el('1271', 'R', 'AN', 1, 30),
    el('98', 'S', 'ID', 2, 3),
    el('1270', 'S', 'ID', 1, 3),
  ]);
}
