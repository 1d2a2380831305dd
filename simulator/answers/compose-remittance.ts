import {
  type Cents,
  cents,
  minCents,
  negateCents,
  subtractCents,
  sumCents,
  zeroCents,
} from '../../domain/kernel/cents.js';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import { type PlainDate, plainDate, yearOf } from '../../domain/kernel/plain-date.js';
import type {
  ProviderAdjustment,
  RemittanceAdvice,
  RemittanceClaim,
  RemittanceLine,
  RemittancePayee,
  RemittancePayer,
  RemittancePayment,
} from '../../domain/x12/835/remittance-advice.js';
import type { AdjudicatedClaim } from '../claims/adjudicated-claim.js';
import { type ReceivedClaim, servicePeriodOf } from '../claims/received-claim.js';
import type { PayerPolicy } from '../payers/payer-policy.js';
import type { KnownClaim } from '../state/simulator-state.js';
import { patientParty } from './answer-parties.js';

/** One payer's settlement with one payee on one day. */
export interface Settlement {
  readonly policy: PayerPolicy;
  readonly settleAt: Instant;
  readonly traceNumber: string;
  /** Claims to settle, each with the one it takes back, if that was settled before. */
  readonly claims: readonly { readonly known: KnownClaim; readonly reversed: KnownClaim | undefined }[];
  /** What the payee still owes from reversals before this settlement. */
  readonly outstandingCents: Cents;
}

export interface ComposedRemittance {
  readonly advice: RemittanceAdvice;
  /** What the payee owes after this settlement. */
  readonly outstandingCents: Cents;
}

/**
 * Makes the 835 of a settlement; it balances by construction. A payer can't pay less than nothing: what reversals
 * take beyond the day's payments moves to later settlements through PLB (WO; FB at Medicare).
 */
export function composeRemittance(settlement: Settlement): ComposedRemittance {
  const claims = settlement.claims.flatMap(({ known, reversed }) =>
    remittanceClaims(settlement.policy, known, reversed),
  );
  const claimsPaid = sumCents(claims.map((claim) => claim.paidCents));
  const deferred = cents(Math.max(0, 0 - claimsPaid));
  const recovered = claimsPaid > 0 ? minCents(claimsPaid, settlement.outstandingCents) : zeroCents;
  const payeeClaim = settlement.claims[0]?.known.claim;
  if (!payeeClaim) throw new RangeError('a settlement needs at least one claim');
  const adjustments = [negateCents(deferred), recovered]
    .filter((amountCents) => amountCents !== 0)
    .map((amountCents) => providerAdjustment(settlement, payeeClaim.billingNpi, amountCents));
  const paid = cents(claimsPaid + deferred - recovered);
  return {
    advice: {
      payment: paymentOf(settlement, paid),
      productionDate: plainDateAt(settlement.settleAt),
      payer: payerOf(settlement.policy),
      payee: payeeOf(payeeClaim),
      claims,
      providerAdjustments: adjustments,
    },
    outstandingCents: cents(settlement.outstandingCents + deferred - recovered),
  };
}

function providerAdjustment(settlement: Settlement, providerId: string, amountCents: Cents): ProviderAdjustment {
  const endOfYear: PlainDate = plainDate(`${yearOf(plainDateAt(settlement.settleAt))}-12-31`);
  return {
    providerId,
    fiscalPeriodEnd: endOfYear,
    code: settlement.policy.payerId === 'SMMCR' ? 'FB' : 'WO',
    reference: settlement.traceNumber,
    amountCents,
  };
}

function paymentOf(settlement: Settlement, amountCents: Cents): RemittancePayment {
  const { policy, settleAt, traceNumber } = settlement;
  const common = {
    amountCents,
    creditOrDebit: 'credit',
    effectiveDate: plainDateAt(settleAt),
    traceNumber,
    payerOriginatorId: `1${policy.taxId}`,
  } as const;
  if (amountCents === 0) return { ...common, handlingCode: 'H', method: 'NON' };
  return {
    ...common,
    handlingCode: 'I',
    method: 'ACH',
    formatCode: 'CCP',
    senderAccount: {
      routingQualifier: '01',
      routingNumber: '999999992',
      accountQualifier: 'DA',
      accountNumber: policy.taxId,
    },
    originatingCompanyId: `1${policy.taxId}`,
    receiverAccount: {
      routingQualifier: '01',
      routingNumber: '999988880',
      accountQualifier: 'DA',
      accountNumber: '100200300',
    },
  };
}

function payerOf(policy: PayerPolicy): RemittancePayer {
  const { line1, city, state, zip } = policy.address;
  return {
    name: policy.name,
    address: { line1, city, state, postalCode: zip },
    references: [{ qualifier: '2U', value: policy.payerId }],
    contacts: [
      { functionCode: 'CX', name: 'CLAIMS', numbers: [{ kind: 'TE', value: '8005550100' }] },
      { functionCode: 'BL', name: 'EDI SUPPORT', numbers: [{ kind: 'TE', value: '8005550101' }] },
    ],
  };
}

function payeeOf(claim: ReceivedClaim): RemittancePayee {
  const { billingName, billingNpi, billingTaxId, billingAddress } = claim;
  return {
    name: billingName,
    npi: billingNpi,
    ...(billingTaxId === undefined ? {} : { taxId: billingTaxId }),
    ...(billingAddress === undefined ? {} : { address: billingAddress }),
    references: [],
  };
}

function adjudicationOf(known: KnownClaim): AdjudicatedClaim | undefined {
  return known.disposition.kind === 'accepted' ? known.disposition.adjudication : undefined;
}

function payerNumberOf(known: KnownClaim): string {
  return known.disposition.kind === 'accepted' ? known.disposition.payerClaimControlNumber : '';
}

function remittanceClaims(policy: PayerPolicy, known: KnownClaim, reversed: KnownClaim | undefined): RemittanceClaim[] {
  const reversedAs = reversed === undefined ? undefined : adjudicationOf(reversed);
  const adjudication = adjudicationOf(known);
  return [
    ...(reversed && reversedAs ? [reversalOf(claimOf(policy, reversed, reversedAs))] : []),
    ...(adjudication ? [claimOf(policy, known, adjudication)] : []),
  ];
}

function claimOf(policy: PayerPolicy, known: KnownClaim, adjudication: AdjudicatedClaim): RemittanceClaim {
  const { claim } = known;
  const remarks = adjudication.lines.flatMap((line) => line.remarkCodes).filter(isClaimRemark);
  const statementPeriod = servicePeriodOf(claim);
  return {
    patientControlNumber: claim.patientControlNumber,
    statusCode: adjudication.statusCode,
    chargeCents: claim.chargeCents,
    paidCents: adjudication.paidCents,
    patientResponsibilityCents: adjudication.patientResponsibilityCents,
    filingIndicator: policy.filingIndicator,
    payerClaimControlNumber: payerNumberOf(known),
    placeOfService: claim.placeOfService,
    frequency: claim.frequency,
    adjustments: [],
    patient: patientParty(claim),
    remarkCodes: [...new Set(remarks)],
    references: claim.originalReference === undefined ? [] : [{ qualifier: 'F8', value: claim.originalReference }],
    ...(statementPeriod === undefined ? {} : { statementPeriod }),
    receivedDate: plainDateAt(known.receivedAt),
    amounts: [],
    quantities: [],
    lines: claim.lines.flatMap((line) => lineOf(claim, adjudication, line.number)),
  };
}

/** Remark codes that speak of the claim as a whole stand in MOA, the others at the line. */
function isClaimRemark(code: string): boolean {
  return code.startsWith('MA');
}

function lineOf(claim: ReceivedClaim, adjudication: AdjudicatedClaim, number: number): RemittanceLine[] {
  const line = claim.lines.find((candidate) => candidate.number === number);
  const decided = adjudication.lines.find((candidate) => candidate.number === number);
  if (!line || !decided) return [];
  return [
    {
      procedureQualifier: 'HC',
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      chargeCents: line.chargeCents,
      paidCents: decided.paidCents,
      units: line.units,
      servicePeriod: { from: line.serviceFrom, to: line.serviceTo },
      adjustments: decided.adjustments,
      ...(line.lineControlNumber === undefined ? {} : { lineControlNumber: line.lineControlNumber }),
      references: [],
      ...(decided.allowedCents === 0 ? {} : { allowedCents: decided.allowedCents }),
      amounts: [],
      quantities: [],
      remarkCodes: decided.remarkCodes.filter((code) => !isClaimRemark(code)),
    },
  ];
}

/** The earlier decision with every amount negated (CLP02 22). */
function reversalOf(claim: RemittanceClaim): RemittanceClaim {
  return {
    ...claim,
    statusCode: '22',
    chargeCents: negateCents(claim.chargeCents),
    paidCents: negateCents(claim.paidCents),
    patientResponsibilityCents: negateCents(claim.patientResponsibilityCents),
    remarkCodes: [],
    lines: claim.lines.map(({ allowedCents: _allowed, ...line }) => ({
      ...line,
      chargeCents: negateCents(line.chargeCents),
      paidCents: subtractCents(zeroCents, line.paidCents),
      remarkCodes: [],
      adjustments: line.adjustments.map((adjustment) => ({
        ...adjustment,
        amountCents: negateCents(adjustment.amountCents),
      })),
    })),
  };
}
