import type { Address } from '../kernel/schemas.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import type { Clinician, Patient, Visit, VisitCoverage } from '../visit/visit.js';
import type { Organization, Person } from '../x12/party.js';
import type { PostalAddress } from '../x12/postal-address.js';

/** The names and identifiers of a claim as X12 wants them; used by 837P, 270 and 276 alike. */
export function personParty(person: Pick<Patient, 'firstName' | 'lastName' | 'middleName'>, memberId?: string): Person {
  return {
    kind: 'person',
    lastName: person.lastName,
    firstName: person.firstName,
    ...(person.middleName === undefined ? {} : { middleName: person.middleName }),
    ...(memberId === undefined ? {} : { identifier: { qualifier: 'MI', value: memberId } }),
  };
}

export function clinicianParty(clinician: Clinician): Person {
  return { ...personParty(clinician), identifier: { qualifier: 'XX', value: clinician.npi } };
}

export function practiceParty(practice: Practice): Organization {
  return { kind: 'organization', name: practice.name, identifier: { qualifier: 'XX', value: practice.npi } };
}

export function payerParty(payer: PayerProfile): Organization {
  return { kind: 'organization', name: payer.name, identifier: { qualifier: 'PI', value: payer.electronicPayerId } };
}

export function postalAddress(address: Address): PostalAddress {
  return {
    line1: address.line1,
    ...(address.line2 === undefined ? {} : { line2: address.line2 }),
    city: address.city,
    state: address.state,
    postalCode: address.zip,
  };
}

/** Who holds the policy: the patient, or the subscriber the coverage names. */
export function subscriberOf(visit: Visit, coverage: VisitCoverage): Omit<Patient, 'medicalRecordNumber'> {
  return coverage.relationship === 'self' || coverage.subscriber === undefined ? visit.patient : coverage.subscriber;
}

/** True when the patient is not the subscriber (837P loop 2000C is needed). */
export function isDependent(coverage: VisitCoverage): boolean {
  return coverage.relationship !== 'self' && coverage.subscriber !== undefined;
}
