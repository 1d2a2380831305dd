import type { Finding, Severity } from '../../kernel/finding.js';

/** A part of a visit read from FHIR, with all that was doubtful about it. */
export type Extracted<T> = { readonly value: T; readonly findings: readonly Finding[] };

/** A finding about one field of one resource; `where` is the resource's file and line or entry. */
export function fhirFinding(
  severity: Severity,
  code: string,
  where: string,
  message: string,
  remedy?: string,
): Finding {
  return { code: `fhir-${code}`, severity, location: where, message, ...(remedy === undefined ? {} : { remedy }) };
}
