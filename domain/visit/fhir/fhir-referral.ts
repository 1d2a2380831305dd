import type { EncounterContext } from './encounter-context.js';
import { isSnomed } from './fhir-codes.js';
import { professionalClaims } from './fhir-coverages.js';
import { codingsOf, type FhirIdentifier, type FhirReference } from './fhir-elements.js';
import type { FhirEntry } from './fhir-resource-set.js';
import type { EntryOf } from './reference-index.js';

/** Category of a ServiceRequest that refers the patient to somebody (SNOMED CT). */
const patientReferral = '3457005';

function firstValue(identifiers: readonly FhirIdentifier[] | undefined): string | undefined {
  return (identifiers ?? []).flatMap(({ value }) => value?.trim() || [])[0];
}

function isReferral({ resource }: EntryOf<'ServiceRequest'>): boolean {
  return codingsOf(resource.category).some((coding) => isSnomed(coding) && coding.code === patientReferral);
}

/**
 * The number of the referral: that of `Claim.referral`, named in the reference itself or by the ServiceRequest it leads to;
 * else that of a referral the encounter is based on. Other orders have numbers that no payer knows.
 */
export function referralNumberOf(context: EncounterContext): string | undefined {
  const { encounter, index } = context;
  const requestOf = (reference: FhirReference, from: FhirEntry) => index.find(reference, from, 'ServiceRequest');
  for (const claim of professionalClaims(context)) {
    const { referral } = claim.resource;
    if (referral === undefined) continue;
    const stated = firstValue(referral.identifier && [referral.identifier]);
    const number = stated ?? firstValue(requestOf(referral, claim)?.resource.identifier);
    if (number !== undefined) return number;
  }
  const requests = (encounter.resource.basedOn ?? []).flatMap((reference) => requestOf(reference, encounter) ?? []);
  return firstValue(requests.find(isReferral)?.resource.identifier);
}
