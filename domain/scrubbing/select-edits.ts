import type { CodedClaim } from '../coding/coded-claim.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { PayerClass } from '../payer/payer-profile.js';
import { inForce } from './in-force.js';
import type { ScrubEdit } from './scrub-edit.js';

/** Edits for one payer class between two changes of the rules. */
interface Selection {
  /** For claims with any codes. */
  readonly general: readonly ScrubEdit[];
  /** All of them, in the order of the catalogue. */
  readonly all: readonly ScrubEdit[];
  /** Codes that some edit waits for. */
  readonly codes: ReadonlySet<string>;
  /** The edits for a claim by the codes it has of these. */
  readonly byCodes: Map<string, readonly ScrubEdit[]>;
}

/** Claims bill few combinations of codes; this many are remembered a selection. */
const combinationsMax = 2000;

/** Answers which edits can find something on a claim: those in force, for its payer's class, and for its codes. */
export type EditSelector = (
  claim: CodedClaim,
  dateOfService: PlainDate,
  payerClass: PayerClass,
) => readonly ScrubEdit[];

/** Sorts edits ahead, so that a claim runs through those that can concern it; they come in the order of the list. */
export function createEditSelector(edits: readonly ScrubEdit[]): EditSelector {
  const starts = [...new Set(edits.map((edit) => edit.effectiveFrom))].sort();
  const ends = [...new Set(edits.flatMap((edit) => edit.effectiveTo ?? []))].sort();
  const selections = new Map<string, Selection>();
  return (claim, dateOfService, payerClass) => {
    const period = `${payerClass} ${countBefore(starts, dateOfService, true)} ${countBefore(ends, dateOfService, false)}`;
    let selection = selections.get(period);
    if (selection === undefined) {
      selection = select(edits, dateOfService, payerClass);
      selections.set(period, selection);
    }
    return editsForCodes(selection, claim);
  };
}

function countBefore(sorted: readonly PlainDate[], date: PlainDate, inclusive: boolean): number {
  let count = 0;
  for (const each of sorted) {
    if (inclusive ? each > date : each >= date) break;
    count += 1;
  }
  return count;
}

function select(edits: readonly ScrubEdit[], dateOfService: PlainDate, payerClass: PayerClass): Selection {
  const all = edits.filter((edit) => inForce(edit, dateOfService) && (edit.payerClasses?.includes(payerClass) ?? true));
  return {
    all,
    general: all.filter((edit) => edit.procedureCodes === undefined),
    codes: new Set(all.flatMap((edit) => edit.procedureCodes ?? [])),
    byCodes: new Map(),
  };
}

function editsForCodes(selection: Selection, { lines }: CodedClaim): readonly ScrubEdit[] {
  let key = '';
  for (const { procedureCode } of lines) if (selection.codes.has(procedureCode)) key += procedureCode;
  if (key === '') return selection.general;
  const known = selection.byCodes.get(key);
  if (known !== undefined) return known;
  const billed = new Set(lines.map((line) => line.procedureCode));
  const chosen = selection.all.filter((edit) => edit.procedureCodes?.some((code) => billed.has(code)) ?? true);
  if (selection.byCodes.size >= combinationsMax) selection.byCodes.clear();
  selection.byCodes.set(key, chosen);
  return chosen;
}
