/** Implementation guides mark each part required, situational or not used; tables use the guides' letters. */
export type Usage = 'R' | 'S' | 'N';

/** Data element types: text, code, decimal, whole number (implied decimals as its digit), date, time. */
export type ElementType = 'AN' | 'ID' | 'R' | 'N0' | 'N2' | 'DT' | 'TM';

/** One simple element or component of a segment. */
export type SimpleElementRule = {
  readonly kind: 'simple';
  /** Number of the data element in the X12 dictionary, as in IK402. */
  readonly reference: string;
  readonly usage: Usage;
  readonly type: ElementType;
  readonly minLength: number;
  readonly maxLength: number;
  /** The values the guide allows; undefined when any text of the type is good. */
  readonly codes: readonly string[] | undefined;
  /** The same, for look-ups. */
  readonly codeSet: ReadonlySet<string> | undefined;
  /** How often it may repeat (1 unless said). */
  readonly repeats: number;
};

export type CompositeElementRule = {
  readonly kind: 'composite';
  readonly reference: string;
  readonly usage: Usage;
  readonly components: readonly SimpleElementRule[];
  readonly repeats: number;
};

export type ElementRule = SimpleElementRule | CompositeElementRule;

/** Which value tells this use of a segment from others with the same id (NM1*85 from NM1*87). */
export type SegmentQualifier = {
  readonly element: number;
  readonly component: number;
  readonly codes: readonly string[];
};

export type SegmentRule = {
  readonly kind: 'segment';
  readonly id: string;
  readonly usage: 'R' | 'S';
  /** Infinity where the guide sets no limit. */
  readonly maxUse: number;
  readonly elements: readonly ElementRule[];
  readonly qualifier: SegmentQualifier | undefined;
  /** Relational conditions of the segment dictionary, as in `P0304` or `R0203`. */
  readonly conditions: readonly string[];
};

/** A loop begins with its first segment; segments and inner loops stand in the guide's order. */
export type LoopRule = {
  readonly kind: 'loop';
  /** The guide's name of the loop (`2010AA`). */
  readonly id: string;
  readonly usage: 'R' | 'S';
  readonly maxRepeats: number;
  readonly parts: readonly (SegmentRule | LoopRule)[];
};

/** A whole transaction set, ST to SE. The root's parts start with ST and end with SE. */
export type Guide = {
  /** `005010X222A1`, and other ids read by the same table. */
  readonly ids: readonly string[];
  /** ST01. */
  readonly transactionId: string;
  /** GS01. */
  readonly functionalId: string;
  readonly root: LoopRule;
};

type ElementOptions = { readonly codes?: readonly string[]; readonly repeats?: number };

/** `el('1028', 'R', 'AN', 1, 38)`: one line of a table; codes as words in one text, or options. */
export function el(
  reference: string,
  usage: Usage,
  type: ElementType,
  minLength: number,
  maxLength: number,
  options: string | ElementOptions = {},
): SimpleElementRule {
  const { codes, repeats = 1 }: ElementOptions = typeof options === 'string' ? { codes: options.split(' ') } : options;
  const codeSet = codes === undefined ? undefined : new Set(codes);
  return { kind: 'simple', reference, usage, type, minLength, maxLength, codes, codeSet, repeats };
}

/** A composite element of the components given in order. */
export function composite(
  reference: string,
  usage: Usage,
  components: readonly SimpleElementRule[],
  repeats = 1,
): CompositeElementRule {
  return { kind: 'composite', reference, usage, components, repeats };
}

/** An element the guide does not use, simple or composite. */
export function unused(reference: string): SimpleElementRule {
  return el(reference, 'N', 'AN', 0, Number.POSITIVE_INFINITY);
}

type SegmentOptions = { readonly conditions?: readonly string[]; readonly qualifier?: SegmentQualifier | 'none' };

/**
 * One use of a segment. Unless told otherwise it is recognised by the first element when that is a required code
 * with a list (NM101, REF01), by its first component (SVC01-1, HI01-1), or by HL03.
 */
export function seg(
  id: string,
  usage: 'R' | 'S',
  maxUse: number,
  elements: readonly ElementRule[],
  options: SegmentOptions = {},
): SegmentRule {
  const qualifier = options.qualifier ?? qualifierOf(id, elements) ?? 'none';
  return {
    kind: 'segment',
    id,
    usage,
    maxUse,
    elements,
    qualifier: qualifier === 'none' ? undefined : qualifier,
    conditions: options.conditions ?? [],
  };
}

/** A loop with its segments and inner loops in the order of the guide. */
export function loop(
  id: string,
  usage: 'R' | 'S',
  maxRepeats: number,
  parts: readonly (SegmentRule | LoopRule)[],
): LoopRule {
  return { kind: 'loop', id, usage, maxRepeats, parts };
}

/** Unlimited repeats (`>1` in the guides). */
export const many = Number.POSITIVE_INFINITY;

function qualifierOf(id: string, elements: readonly ElementRule[]): SegmentQualifier | undefined {
  const number = id === 'HL' ? 3 : 1;
  const rule = elements[number - 1];
  if (rule === undefined) return undefined;
  const coded = rule.kind === 'composite' ? rule.components[0] : rule;
  if (coded === undefined || coded.codes === undefined || coded.usage !== 'R') return undefined;
  return { element: number, component: 1, codes: coded.codes };
}
