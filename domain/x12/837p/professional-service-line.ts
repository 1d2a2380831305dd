import type { Cents } from '../../kernel/cents.js';
import type { DateRange } from '../date-range.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Contact } from '../contact.js';
import type { Identifier } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { Procedure } from '../procedure.js';
import type { LineDateKind } from './claim-dates.js';
import type { PriorPayerAdjustment } from './prior-payer-adjustment.js';
import type { Attachment, ClaimNote, ClaimProvider, ServiceFacility } from './professional-claim.js';

/** One service line (loop 2400); its number is its place in the claim. */
export type ProfessionalServiceLine = {
  /** SV101: qualifier HC, code, up to four modifiers (those that price first), description of unlisted codes. */
  readonly procedure: Procedure;
  readonly chargeCents: Cents;
  /** SV103: UN units, MJ minutes of anaesthesia. */
  readonly unitBasis: string;
  readonly units: number;
  /** SV105, only when not that of the claim. */
  readonly placeOfService?: string;
  /** SV107: 1-based places in the claim's diagnoses, the main reason first; one to four. */
  readonly diagnosisPointers: readonly number[];
  readonly emergency?: boolean;
  /** SV111: a service of EPSDT. */
  readonly epsdt?: boolean;
  readonly familyPlanning?: boolean;
  readonly copayExempt?: boolean;
  readonly attachments: readonly Attachment[];
  /** DTP*472; absent only when a file lacks it, which is a finding. */
  readonly serviceDate?: DateRange;
  readonly dates: Readonly<Partial<Record<LineDateKind, DateRange>>>;
  /** REF*6R: comes back in the 835. At most 30 characters. */
  readonly lineControlNumber?: string;
  readonly priorAuthorizations: readonly LineAuthorization[];
  readonly referrals: readonly LineAuthorization[];
  /** Other REF of the line: X4 CLIA, F4, EW, BT, 9B, 9D. */
  readonly references: readonly Identifier[];
  /** AMT*T. */
  readonly salesTaxCents?: Cents;
  /** AMT*F4. */
  readonly postageCents?: Cents;
  readonly fixedFormatInformation: readonly string[];
  /** NTE ADD or DCP, then TPO for a third party. */
  readonly notes: readonly ClaimNote[];
  readonly drug?: Drug;
  readonly renderingProvider?: ClaimProvider;
  readonly purchasedService?: PurchasedService;
  readonly serviceFacility?: ServiceFacility;
  readonly supervisingProvider?: ClaimProvider;
  readonly orderingProvider?: OrderingProvider;
  readonly referringProvider?: ClaimProvider;
  readonly primaryCareProvider?: ClaimProvider;
  /** Loop 2430: what other payers decided about this line. */
  readonly adjudications: readonly LineAdjudication[];
};

/** REF*G1 or REF*9F of a line, with the payer it was obtained from when not the destination. */
export type LineAuthorization = { readonly number: string; readonly payerId?: string };

/** Loop 2410: LIN, CTP and REF. */
export type Drug = {
  /** N4: eleven digits; others by qualifier. */
  readonly identifier: Identifier;
  readonly quantity?: number;
  /** F2, GR, ME, ML, UN. */
  readonly unit?: string;
  /** REF*XZ. */
  readonly prescriptionNumber?: string;
  /** REF*VY: links the parts of a compound. */
  readonly linkNumber?: string;
};

/** PS1 and loop 2420B. */
export type PurchasedService = {
  readonly chargeCents: Cents;
  readonly providerId: string;
  readonly provider?: ClaimProvider;
};

/** Loop 2420E. */
export type OrderingProvider = ClaimProvider & { readonly address?: PostalAddress; readonly contact?: Contact };

/** Loop 2430. */
export type LineAdjudication = {
  /** SVD01: the id of that payer in its loop 2330B. */
  readonly payerId: string;
  readonly paidCents: Cents;
  /** SVD03: the procedure as that payer adjudicated it. */
  readonly procedure: Procedure;
  /** SVD05. */
  readonly units: number;
  /** SVD06: the line this one was bundled into. */
  readonly bundledIntoLine?: number;
  readonly adjustments: readonly PriorPayerAdjustment[];
  /** DTP*573. */
  readonly adjudicatedOn?: PlainDate;
  /** AMT*EAF. */
  readonly remainingPatientLiabilityCents?: Cents;
};
