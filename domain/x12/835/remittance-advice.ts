import type { Cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Contact } from '../contact.js';
import type { DateRange } from '../date-range.js';
import type { Identifier, Party } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { Procedure } from '../procedure.js';

/** What a payer says it paid, and why not more (835, 005010X221A1): one payment over any number of claims. */
export type RemittanceAdvice = RemittanceHeading & {
  readonly claims: readonly RemittanceClaim[];
  /** Money moved outside of claims (PLB): a positive amount lowers this payment, a negative one raises it. */
  readonly providerAdjustments: readonly ProviderAdjustment[];
  /** Names of the amounts that could not be read and stand as zero here; such an advice never balances. */
  readonly unreadableAmounts?: readonly string[];
};

/** What an advice says before its claims. */
export type RemittanceHeading = {
  readonly payment: RemittancePayment;
  /** When the payer made the advice (DTM*405). */
  readonly productionDate?: PlainDate;
  readonly payer: RemittancePayer;
  readonly payee: RemittancePayee;
};

/** The payment itself (BPR, TRN). */
export type RemittancePayment = {
  /** BPR01: I remittance only, H notification without money, C payment with remittance, D, P, U, X. */
  readonly handlingCode: string;
  /** BPR02; below zero when reversals exceed payments and the payer did not carry the rest forward. */
  readonly amountCents: Cents;
  readonly creditOrDebit: 'credit' | 'debit';
  /** BPR04: ACH, BOP, CHK, FWT or NON. */
  readonly method: string;
  /** BPR05: CCP or CTX for ACH. */
  readonly formatCode?: string;
  readonly senderAccount?: BankAccount;
  /** BPR10, as in the ACH record. */
  readonly originatingCompanyId?: string;
  /** BPR11. */
  readonly originatingSupplementalCode?: string;
  readonly receiverAccount?: BankAccount;
  /** BPR16: settlement or cheque date; absent only when the file lacks it, which is a finding. */
  readonly effectiveDate?: PlainDate;
  /** TRN02: cheque or EFT trace number; with the originator id it reassociates the deposit. */
  readonly traceNumber: string;
  /** TRN03: 1 and the payer's tax id. */
  readonly payerOriginatorId: string;
  readonly originatorSupplementalCode?: string;
};

export type BankAccount = {
  readonly routingQualifier: string;
  readonly routingNumber: string;
  readonly accountQualifier?: string;
  readonly accountNumber?: string;
};

/** Who pays (loop 1000A). */
export type RemittancePayer = {
  readonly name: string;
  readonly identifier?: Identifier;
  readonly address?: PostalAddress;
  /** REF 2U payer id, EO submitter id, HI, NF NAIC code. */
  readonly references: readonly Identifier[];
  readonly contacts: readonly Contact[];
};

/** Who is paid (loop 1000B). */
export type RemittancePayee = {
  readonly name: string;
  readonly npi?: string;
  readonly taxId?: string;
  /** N104 with XV: the standard health plan id of a payer who is the payee. */
  readonly planId?: string;
  readonly address?: PostalAddress;
  /** REF 0B state licence, D3, PQ payee id and other identifiers than the tax id. */
  readonly references: readonly Identifier[];
};

/** One claim of the advice (loop 2100). All amounts of a reversal (status 22) carry the opposite sign. */
export type RemittanceClaim = {
  /** CLP01: our CLM01. */
  readonly patientControlNumber: string;
  /** CLP02; see `claimStatusCodes`. It says how the claim was processed, not whether it was paid. */
  readonly statusCode: string;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  /** CLP05; zero when absent. */
  readonly patientResponsibilityCents: Cents;
  /** CLP06: MB, CI, 12 … */
  readonly filingIndicator?: string;
  /** CLP07: the payer's own number for the claim. */
  readonly payerClaimControlNumber?: string;
  readonly placeOfService?: string;
  readonly frequency?: string;
  readonly adjustments: readonly ClaimAdjustment[];
  readonly patient?: Party;
  readonly insured?: Party;
  /** NM1*74: the patient or insured as the payer has them on file. */
  readonly correctedInsured?: Party;
  readonly renderingProvider?: Party;
  /** NM1*TT: the payer this one forwarded the claim to (status 19, 20, 21): do not also bill it. */
  readonly crossoverCarrier?: Party;
  /** NM1*PR: a payer that should have been billed first. */
  readonly correctedPriorityPayer?: Party;
  /** NM1*GB: the insured of another policy. */
  readonly otherInsured?: Party;
  /** Claim-level remark codes (RARC) from MOA03–07 and MIA05, MIA20–23. */
  readonly remarkCodes: readonly string[];
  /** REF: 1L group number, EA medical record, F8 original number, G1 authorization … */
  readonly references: readonly Identifier[];
  /** DTM*232/233. */
  readonly statementPeriod?: DateRange;
  /** DTM*050. */
  readonly receivedDate?: PlainDate;
  /** DTM*036. */
  readonly coverageExpiredDate?: PlainDate;
  /** AMT: AU coverage amount, I interest, D8 discount, F5 patient paid … for information, outside of the balance. */
  readonly amounts: readonly QualifiedAmount[];
  readonly quantities: readonly QualifiedQuantity[];
  readonly lines: readonly RemittanceLine[];
  /** Names of the amounts that could not be read and stand as zero here; such a claim never balances. */
  readonly unreadableAmounts?: readonly string[];
};

/** One service line of a claim (loop 2110). */
export type RemittanceLine = {
  /** SVC01: the procedure as adjudicated. */
  readonly procedureQualifier: string;
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly revenueCode?: string;
  /** SVC05: units paid for; one when absent. */
  readonly units: number;
  /** SVC06: the procedure we sent, when the payer changed it (bundling, down-coding). */
  readonly submittedProcedure?: Procedure;
  /** SVC07: the units we sent, when the payer changed them. */
  readonly submittedUnits?: number;
  readonly servicePeriod?: DateRange;
  readonly adjustments: readonly ClaimAdjustment[];
  /** REF*6R: our line control number. */
  readonly lineControlNumber?: string;
  readonly references: readonly Identifier[];
  /** AMT*B6. */
  readonly allowedCents?: Cents;
  /** AMT other than B6. */
  readonly amounts: readonly QualifiedAmount[];
  readonly quantities: readonly QualifiedQuantity[];
  /** LQ*HE: line-level remark codes (RARC). */
  readonly remarkCodes: readonly string[];
  /** LQ*RX: drug remark codes. */
  readonly drugRemarkCodes?: readonly string[];
};

/** Who bears an adjustment: CO the provider by contract, PR the patient, OA neither, PI the payer says the provider. */
export type AdjustmentGroup = 'CO' | 'OA' | 'PI' | 'PR';

/** Why a charge was not paid in full (CAS): a positive amount lowers the payment, a negative one raises it. */
export type ClaimAdjustment = {
  readonly group: AdjustmentGroup;
  /** Claim adjustment reason code (CARC). */
  readonly reasonCode: string;
  readonly amountCents: Cents;
  readonly quantity?: number;
};

export type QualifiedAmount = { readonly qualifier: string; readonly amountCents: Cents };

export type QualifiedQuantity = { readonly qualifier: string; readonly quantity: number };

/** One provider-level adjustment (PLB): WO recovery, FB balance forward, 72 refund acknowledged, L6 interest … */
export type ProviderAdjustment = {
  readonly providerId: string;
  /** PLB02: end of the provider's fiscal year. */
  readonly fiscalPeriodEnd?: PlainDate;
  /** PLB03-1. */
  readonly code: string;
  /** PLB03-2, free text of the payer: often a claim number. */
  readonly reference?: string;
  /** PLB04: positive lowers this payment, negative raises it. */
  readonly amountCents: Cents;
};
