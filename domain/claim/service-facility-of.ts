import type { Address } from '../kernel/schemas.js';
import type { Practice } from '../practice/practice.js';
import type { Visit } from '../visit/visit.js';
import type { ServiceFacility } from '../x12/837p/professional-claim.js';
import { postalAddress } from './claim-party.js';

/**
 * The enrolled place a service is billed from, where it is another than the practice's own address (837P loop 2310C); its
 * ZIP code then sets the locality (Pub. 100-04 ch. 1 §10.1.1). A home beside it is not named: a clinician who works from
 * home bills from the place where they are enrolled.
 */
export function serviceFacilityOf(
  { clinicianLocation }: Pick<Visit, 'clinicianLocation'>,
  practice: Pick<Practice, 'address' | 'npi'>,
): ServiceFacility | undefined {
  const place = clinicianLocation?.practiceLocation;
  if (place === undefined || isSamePlace(place.address, practice.address)) return undefined;
  // The practice's own number names who bills, not where (a subpart of it would have one of its own).
  const ownNumber = place.npi === practice.npi ? undefined : place.npi;
  return {
    party: {
      kind: 'organization',
      name: place.name,
      ...(ownNumber === undefined ? {} : { identifier: { qualifier: 'XX', value: ownNumber } }),
    },
    address: postalAddress(place.address),
    references: [],
  };
}

function isSamePlace(one: Address, other: Address): boolean {
  return (
    one.line1.toUpperCase() === other.line1.toUpperCase() &&
    (one.line2 ?? '').toUpperCase() === (other.line2 ?? '').toUpperCase() &&
    one.zip.slice(0, 5) === other.zip.slice(0, 5)
  );
}
