import type { Cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Contact } from '../contact.js';
import type { DateRange } from '../date-range.js';
import type { Identifier, Party } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { ClaimDateKind } from './claim-dates.js';
import type { OtherPayer } from './other-payer.js';
import type { ProfessionalServiceLine } from './professional-service-line.js';

/** One professional claim (loop 2300) with the subscriber, patient and payer it belongs to. */
export type ProfessionalClaim = {
  readonly subscriber: Subscriber;
  readonly payer: DestinationPayer;
  /** Absent when the subscriber is the patient. */
  readonly patient?: DependentPatient;
  /** CLM01: comes back in every answer. At most 20 characters are sure to. */
  readonly patientControlNumber: string;
  /** CLM02: the sum of the lines' charges. */
  readonly chargeCents: Cents;
  /** CLM05-1. */
  readonly placeOfService: string;
  /** CLM05-3: 1 original, 7 replacement, 8 void; the last two need the payer claim control number. */
  readonly frequency: string;
  /** CLM06. */
  readonly providerSignatureOnFile: boolean;
  /** CLM07: A assigned, B assigned for laboratory services only, C not assigned. */
  readonly assignment: string;
  /** CLM08: Y, N, or W when the patient refuses. */
  readonly benefitsAssigned: string;
  /** CLM09: Y signed statement, I informed consent by law. */
  readonly releaseOfInformation: string;
  /** CLM10: P when the provider signed for the patient. */
  readonly patientSignatureSource?: string;
  readonly relatedCauses?: RelatedCauses;
  /** CLM12. */
  readonly specialProgram?: string;
  /** CLM20: why the claim is late. */
  readonly delayReason?: string;
  readonly dates: Readonly<Partial<Record<ClaimDateKind, DateRange>>>;
  readonly attachments: readonly Attachment[];
  /** CN1: how the provider is contracted with the payer. */
  readonly contract?: Contract;
  /** AMT*F5. */
  readonly patientPaidCents?: Cents;
  /** REF*F8: the payer's number of the claim that is replaced or voided. */
  readonly payerClaimControlNumber?: string;
  /** REF*G1. */
  readonly priorAuthorizationNumber?: string;
  /** REF*9F. */
  readonly referralNumber?: string;
  /** REF*D9: our number of this submission; the 277CA echoes it. */
  readonly clearinghouseClaimId?: string;
  /** REF*EA. */
  readonly medicalRecordNumber?: string;
  /** Other REF of the claim: X4 CLIA, 4N, F5, EW, P4, LX, 1J, 9A, 9C. */
  readonly references: readonly Identifier[];
  /** K3: data the law wants and the guide has no place for. */
  readonly fixedFormatInformation: readonly string[];
  readonly note?: ClaimNote;
  /** CRC: conditions of homebound, EPSDT, vision, ambulance. */
  readonly conditions: readonly PatientCondition[];
  /** HI: ICD-10-CM without the dot, the principal one first; at most 12. */
  readonly diagnoses: readonly Diagnosis[];
  /** HI*BG. */
  readonly conditionCodes: readonly string[];
  /** Loop 2310A, DN. */
  readonly referringProvider?: ClaimProvider;
  /** Loop 2310A, P3: primary care provider, when referred by way of another. */
  readonly primaryCareProvider?: ClaimProvider;
  /** Loop 2310B: required when not the billing provider. */
  readonly renderingProvider?: ClaimProvider;
  /** Loop 2310C: where the service was given, when not at the billing provider's address nor the patient's home. */
  readonly serviceFacility?: ServiceFacility;
  /** Loop 2310D. */
  readonly supervisingProvider?: ClaimProvider;
  /** Loop 2320: the other payers of the patient, with what each decided. */
  readonly otherPayers: readonly OtherPayer[];
  /** Loop 2400, at most 50. */
  readonly lines: readonly ProfessionalServiceLine[];
};

/** Loops 2000B and 2010BA. */
export type Subscriber = {
  /** SBR01: P primary, S secondary, T tertiary, A–H further, U unknown. */
  readonly payerResponsibility: string;
  /** With the member id (`MI`) as identifier. */
  readonly party: Party;
  readonly groupNumber?: string;
  /** Only when there is no group number. */
  readonly groupName?: string;
  /** SBR05: why Medicare pays second. */
  readonly medicareSecondaryReason?: string;
  /** SBR09: MB, MC, CI, HM … */
  readonly filingIndicator?: string;
  /** Address, birth date and sex are required when the subscriber is the patient. */
  readonly address?: PostalAddress;
  readonly birthDate?: PlainDate;
  readonly sex?: string;
  /** PAT of level 22; only when the subscriber is the patient. */
  readonly patientFacts?: PatientFacts;
  /** REF: SY social security number, Y4 property and casualty claim number. */
  readonly references: readonly Identifier[];
};

/** Facts of the patient that few claims need (PAT05–PAT09). */
export type PatientFacts = {
  readonly deathDate?: PlainDate;
  readonly weightPounds?: number;
  readonly pregnant?: boolean;
};

/** Loop 2010BB. */
export type DestinationPayer = {
  readonly name: string;
  /** PI payer id, XV health plan id. */
  readonly identifier: Identifier;
  readonly address?: PostalAddress;
  /** REF: 2U, EI, FY, NF of the payer; G2, LU of the billing provider there. */
  readonly references: readonly Identifier[];
};

/** Loops 2000C and 2010CA: a patient without a member id of their own. */
export type DependentPatient = {
  /** PAT01: 01 spouse, 19 child, 20 employee, 21 unknown, 39, 40, 53 life partner, G8 other. */
  readonly relationship: string;
  readonly party: Party;
  readonly address: PostalAddress;
  readonly birthDate?: PlainDate;
  readonly sex?: string;
  readonly facts?: PatientFacts;
  /** REF: Y4, 1W, SY. */
  readonly references: readonly Identifier[];
};

/** CLM11: accident or employment; the accident's date stands in `dates.accident`. */
export type RelatedCauses = {
  /** AA auto accident, EM employment, OA other accident; one or two. */
  readonly causes: readonly string[];
  /** State of an auto accident. */
  readonly state?: string;
  readonly countryCode?: string;
};

/** PWK: a document sent by another way, and the number it can be found by. */
export type Attachment = {
  /** PWK01: OZ, B4, PN … */
  readonly reportType: string;
  /** PWK02: AA available on request, BM mail, EL electronic, EM e-mail, FT, FX fax. */
  readonly transmission: string;
  /** PWK06; needed unless AA. */
  readonly controlNumber?: string;
};

/** CN1. */
export type Contract = {
  readonly typeCode: string;
  readonly amountCents?: Cents;
  readonly percentage?: number;
  readonly code?: string;
  readonly termsDiscountPercentage?: number;
  readonly version?: string;
};

/** NTE: ADD, CER, DCP, DGN, TPO and at most 80 characters. */
export type ClaimNote = { readonly code: string; readonly text: string };

/** CRC: a category, whether its conditions apply, and up to five of them. */
export type PatientCondition = {
  readonly category: string;
  readonly applies: boolean;
  readonly indicators: readonly string[];
};

/** One diagnosis: ICD-10-CM, or ICD-9-CM for services before 2015-10-01. */
export type Diagnosis = { readonly codeSet: 'ICD-10-CM' | 'ICD-9-CM'; readonly code: string };

/** A person or organization who gave, ordered or supervised the care, identified by NPI (`XX`). */
export type ClaimProvider = {
  readonly party: Party;
  readonly taxonomyCode?: string;
  /** REF: 0B licence, 1G UPIN, G2 payer's number, LU location. */
  readonly references: readonly Identifier[];
};

/** Loops 2310C and 2420C. */
export type ServiceFacility = {
  readonly party: Party;
  readonly address: PostalAddress;
  readonly references: readonly Identifier[];
  readonly contact?: Contact;
};
