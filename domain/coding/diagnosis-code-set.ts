import type { PlainDate } from '../kernel/plain-date.js';
import { type BuiltInDiagnosisCode, builtInDiagnosisCodes, builtInFiscalYears } from './built-in-diagnosis-codes.js';

/** `not_in_subset`: the set in use is not the full official one, so the code could neither be confirmed nor refused. */
export type DiagnosisLookUpStatus = 'valid' | 'invalid' | 'not_in_subset' | 'wrong_year';

export interface DiagnosisLookUp {
  readonly status: DiagnosisLookUpStatus;
  readonly fiscalYear: number;
  /** Whether the set of that fiscal year is the whole official one. */
  readonly complete: boolean;
}

/** Answers whether an ICD-10-CM code (with or without its dot) may be reported on a date of service. */
export interface DiagnosisCodeSet {
  lookUp(code: string, dateOfService: PlainDate): DiagnosisLookUp;
}

/** The codes of one fiscal year as loaded from the official file. */
export interface FiscalYearCodes {
  readonly fiscalYear: number;
  readonly codes: Iterable<string>;
}

/** The ICD-10-CM fiscal year of a date: it starts on 1 October of the calendar year before. */
export function fiscalYearOf(date: PlainDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '10-01' ? year + 1 : year;
}

/** An ICD-10-CM code as claims carry it: capitals, no dot. */
export function withoutDot(code: string): string {
  return code.trim().toUpperCase().replace('.', '');
}

const builtInByCode = new Map(builtInDiagnosisCodes.map((entry) => [entry.code, entry]));

/** The built-in codes under each heading, by the heading: whatever a code begins with, from three characters on. */
const builtInByHeading = new Map<string, BuiltInDiagnosisCode[]>();
for (const entry of builtInDiagnosisCodes) {
  for (let length = 3; length < entry.code.length; length += 1) {
    const heading = entry.code.slice(0, length);
    builtInByHeading.set(heading, [...(builtInByHeading.get(heading) ?? []), entry]);
  }
}

function lookUpBuiltIn(code: string, fiscalYear: number): DiagnosisLookUpStatus {
  const outside = fiscalYear < builtInFiscalYears.first || fiscalYear > builtInFiscalYears.last;
  if (outside) return 'not_in_subset';
  const entry = builtInByCode.get(code);
  if (entry) return isInForce(entry, fiscalYear) ? 'valid' : 'wrong_year';
  // A heading of codes that are in force is none itself: it says too little to be reported.
  const isHeading = builtInByHeading.get(code)?.some((under) => isInForce(under, fiscalYear)) ?? false;
  return isHeading ? 'invalid' : 'not_in_subset';
}

function isInForce({ from, to }: BuiltInDiagnosisCode, fiscalYear: number): boolean {
  return (from === undefined || fiscalYear >= from) && (to === undefined || fiscalYear <= to);
}

/** The code set of loaded official years; years that are not loaded are answered from the built-in subset. */
export function buildDiagnosisCodeSet(years: readonly FiscalYearCodes[]): DiagnosisCodeSet {
  const loaded = new Map(years.map((year) => [year.fiscalYear, new Set([...year.codes].map(withoutDot))]));
  const knownInAnyYear = (code: string): boolean =>
    builtInByCode.has(code) || [...loaded.values()].some((codes) => codes.has(code));
  return {
    lookUp(rawCode, dateOfService) {
      const code = withoutDot(rawCode);
      const fiscalYear = fiscalYearOf(dateOfService);
      const codes = loaded.get(fiscalYear);
      if (!codes) return { status: lookUpBuiltIn(code, fiscalYear), fiscalYear, complete: false };
      if (codes.has(code)) return { status: 'valid', fiscalYear, complete: true };
      return { status: knownInAnyYear(code) ? 'wrong_year' : 'invalid', fiscalYear, complete: true };
    },
  };
}

/** The built-in subset alone. */
export const builtInDiagnosisCodeSet: DiagnosisCodeSet = buildDiagnosisCodeSet([]);
