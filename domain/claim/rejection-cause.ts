import type { AcknowledgementStatus } from '../x12/277ca/claim-acknowledgement.js';

/** Our own short wording of the status codes that come back most (code source 508); others are shown by number. */
const statusWords: Readonly<Record<string, string>> = {
  '21': 'information is missing or invalid',
  '23': 'returned',
  '33': 'the subscriber was not found',
  '54': 'a duplicate of an earlier claim',
  '88': 'the patient is not eligible on the date of service',
  '116': 'sent to the wrong payer',
  '164': 'the subscriber’s id is not accepted',
  '187': 'the date of service',
  '249': 'the place of service',
  '254': 'the principal diagnosis',
  '255': 'a diagnosis',
  '453': 'a procedure modifier',
  '496': 'the submitter is not approved for this provider',
  '535': 'the claim frequency code',
  '562': 'a provider’s NPI',
};

/** Whom a status is about (entity code, element 98). */
const entityWords: Readonly<Record<string, string>> = {
  '85': 'billing provider',
  '82': 'rendering provider',
  IL: 'subscriber',
  QC: 'patient',
  PR: 'payer',
  '41': 'submitter',
};

/** Why a 277CA turned a claim back, for a work item: words, codes and whom they concern; the payer’s free text stays out (it may name the patient). */
export function rejectionCause(statuses: readonly AcknowledgementStatus[]): string {
  return `The payer turned the claim back: ${rejectionReasons(statuses)}.`;
}

/** The statuses of a rejection in words and codes, side by side. */
export function rejectionReasons(statuses: readonly AcknowledgementStatus[]): string {
  const reasons = statuses.map((status) => {
    const about = status.entity === undefined ? '' : ` (${entityWords[status.entity] ?? `entity ${status.entity}`})`;
    return `${statusWords[status.code] ?? `status ${status.code}`}${about}, ${status.category}:${status.code}`;
  });
  return reasons.length === 0 ? 'no reason given' : reasons.join('; ');
}
