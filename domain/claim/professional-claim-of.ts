import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
import { type Cents, sumCents } from '../kernel/cents.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import type { Visit, VisitCoverage } from '../visit/visit.js';
import type { BillingProvider } from '../x12/837p/professional-claim-batch.js';
import type {
  DependentPatient,
  DestinationPayer,
  ProfessionalClaim,
  Subscriber,
} from '../x12/837p/professional-claim.js';
import type { ProfessionalServiceLine } from '../x12/837p/professional-service-line.js';
import { clinicianParty, isDependent, personParty, postalAddress, practiceParty, subscriberOf } from './claim-party.js';
import { serviceFacilityOf } from './service-facility-of.js';
import { primaryCoverage } from '../visit/primary-coverage.js';

/** What a claim on the wire is made of. */
export type ProfessionalClaimInput = {
  readonly visit: Visit;
  readonly coded: CodedClaim;
  readonly payer: PayerProfile;
  readonly practice: Pick<Practice, 'address' | 'npi'>;
  readonly patientControlNumber: string;
  readonly clearinghouseClaimNumber: string;
  readonly frequencyCode: '1' | '7' | '8';
  readonly payerClaimControlNumber: string | null;
};

const relationshipCodes: Record<VisitCoverage['relationship'], string> = {
  self: '18',
  spouse: '01',
  child: '19',
  other: 'G8',
};

/** The 837P claim (loop 2300 with its subscriber and patient) of a coded visit. Throws when there is no coverage: such a claim is never queued. */
export function professionalClaimOf(input: ProfessionalClaimInput): ProfessionalClaim {
  const { visit, coded, payer } = input;
  const coverage = primaryCoverage(visit);
  if (coverage === null) throw new Error('a claim without coverage has no payer to be sent to');
  const dependent = isDependent(coverage);
  const serviceFacility = serviceFacilityOf(visit, input.practice);
  return {
    subscriber: subscriber(visit, coverage, payer),
    payer: destinationPayer(payer),
    ...(dependent ? { patient: dependentPatient(visit, coverage) } : {}),
    patientControlNumber: input.patientControlNumber,
    chargeCents: sumCents(coded.lines.map((line): Cents => line.chargeCents)),
    placeOfService: coded.placeOfService,
    frequency: input.frequencyCode,
    providerSignatureOnFile: true,
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    dates: {},
    attachments: [],
    ...(visit.patientPaidCents === undefined || visit.patientPaidCents === 0
      ? {}
      : { patientPaidCents: visit.patientPaidCents }),
    ...(input.payerClaimControlNumber === null || input.frequencyCode === '1'
      ? {}
      : { payerClaimControlNumber: input.payerClaimControlNumber }),
    ...(coded.priorAuthorizationNumber === undefined
      ? {}
      : { priorAuthorizationNumber: coded.priorAuthorizationNumber }),
    ...(coded.referralNumber === undefined ? {} : { referralNumber: coded.referralNumber }),
    clearinghouseClaimId: input.clearinghouseClaimNumber,
    ...(visit.patient.medicalRecordNumber === undefined
      ? {}
      : { medicalRecordNumber: visit.patient.medicalRecordNumber }),
    references: [],
    fixedFormatInformation: [],
    conditions: [],
    diagnoses: coded.diagnoses.map((code) => ({ codeSet: 'ICD-10-CM' as const, code })),
    conditionCodes: [],
    renderingProvider: {
      party: clinicianParty(visit.clinician),
      taxonomyCode: visit.clinician.taxonomyCode,
      references: [],
    },
    ...(serviceFacility === undefined ? {} : { serviceFacility }),
    otherPayers: [],
    lines: coded.lines.map((line) => serviceLine(line, input.patientControlNumber)),
  };
}

function destinationPayer({ name, electronicPayerId, claimOffice }: PayerProfile): DestinationPayer {
  return {
    name,
    identifier: { qualifier: 'PI', value: electronicPayerId },
    ...(claimOffice?.address === undefined ? {} : { address: postalAddress(claimOffice.address) }),
    references: claimOffice?.number === undefined ? [] : [{ qualifier: 'FY', value: claimOffice.number }],
  };
}

/** The billing provider of a practice (loops 2000A, 2010AA). */
export function billingProviderOf(practice: Practice): BillingProvider {
  return {
    party: practiceParty(practice),
    address: postalAddress(practice.address),
    taxonomyCode: practice.taxonomyCode,
    taxId: { qualifier: 'EI', value: practice.taxId },
    references: [],
    contacts: [],
  };
}

/** The line control number (REF*6R) by which the 835 names a line; read back by `lineNumberOf`. */
export function lineControlNumber(patientControlNumber: string, lineNumber: number): string {
  return `${patientControlNumber}L${lineNumber}`;
}

/** The line number in a control number of ours, or null for one that is not. */
export function lineNumberOf(controlNumber: string | undefined): number | null {
  const match = /L(\d{1,2})$/.exec(controlNumber ?? '');
  return match?.[1] === undefined ? null : Number(match[1]);
}

function subscriber(visit: Visit, coverage: VisitCoverage, payer: PayerProfile): Subscriber {
  const person = subscriberOf(visit, coverage);
  return {
    payerResponsibility: 'P',
    party: personParty(person, coverage.memberId),
    ...(coverage.groupNumber === undefined ? {} : { groupNumber: coverage.groupNumber }),
    filingIndicator: payer.filingIndicator,
    ...(person.address === undefined ? {} : { address: postalAddress(person.address) }),
    birthDate: person.birthDate,
    sex: person.sex,
    references: [],
  };
}

function dependentPatient(visit: Visit, coverage: VisitCoverage): DependentPatient {
  const { patient } = visit;
  const address = patient.address ?? coverage.subscriber?.address;
  return {
    relationship: relationshipCodes[coverage.relationship],
    party: personParty(patient),
    address: address === undefined ? {} : postalAddress(address),
    birthDate: patient.birthDate,
    sex: patient.sex,
    references: [],
  };
}

function serviceLine(line: ServiceLine, patientControlNumber: string): ProfessionalServiceLine {
  return {
    procedure: { qualifier: 'HC', code: line.procedureCode, modifiers: line.modifiers },
    chargeCents: line.chargeCents,
    unitBasis: 'UN',
    units: line.units,
    diagnosisPointers: line.diagnosisPointers,
    attachments: [],
    serviceDate: { from: line.dateOfService, to: line.dateOfService },
    dates: {},
    lineControlNumber: lineControlNumber(patientControlNumber, line.lineNumber),
    priorAuthorizations: [],
    referrals: [],
    references: [],
    fixedFormatInformation: [],
    notes: [],
    adjudications: [],
  };
}
