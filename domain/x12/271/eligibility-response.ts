import type { Cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { EligibilityMember, EligibilityTrace } from '../270/eligibility-inquiry.js';
import type { Contact } from '../contact.js';
import type { QualifiedDate } from '../date-range.js';
import type { Identifier, Party } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { Procedure } from '../procedure.js';

/** A payer's answer about coverage (271, 005010X279A1). */
export type EligibilityResponse = {
  /** BHT03: echoes the reference of our 270; empty when it had none. */
  readonly referenceNumber: string;
  readonly createdDate?: PlainDate;
  /** `HHMM` or `HHMMSS`, as sent. */
  readonly createdTime?: string;
  readonly answers: readonly EligibilityAnswer[];
  /** Refusals of the payer or of the provider as a whole: nobody was looked up. */
  readonly partyRejections: readonly PartyRejection[];
};

/** A person as the payer's records have them. */
export type AnsweredMember = EligibilityMember & {
  /** INS03 001 and INS04 25: name, id or birth date here are not those of the question. Claims go with the payer's. */
  readonly identityChanged?: boolean;
};

/** What the payer says about one person. */
export type EligibilityAnswer = {
  readonly payer: Party;
  readonly payerContacts: readonly Contact[];
  readonly provider: Party;
  readonly subscriber: AnsweredMember;
  /** The patient, when not the subscriber; rejections, dates and benefits below are then the dependent's. */
  readonly dependent?: AnsweredMember;
  /** Our traces echoed, and those the payer or clearinghouse added. */
  readonly traces: readonly (EligibilityTrace & { readonly kind: 'echoed' | 'added' })[];
  readonly rejections: readonly EligibilityRejection[];
  /** DTP: 291 plan, 346 plan begin, 347 plan end, 356 eligibility begin … */
  readonly dates: readonly QualifiedDate[];
  readonly benefits: readonly Benefit[];
};

/** Why a request could not be answered (AAA). */
export type EligibilityRejection = {
  /** AAA01 Y: the request was valid and yet refused. */
  readonly requestValid: boolean;
  /** AAA03: 42 system down, 72 bad member id, 75 not found … */
  readonly reasonCode: string;
  /** AAA04: C correct and resubmit, N do not resubmit, R resubmit later … */
  readonly followUpCode?: string;
};

export type PartyRejection = EligibilityRejection & {
  readonly level: 'payer' | 'provider';
  readonly payer: Party;
  /** Whom the payer refuses, at provider level. */
  readonly provider?: Party;
};

/** One piece of eligibility or benefit information (loop 2110, EB). */
export type Benefit = {
  /** EB01: 1 active, 6 inactive, A coinsurance, B copay, C deductible, F limit, G out-of-pocket maximum, I not covered … */
  readonly informationCode: string;
  /** EB02: IND, FAM … */
  readonly coverageLevel?: string;
  /** EB03, every repetition. */
  readonly serviceTypeCodes: readonly string[];
  /** EB04: HM, PR, MB … */
  readonly insuranceType?: string;
  readonly planName?: string;
  /** EB06: 23 calendar year, 27 visit, 29 remaining … */
  readonly timePeriod?: string;
  readonly amountCents?: Cents;
  /** EB08 as a decimal fraction (`.2` for 20 %), kept as text: it is no money. */
  readonly percentFraction?: string;
  readonly quantityQualifier?: string;
  readonly quantity?: number;
  /** EB11. */
  readonly authorizationRequired?: 'yes' | 'no' | 'unknown';
  /** EB12. */
  readonly inNetwork?: 'yes' | 'no' | 'unknown' | 'not-applicable';
  /** EB13. */
  readonly procedure?: Procedure;
  /** III*ZZ: the places of service this benefit is limited to (02 and 10 are telehealth). */
  readonly placesOfService: readonly string[];
  readonly dates: readonly QualifiedDate[];
  readonly references: readonly Identifier[];
  /** MSG: the payer's own words. */
  readonly messages: readonly string[];
  readonly rejections: readonly EligibilityRejection[];
  readonly deliveries: readonly BenefitDelivery[];
  /** Loops 2120: another payer, primary care provider, plan sponsor, vendor … */
  readonly relatedParties: readonly BenefitParty[];
};

/** How often a service may be delivered (HSD), as sent. */
export type BenefitDelivery = {
  readonly quantityQualifier?: string;
  readonly quantity?: number;
  readonly measurementCode?: string;
  readonly samplePeriods?: number;
  readonly timePeriod?: string;
  readonly periodCount?: number;
  readonly frequencyCode?: string;
  readonly patternTimeCode?: string;
};

/** A party named with a benefit (loop 2120). */
export type BenefitParty = {
  /** NM101: P3 primary care provider, PR or PRP other payer, P5 plan sponsor, VN vendor, 1P provider … */
  readonly role: string;
  readonly party: Party;
  readonly address?: PostalAddress;
  readonly contacts: readonly Contact[];
  /** PRV03. */
  readonly taxonomyCode?: string;
};
