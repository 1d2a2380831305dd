import type { PlainDate } from '../../kernel/plain-date.js';
import type { DateRange } from '../date-range.js';
import type { Identifier, Party } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { Procedure } from '../procedure.js';

/** Questions about coverage (270, 005010X279A1): one transaction, any number of people. */
export type EligibilityInquiry = {
  /** BHT03: our number of this transaction; empty when it has none, as in a batch. */
  readonly referenceNumber: string;
  readonly createdDate?: PlainDate;
  /** `HHMM` or `HHMMSS`. */
  readonly createdTime?: string;
  readonly inquiries: readonly EligibilityQuestion[];
};

/** A member as the card and the payer know them: subscriber or dependent. */
export type EligibilityMember = {
  readonly party: Party;
  readonly address?: PostalAddress;
  readonly birthDate?: PlainDate;
  readonly gender?: 'F' | 'M' | 'U';
  /** INS02: relation of a dependent to the subscriber (01 spouse, 19 child …). */
  readonly relationshipCode?: string;
  /** REF: 6P group number, SY social security number, EJ patient account, 1L … */
  readonly references: readonly Identifier[];
};

/** A trace number and who gave it (TRN02, TRN03). */
export type EligibilityTrace = { readonly number: string; readonly originatorId: string };

/** One question about one person. */
export type EligibilityQuestion = {
  readonly payer: Party;
  readonly provider: Party;
  readonly subscriber: EligibilityMember;
  /** The patient, when not the subscriber. */
  readonly dependent?: EligibilityMember;
  readonly traces: readonly EligibilityTrace[];
  /** DTP*291: the days of service asked about; today when absent. */
  readonly servicePeriod?: DateRange;
  readonly requests: readonly BenefitRequest[];
};

/** What is asked about (EQ): service types, or one procedure, optionally at a place of service (III*ZZ). */
export type BenefitRequest = {
  /** 30 health plan, 98 office visit, MH mental health, UC urgent care … */
  readonly serviceTypeCodes: readonly string[];
  readonly procedure?: Procedure;
  readonly placeOfService?: string;
};
