import fc from 'fast-check';
import { type Cents, cents, sumCents } from '../../domain/kernel/cents.js';
import { claimDateQualifiers, lineDateQualifiers } from '../../domain/x12/837p/claim-dates.js';
import type { OtherPayer, OutpatientAdjudication } from '../../domain/x12/837p/other-payer.js';
import type { PriorPayerAdjustment } from '../../domain/x12/837p/prior-payer-adjustment.js';
import type {
  Attachment,
  ClaimProvider,
  DependentPatient,
  Diagnosis,
  PatientCondition,
  PatientFacts,
  ProfessionalClaim,
  RelatedCauses,
  ServiceFacility,
  Subscriber,
} from '../../domain/x12/837p/professional-claim.js';
import type { BillingProvider, ProfessionalClaimBatch } from '../../domain/x12/837p/professional-claim-batch.js';
import type {
  Drug,
  LineAdjudication,
  LineAuthorization,
  ProfessionalServiceLine,
} from '../../domain/x12/837p/professional-service-line.js';
import type { DateRange } from '../../domain/x12/date-range.js';
import type { Identifier, Party } from '../../domain/x12/party.js';
import { coherentClaim } from './coherent-claim.js';
import {
  address,
  code,
  contact,
  date,
  identifier,
  organization,
  party,
  period,
  person,
  procedure,
  quantity,
  some,
  time,
  words,
} from './x12-arbitraries.js';

/** Professional claims with every option the guide knows, each in some of them; all within the guide's limits. */

const charge: fc.Arbitrary<Cents> = fc.integer({ min: 1, max: 9_999_999 }).map(cents);
const yesOrAbsent = fc.constant(true);
const day: fc.Arbitrary<DateRange> = date.map((on) => ({ from: on, to: on }));

/** Some of the references of a loop, each qualifier at most one time. */
function references(...qualifiers: readonly string[]): fc.Arbitrary<Identifier[]> {
  return fc.subarray([...qualifiers]).chain((chosen) => fc.tuple(...chosen.map(reference)));
}

function reference(qualifier: string): fc.Arbitrary<Identifier> {
  const isSocialSecurityNumber = qualifier === 'SY';
  const value = isSocialSecurityNumber ? fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String) : code(2, 20);
  return value.map((text) => ({ qualifier, value: text }));
}

function dates<Kind extends string>(kinds: readonly Kind[]): fc.Arbitrary<Partial<Record<Kind, DateRange>>> {
  return fc.subarray([...kinds], { maxLength: 4 }).chain((chosen) =>
    fc.array(day, { minLength: chosen.length, maxLength: chosen.length }).map((days) => {
      const made: Partial<Record<Kind, DateRange>> = {};
      chosen.forEach((kind, index) => {
        const on = days[index];
        if (on !== undefined) made[kind] = on;
      });
      return made;
    }),
  );
}

function kindsOf<Kind extends string>(qualifiers: Readonly<Record<Kind, string>>, without: readonly Kind[]): Kind[] {
  const kinds: Kind[] = [];
  for (const kind in qualifiers) if (!without.includes(kind)) kinds.push(kind);
  return kinds;
}

const claimDates = dates(kindsOf(claimDateQualifiers, ['disabilityStart', 'disabilityEnd']));
const lineDates = dates(kindsOf(lineDateQualifiers, []));

const attachment: fc.Arbitrary<Attachment> = fc.oneof(
  fc.record({ reportType: fc.constantFrom('OZ', 'B4', 'PN'), transmission: fc.constant('AA') }),
  fc.record({
    reportType: fc.constantFrom('OZ', '03', 'M1'),
    transmission: fc.constantFrom('BM', 'EL', 'EM', 'FT', 'FX'),
    controlNumber: code(2, 30),
  }),
);

function provider(kind: 'person' | 'any', ...qualifiers: readonly string[]): fc.Arbitrary<ClaimProvider> {
  const who = kind === 'person' ? person(['XX']) : party(['XX']);
  return fc.record({ party: who, references: references(...qualifiers) });
}

function renderingProvider(): fc.Arbitrary<ClaimProvider> {
  return some({ party: party(['XX']), taxonomyCode: code(10, 10), references: references('0B', '1G', 'G2', 'LU') }, [
    'party',
    'references',
  ]);
}

function facility(...qualifiers: readonly string[]): fc.Arbitrary<ServiceFacility> {
  return fc.record({ party: organization(['XX']), address, references: references(...qualifiers) });
}

const facilityWithContact: fc.Arbitrary<ServiceFacility> = fc
  .tuple(facility('0B', 'G2', 'LU'), words(60), code(10, 10))
  .map(([place, name, value]) => ({
    ...place,
    contact: { functionCode: 'IC', name, numbers: [{ kind: 'TE', value }] },
  }));

const adjustment: fc.Arbitrary<PriorPayerAdjustment> = some(
  {
    group: fc.constantFrom('CO', 'PR', 'OA', 'PI', 'CR'),
    reasonCode: code(1, 4),
    amountCents: fc.integer({ min: -999_999, max: 9_999_999 }).map(cents),
    quantity,
  },
  ['group', 'reasonCode', 'amountCents'],
);

const adjustments = fc.array(adjustment, { maxLength: 5 });

const outpatientAdjudication: fc.Arbitrary<OutpatientAdjudication> = some(
  {
    reimbursementRate: fc.constantFrom(0.8, 1, 0.35),
    payableCents: charge,
    remarkCodes: fc.uniqueArray(fc.constantFrom('MA01', 'MA02', 'MA07', 'N130', 'M15'), { maxLength: 5 }),
    endStageRenalDiseasePaidCents: charge,
    nonpayableProfessionalCents: charge,
  },
  ['remarkCodes', 'payableCents'],
);

const otherPayer: fc.Arbitrary<OtherPayer> = some(
  {
    payerResponsibility: fc.constantFrom('P', 'S', 'T', 'A'),
    relationship: fc.constantFrom('18', '01', '19', 'G8'),
    groupNumber: code(1, 20),
    groupName: words(40),
    medicareSecondaryReason: fc.constantFrom('12', '43', '47'),
    filingIndicator: fc.constantFrom('MB', 'CI', 'BL', 'MC'),
    adjustments,
    paidCents: charge,
    nonCoveredCents: charge,
    remainingPatientLiabilityCents: charge,
    benefitsAssigned: fc.constantFrom('Y', 'N', 'W'),
    patientSignatureSource: fc.constant('P'),
    releaseOfInformation: fc.constantFrom('Y', 'I'),
    outpatientAdjudication,
    subscriber: party(['MI', 'II']),
    subscriberAddress: address,
    subscriberReferences: references('SY'),
    name: words(60),
    identifier: identifier(['PI', 'XV']),
    address,
    adjudicatedOn: date,
    claimControlNumber: code(1, 30),
    references: references('2U', 'G1', '9F'),
  },
  [
    'payerResponsibility',
    'relationship',
    'adjustments',
    'benefitsAssigned',
    'releaseOfInformation',
    'subscriber',
    'subscriberReferences',
    'name',
    'identifier',
    'references',
  ],
);

const drug: fc.Arbitrary<Drug> = fc.oneof(
  fc.record({
    identifier: fc.record({ qualifier: fc.constant('N4'), value: code(11, 11) }),
    quantity,
    unit: fc.constantFrom('ML', 'UN', 'GR'),
    prescriptionNumber: code(1, 20),
  }),
  fc.record({
    identifier: fc.record({ qualifier: fc.constant('N4'), value: code(11, 11) }),
    quantity,
    unit: fc.constant('F2'),
    linkNumber: code(1, 20),
  }),
);

const adjudication: fc.Arbitrary<LineAdjudication> = some(
  {
    payerId: code(2, 20),
    paidCents: charge,
    procedure,
    units: quantity,
    bundledIntoLine: fc.integer({ min: 1, max: 50 }),
    adjustments,
    adjudicatedOn: date,
    remainingPatientLiabilityCents: charge,
  },
  ['payerId', 'paidCents', 'procedure', 'units', 'adjustments', 'adjudicatedOn'],
);

const authorization: fc.Arbitrary<LineAuthorization> = some({ number: code(1, 20), payerId: code(2, 20) }, ['number']);

const lineNotes = fc
  .tuple(
    fc.option(fc.record({ code: fc.constantFrom('ADD', 'DCP'), text: words(80) })),
    fc.option(fc.record({ code: fc.constant('TPO'), text: words(80) })),
  )
  .map((notes) => notes.filter((note) => note !== null));

function line(diagnosisCount: number): fc.Arbitrary<ProfessionalServiceLine> {
  return some(
    {
      procedure: fc.oneof(
        procedure,
        fc.tuple(procedure, words(60)).map(([one, description]) => ({ ...one, description })),
      ),
      chargeCents: charge,
      unitBasis: fc.constantFrom('UN', 'MJ'),
      units: quantity,
      placeOfService: fc.constantFrom('02', '10', '11'),
      diagnosisPointers: fc.uniqueArray(fc.integer({ min: 1, max: diagnosisCount }), { minLength: 1, maxLength: 4 }),
      emergency: yesOrAbsent,
      epsdt: yesOrAbsent,
      familyPlanning: yesOrAbsent,
      copayExempt: yesOrAbsent,
      attachments: fc.array(attachment, { maxLength: 2 }),
      serviceDate: period,
      dates: lineDates,
      lineControlNumber: code(1, 30),
      priorAuthorizations: fc.array(authorization, { maxLength: 2 }),
      referrals: fc.array(authorization, { maxLength: 2 }),
      references: references('X4', 'F4', 'EW'),
      salesTaxCents: charge,
      postageCents: charge,
      fixedFormatInformation: fc.array(words(80), { maxLength: 2 }),
      notes: lineNotes,
      drug,
      renderingProvider: renderingProvider(),
      purchasedService: fc.record({
        providerId: code(2, 20),
        chargeCents: charge,
        provider: fc.record({
          party: fc.record({
            kind: fc.constant('organization' as const),
            name: fc.constant(''),
            identifier: identifier(['XX']),
          }),
          references: references('0B'),
        }),
      }),
      serviceFacility: facility('G2', 'LU'),
      supervisingProvider: provider('person', '0B', 'G2'),
      orderingProvider: fc
        .tuple(provider('person', '0B', 'G2'), address, contact('IC'))
        .map(([ordering, at, whom]) => ({ ...ordering, address: at, contact: whom })),
      referringProvider: provider('person', '0B', 'G2'),
      primaryCareProvider: provider('person', '1G'),
      adjudications: fc.array(adjudication, { maxLength: 3 }),
    },
    [
      'procedure',
      'chargeCents',
      'unitBasis',
      'units',
      'diagnosisPointers',
      'attachments',
      'serviceDate',
      'dates',
      'priorAuthorizations',
      'referrals',
      'references',
      'fixedFormatInformation',
      'notes',
      'adjudications',
    ],
  );
}

const patientFacts: fc.Arbitrary<PatientFacts> = some(
  { deathDate: date, weightPounds: quantity, pregnant: yesOrAbsent },
  ['deathDate'],
);

const demographics = fc.record({ address, birthDate: date, sex: fc.constantFrom('F', 'M', 'U') });

const subscriber: fc.Arbitrary<Subscriber> = some(
  {
    payerResponsibility: fc.constantFrom('P', 'S', 'T', 'U'),
    party: person(['MI']),
    groupNumber: code(1, 20),
    groupName: words(40),
    medicareSecondaryReason: fc.constantFrom('12', '13', '47'),
    filingIndicator: fc.constantFrom('MB', 'MC', 'CI', 'HM', '16'),
    references: references('SY', 'Y4'),
  },
  ['payerResponsibility', 'party', 'references'],
);

const dependent: fc.Arbitrary<DependentPatient> = fc
  .tuple(
    fc.record({
      relationship: fc.constantFrom('01', '19', '20', 'G8'),
      party: person([]),
      references: references('Y4', 'SY'),
    }),
    demographics,
    fc.option(patientFacts),
  )
  .map(([patient, who, facts]) => ({ ...patient, ...who, ...(facts === null ? {} : { facts }) }));

const diagnoses: fc.Arbitrary<Diagnosis[]> = fc
  .tuple(
    fc.constantFrom<Diagnosis['codeSet'][]>('ICD-10-CM', 'ICD-10-CM', 'ICD-9-CM'),
    fc.uniqueArray(code(3, 7), { minLength: 1, maxLength: 12 }),
  )
  .map(([codeSet, codes]) => codes.map((one) => ({ codeSet, code: one })));

const relatedCauses: fc.Arbitrary<RelatedCauses> = fc.constantFrom<RelatedCauses[]>(
  { causes: ['AA'], state: 'NY' },
  { causes: ['EM'] },
  { causes: ['OA'] },
  { causes: ['AA', 'EM'], state: 'TX', countryCode: 'US' },
);

const condition: fc.Arbitrary<PatientCondition> = fc.constantFrom<PatientCondition[]>(
  { category: '75', applies: true, indicators: ['IH'] },
  { category: 'ZZ', applies: false, indicators: ['NU'] },
  { category: 'E1', applies: true, indicators: ['L1', 'L3'] },
);

type Count = { readonly min: number; readonly max: number };

type ClaimDetails = Omit<ProfessionalClaim, 'subscriber' | 'payer' | 'patient' | 'lines' | 'chargeCents' | 'diagnoses'>;

const claimDetails: fc.Arbitrary<ClaimDetails> = some(
  {
    patientControlNumber: code(1, 20),
    placeOfService: fc.constantFrom('02', '10', '11', '12'),
    frequency: fc.constantFrom('1', '7', '8'),
    providerSignatureOnFile: fc.boolean(),
    assignment: fc.constantFrom('A', 'B', 'C'),
    benefitsAssigned: fc.constantFrom('Y', 'N', 'W'),
    releaseOfInformation: fc.constantFrom('Y', 'I'),
    patientSignatureSource: fc.constant('P'),
    relatedCauses,
    specialProgram: fc.constantFrom('02', '09'),
    delayReason: fc.constantFrom('1', '7', '11', '15'),
    dates: claimDates,
    attachments: fc.array(attachment, { maxLength: 3 }),
    contract: some(
      {
        typeCode: fc.constantFrom('02', '05', '09'),
        amountCents: charge,
        percentage: fc.constantFrom(10, 12.5),
        code: code(1, 10),
        termsDiscountPercentage: fc.constantFrom(2, 0.5),
        version: code(1, 10),
      },
      ['typeCode'],
    ),
    patientPaidCents: charge,
    payerClaimControlNumber: code(1, 20),
    priorAuthorizationNumber: code(1, 20),
    referralNumber: code(1, 20),
    clearinghouseClaimId: code(1, 20),
    medicalRecordNumber: code(1, 20),
    references: references('X4', 'P4', '1J', '9A'),
    fixedFormatInformation: fc.array(words(80), { maxLength: 2 }),
    note: fc.record({ code: fc.constantFrom('ADD', 'CER', 'DCP', 'DGN', 'TPO'), text: words(80) }),
    conditions: fc.uniqueArray(condition, { maxLength: 2, selector: (one) => one.category }),
    conditionCodes: fc.uniqueArray(code(2, 2), { maxLength: 12 }),
    referringProvider: provider('person', '0B', '1G', 'G2'),
    primaryCareProvider: provider('person', 'G2'),
    renderingProvider: renderingProvider(),
    serviceFacility: fc.oneof(facility('0B', 'G2', 'LU'), facilityWithContact),
    supervisingProvider: provider('person', '0B', 'LU'),
    otherPayers: fc.array(otherPayer, { maxLength: 2 }),
  },
  [
    'patientControlNumber',
    'placeOfService',
    'frequency',
    'providerSignatureOnFile',
    'assignment',
    'benefitsAssigned',
    'releaseOfInformation',
    'dates',
    'attachments',
    'references',
    'fixedFormatInformation',
    'conditions',
    'conditionCodes',
    'otherPayers',
  ],
);

type Whose = Pick<ProfessionalClaim, 'subscriber' | 'payer' | 'patient'>;

const payer = some(
  {
    name: words(60),
    identifier: identifier(['PI', 'XV']),
    address,
    references: references('2U', 'EI', 'G2'),
  },
  ['name', 'identifier', 'references'],
);

const whose: fc.Arbitrary<Whose> = fc.oneof(
  fc.tuple(subscriber, demographics, fc.option(patientFacts), payer).map(([who, born, facts, paidBy]) => ({
    subscriber: { ...who, ...born, ...(facts === null ? {} : { patientFacts: facts }) },
    payer: paidBy,
  })),
  fc.record({ subscriber, payer, patient: dependent }),
);

function claimOf(who: fc.Arbitrary<Whose>, lineCount: Count): fc.Arbitrary<ProfessionalClaim> {
  return fc.tuple(who, claimDetails, diagnoses).chain(([belongsTo, details, found]) =>
    fc.array(line(found.length), { minLength: lineCount.min, maxLength: lineCount.max }).map((lines) =>
      coherentClaim({
        ...belongsTo,
        ...details,
        diagnoses: found,
        chargeCents: sumCents(lines.map((one) => one.chargeCents)),
        lines,
      }),
    ),
  );
}

/** Several claims of one patient, as neighbours that share their levels. */
function claimsOfOne(lineCount: Count): fc.Arbitrary<ProfessionalClaim[]> {
  return whose.chain((who) => fc.array(claimOf(fc.constant(who), lineCount), { minLength: 1, maxLength: 3 }));
}

const billingProvider: fc.Arbitrary<BillingProvider> = some(
  {
    party: party(['XX']),
    address,
    taxonomyCode: code(10, 10),
    taxId: identifier(['EI', 'SY']),
    references: references('0B', '1G'),
    contacts: fc.array(contact('IC'), { maxLength: 2 }),
    currencyCode: fc.constant('CAD'),
    payToAddress: address,
    payToPlan: fc.record({
      name: words(60),
      identifier: identifier(['PI', 'XV']),
      address,
      taxId: code(9, 9),
      references: references('2U'),
    }),
  },
  ['party', 'address', 'taxId', 'references', 'contacts'],
);

const submitterParty: fc.Arbitrary<Party> = fc.oneof(
  organization(['46']),
  some(
    {
      kind: fc.constant('person' as const),
      lastName: words(35),
      firstName: code(1, 20),
      identifier: identifier(['46']),
    },
    ['kind', 'lastName', 'identifier'],
  ),
);

/** Batches of up to `claimsMax` patients a billing provider, each with up to three claims of that many lines. */
export function professionalClaimBatches(
  claimsMax: number,
  linesMax: number,
  linesMin = 1,
): fc.Arbitrary<ProfessionalClaimBatch> {
  const lineCount = { min: linesMin, max: linesMax };
  return fc.record({
    batchId: code(1, 30),
    createdOn: date,
    createdAt: time,
    purpose: fc.constantFrom('original', 'reissue'),
    kind: fc.constantFrom('chargeable', 'encounter'),
    submitter: fc.record({ party: submitterParty, contacts: fc.array(contact('IC'), { minLength: 1, maxLength: 2 }) }),
    receiver: fc.record({ name: words(60), id: code(2, 20) }),
    billingProviders: fc.array(
      fc.record({
        billingProvider,
        claims: fc.array(claimsOfOne(lineCount), { minLength: 1, maxLength: claimsMax }).map((lists) => lists.flat()),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  });
}
