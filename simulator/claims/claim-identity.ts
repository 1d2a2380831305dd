import type { ReceivedClaim } from './received-claim.js';

/**
 * What makes two claims the same service to a payer: member, days, procedures, rendering provider. Payers compare
 * content, not control numbers, so the patient control number is no part of it.
 */
export function serviceIdentity(claim: ReceivedClaim): string {
  const lines = claim.lines.map((line) => `${line.serviceFrom}/${line.serviceTo}/${line.procedureCode}`).sort();
  return JSON.stringify([claim.payerId, claim.memberId, claim.renderingNpi, lines]);
}

/** All of a claim's content that decides about it, for draws that must not depend on when or with what it came. */
export function contentIdentity(claim: ReceivedClaim): string {
  const lines = claim.lines.map((line) => [
    line.procedureCode,
    ...line.modifiers,
    String(line.chargeCents),
    line.placeOfService,
  ]);
  return JSON.stringify([claim.patientControlNumber, claim.frequency, serviceIdentity(claim), lines]);
}
