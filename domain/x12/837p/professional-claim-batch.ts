import type { PlainDate } from '../../kernel/plain-date.js';
import type { Contact } from '../contact.js';
import type { Identifier, Party } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { ProfessionalClaim } from './professional-claim.js';

/** One 837P transaction set (005010X222A1): professional claims of any number of billing providers. */
export type ProfessionalClaimBatch = {
  /** BHT03: our number of the batch, returned in the 277CA (2200B TRN02). At most 50 characters. */
  readonly batchId: string;
  /** BHT04; absent only when a file lacks it, which is a finding. */
  readonly createdOn?: PlainDate;
  /** HHMM or HHMMSS. */
  readonly createdAt: string;
  /** BHT02: a batch sent again after being lost is a reissue. */
  readonly purpose: 'original' | 'reissue';
  /** BHT06: chargeable claims, or reports of encounters paid otherwise. */
  readonly kind: 'chargeable' | 'encounter';
  readonly submitter: Submitter;
  readonly receiver: Receiver;
  readonly billingProviders: readonly BillingProviderClaims[];
};

/** Loop 1000A: who sends the file, with the ETIN (46) as identifier, and whom to call about it. */
export type Submitter = { readonly party: Party; readonly contacts: readonly Contact[] };

/** Loop 1000B: the clearinghouse or payer the file goes to, by its ETIN. */
export type Receiver = { readonly name: string; readonly id: string };

/** A billing provider and its claims in the order they are to be sent. */
export type BillingProviderClaims = {
  readonly billingProvider: BillingProvider;
  readonly claims: readonly ProfessionalClaim[];
};

/** Loops 2000A, 2010AA–AC: who bills and is paid. */
export type BillingProvider = {
  /** Identified by NPI (`XX`). */
  readonly party: Party;
  /** A street address: the guide wants no post office box here. */
  readonly address: PostalAddress;
  readonly taxonomyCode?: string;
  /** EI employer id or SY social security number. */
  readonly taxId: Identifier;
  /** REF 0B, 1G: licence and UPIN. */
  readonly references: readonly Identifier[];
  readonly contacts: readonly Contact[];
  /** ISO 4217, when not US dollars. */
  readonly currencyCode?: string;
  /** Where payments go, when not to `address`; may be a post office box. */
  readonly payToAddress?: PostalAddress;
  /** Person or organization, as NM102 of the pay-to address says; organization unless given. */
  readonly payToKind?: Party['kind'];
  readonly payToPlan?: PayToPlan;
};

/** Loop 2010AC: the health plan that wants its money back from another one (Medicaid reclamation). */
export type PayToPlan = {
  readonly name: string;
  readonly identifier: Identifier;
  readonly address: PostalAddress;
  readonly taxId: string;
  readonly references: readonly Identifier[];
};
