import type { PlainDate } from '../kernel/plain-date.js';
import { type CalendarQuarter, quarterOf } from './calendar-quarter.js';
import { procedureFacts } from './procedure-facts.js';
import { type EditionInUse, editionFor, type QuarterlyEdition } from './quarterly-edition.js';

/** `not_in_subset`: the quarter is not loaded, so the code could neither be confirmed nor refused. */
export type ProcedureLookUpStatus = 'valid' | 'invalid' | 'wrong_quarter' | 'not_in_subset';

export interface ProcedureLookUp {
  readonly status: ProcedureLookUpStatus;
  readonly quarter: CalendarQuarter;
}

/**
 * Answers whether a HCPCS Level II code stands in the list of the quarter of a date of service. The official list holds
 * ended codes too: standing in it does not make a code payable, missing from it makes it wrong.
 */
export interface ProcedureCodeSet {
  lookUp(code: string, dateOfService: PlainDate): ProcedureLookUp;
  /** What answers for a date; never a neighbour quarter, since one list says nothing of another's codes. */
  inUse(dateOfService: PlainDate): EditionInUse;
}

/** The codes of one quarter as loaded from the official file. */
export interface QuarterCodes extends QuarterlyEdition {
  readonly codes: Iterable<string>;
}

/** Whether a code has the form of HCPCS Level II: a letter A to V and four digits. D codes are the ADA's and in no CMS list. */
export function isLevelTwoCode(code: string): boolean {
  return /^[A-CE-V]\d{4}$/.test(code);
}

function lookUpBuiltIn(code: string, date: PlainDate): ProcedureLookUpStatus {
  const facts = procedureFacts(code);
  if (facts === undefined) return 'not_in_subset';
  const isWithin = (facts.from === undefined || date >= facts.from) && (facts.to === undefined || date <= facts.to);
  return isWithin ? 'valid' : 'wrong_quarter';
}

/** The code set of loaded quarters; quarters that are not loaded are answered from the built-in subset. */
export function buildProcedureCodeSet(quarters: readonly QuarterCodes[]): ProcedureCodeSet {
  const loaded = quarters.map(({ quarter, revision, codes }) => ({ quarter, revision, codes: new Set(codes) }));
  const inUse = (date: PlainDate): EditionInUse<(typeof loaded)[number]> => {
    const found = editionFor(loaded, date);
    return found.kind === 'loaded' && found.exact ? found : { kind: 'built_in' };
  };
  return {
    inUse,
    lookUp(code, date) {
      const quarter = quarterOf(date);
      const found = inUse(date);
      if (found.kind === 'built_in') return { status: lookUpBuiltIn(code, date), quarter };
      if (found.edition.codes.has(code)) return { status: 'valid', quarter };
      const isKnown = loaded.some(({ codes }) => codes.has(code)) || procedureFacts(code) !== undefined;
      return { status: isKnown ? 'wrong_quarter' : 'invalid', quarter };
    },
  };
}

/** The built-in subset alone. */
export const builtInProcedureCodeSet: ProcedureCodeSet = buildProcedureCodeSet([]);
