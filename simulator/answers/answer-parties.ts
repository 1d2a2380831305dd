import type { Organization, Person } from '../../domain/x12/party.js';
import type { ReceivedClaim } from '../claims/received-claim.js';
import type { PayerPolicy } from '../payers/payer-policy.js';

/** The clearinghouse that the simulator plays: sender of all its files. */
export const clearinghouseId = 'SIMHOUSE';
export const clearinghouseParty: Organization = {
  kind: 'organization',
  name: 'SIMULATED CLEARINGHOUSE',
  identifier: { qualifier: '46', value: clearinghouseId },
};

export function payerParty(policy: PayerPolicy): Organization {
  return { kind: 'organization', name: policy.name, identifier: { qualifier: 'PI', value: policy.payerId } };
}

export function billingParty(claim: ReceivedClaim): Organization {
  return { kind: 'organization', name: claim.billingName, identifier: { qualifier: 'XX', value: claim.billingNpi } };
}

export function patientParty(claim: ReceivedClaim): Person {
  const { lastName, firstName, middleName } = claim.patient;
  return {
    kind: 'person',
    lastName,
    ...(firstName === undefined ? {} : { firstName }),
    ...(middleName === undefined ? {} : { middleName }),
    identifier: { qualifier: 'MI', value: claim.memberId },
  };
}
