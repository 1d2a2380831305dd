import type { X12Finding, X12FindingCode } from '../x12/x12-finding.js';

/** The edits that judge a claim by the same rule before it is written, and that a person may override with a reason. */
export const editsOfFinding: Readonly<Partial<Record<X12FindingCode, readonly string[]>>> = {
  'repeated-diagnosis': ['diagnosis-repeated'],
  'diagnosis-pointer-unknown': ['diagnosis-pointer-outside'],
  'service-in-future': ['service-in-future'],
  'service-before-birth': ['patient-born-after-service'],
  'original-reference-missing': ['replacement-without-payer-number'],
  'subscriber-address-missing': ['patient-address-missing'],
  'payer-refuses-frequency': ['replacement-not-taken'],
  'payer-needs-authorization': ['authorization-missing'],
  'external-code-not-valid': [
    'diagnosis-not-valid-on-date',
    'procedure-deleted',
    'procedure-not-yet-valid',
    'hcpcs-not-in-quarter',
  ],
  'malformed-external-code': ['diagnosis-not-valid-on-date'],
};

/** True when a person with the right to do so has let the claim go in spite of the rule behind a finding. */
export function isOverriddenFinding(finding: X12Finding, overriddenEditIds: readonly string[]): boolean {
  return editsOfFinding[finding.code]?.some((editId) => overriddenEditIds.includes(editId)) ?? false;
}
