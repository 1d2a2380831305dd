import { sumCents, zeroCents } from '../../domain/kernel/cents.js';
import type { Party } from '../../domain/x12/party.js';
import type { BillingProvider, ProfessionalClaimBatch } from '../../domain/x12/837p/professional-claim-batch.js';
import type { ProfessionalClaim } from '../../domain/x12/837p/professional-claim.js';
import type { ProfessionalServiceLine } from '../../domain/x12/837p/professional-service-line.js';
import type { ReceivedClaim, ReceivedLine } from './received-claim.js';

/** The claims of a batch in file order, in the form in which payers keep them. */
export function takeInClaims(batch: ProfessionalClaimBatch): ReceivedClaim[] {
  return batch.billingProviders.flatMap(({ billingProvider, claims }) =>
    claims.map((claim) => takeInClaim(billingProvider, claim)),
  );
}

function takeInClaim(billingProvider: BillingProvider, claim: ProfessionalClaim): ReceivedClaim {
  const billingNpi = billingProvider.party.identifier?.value ?? '';
  const { address } = billingProvider;
  const subscriber = personOf(claim.subscriber.party);
  return {
    patientControlNumber: claim.patientControlNumber,
    submissionId: claim.clearinghouseClaimId,
    frequency: claim.frequency,
    originalReference: claim.payerClaimControlNumber,
    payerSequence: claim.subscriber.payerResponsibility,
    filingIndicator: claim.subscriber.filingIndicator ?? 'ZZ',
    payerId: claim.payer.identifier.value,
    payerName: claim.payer.name,
    memberId: claim.subscriber.party.identifier?.value ?? '',
    subscriber,
    patient: claim.patient === undefined ? subscriber : personOf(claim.patient.party),
    billingName: nameOf(billingProvider.party),
    billingNpi,
    billingTaxId: billingProvider.taxId.value,
    billingAddress: {
      line1: address.line1 ?? '',
      city: address.city ?? '',
      state: address.state ?? '',
      postalCode: address.postalCode ?? '',
    },
    renderingNpi: claim.renderingProvider?.party.identifier?.value ?? billingNpi,
    chargeCents: claim.chargeCents,
    placeOfService: claim.placeOfService,
    diagnoses: claim.diagnoses.map((diagnosis) => diagnosis.code),
    priorPayment: priorPaymentOf(claim),
    lines: claim.lines.flatMap((line, index) => takeInLine(claim, line, index + 1)),
  };
}

/** A line without a date makes its transaction set rejected: nothing further looks at it. */
function takeInLine(claim: ProfessionalClaim, line: ProfessionalServiceLine, number: number): ReceivedLine[] {
  if (line.serviceDate === undefined) return [];
  return [
    {
      number,
      procedureCode: line.procedure.code,
      modifiers: [...line.procedure.modifiers],
      chargeCents: line.chargeCents,
      units: line.units,
      placeOfService: line.placeOfService ?? claim.placeOfService,
      serviceFrom: line.serviceDate.from,
      serviceTo: line.serviceDate.to,
      lineControlNumber: line.lineControlNumber,
    },
  ];
}

/** What payers before this one paid and left to the patient; undefined when the claim tells of none that decided. */
function priorPaymentOf(claim: ProfessionalClaim): ReceivedClaim['priorPayment'] {
  const decided = claim.otherPayers.filter((payer) => payer.paidCents !== undefined);
  if (decided.length === 0) return undefined;
  const adjustments = [
    ...decided.flatMap((payer) => payer.adjustments),
    ...claim.lines.flatMap((line) => line.adjudications.flatMap((adjudication) => adjudication.adjustments)),
  ];
  return {
    paidCents: sumCents(decided.map((payer) => payer.paidCents ?? zeroCents)),
    patientResponsibilityCents: sumCents(
      adjustments.filter((adjustment) => adjustment.group === 'PR').map((adjustment) => adjustment.amountCents),
    ),
  };
}

function personOf(party: Party): ReceivedClaim['patient'] {
  if (party.kind === 'organization') return { lastName: party.name };
  return { lastName: party.lastName, firstName: party.firstName, middleName: party.middleName };
}

function nameOf(party: Party): string {
  return party.kind === 'organization' ? party.name : [party.lastName, party.firstName].filter(Boolean).join(' ');
}
