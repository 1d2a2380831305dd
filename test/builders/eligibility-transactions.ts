import fc from 'fast-check';
import type { EligibilityInquiry } from '../../domain/x12/270/eligibility-inquiry.js';
import type { Benefit, EligibilityRejection, EligibilityResponse } from '../../domain/x12/271/eligibility-response.js';
import {
  address,
  code,
  contact,
  date,
  identifier,
  money,
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

const heading = { referenceNumber: fc.oneof(code(1, 30), fc.constant('')), createdDate: date, createdTime: time };
const serviceTypeCodes = fc.array(fc.constantFrom('1', '30', '98', 'MH', 'UC', 'AL'), { minLength: 1, maxLength: 6 });
const placeOfService = fc.constantFrom('02', '10', '11');
const trace = { number: code(1, 30), originatorId: code(10, 10) };

const member = (qualifiers: string[]) =>
  some(
    {
      party: person(qualifiers),
      address,
      birthDate: date,
      gender: fc.constantFrom('F', 'M', 'U'),
      relationshipCode: fc.constantFrom('01', '19', 'G8'),
      references: fc.array(identifier(['6P', '1L', 'EJ']), { maxLength: 2 }),
    },
    ['party', 'references'],
  );

/** A payer may know somebody otherwise than asked about; it says so beside the relationship. */
const answeredMember = (qualifiers: string[]) =>
  fc.oneof(
    member(qualifiers),
    member(qualifiers).map((one) => ({ ...one, relationshipCode: '18', identityChanged: true })),
  );

/** Few different parties, so that neighbours share levels of the hierarchy. */
const payer = fc.constantFrom(...fc.sample(organization(['PI']), { numRuns: 2, seed: 1 }));
const provider = fc.constantFrom(...fc.sample(party(['XX']), { numRuns: 2, seed: 2 }));

/** 270 with every option our model has. */
export const eligibilityInquiries: fc.Arbitrary<EligibilityInquiry> = fc.record({
  ...heading,
  inquiries: fc.array(
    some(
      {
        payer,
        provider,
        subscriber: member(['MI']),
        dependent: member([]),
        traces: fc.array(fc.record(trace), { maxLength: 2 }),
        servicePeriod: period,
        requests: fc.array(
          fc.oneof(
            some({ serviceTypeCodes, placeOfService }, ['serviceTypeCodes']),
            some({ serviceTypeCodes: fc.constant([]), procedure, placeOfService }, ['serviceTypeCodes', 'procedure']),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      },
      ['payer', 'provider', 'subscriber', 'traces', 'requests'],
    ),
    { minLength: 1, maxLength: 4 },
  ),
});

const rejection: fc.Arbitrary<EligibilityRejection> = some(
  {
    requestValid: fc.boolean(),
    reasonCode: fc.constantFrom('42', '72', '75'),
    followUpCode: fc.constantFrom('C', 'N', 'R'),
  },
  ['requestValid', 'reasonCode'],
);
const rejections = fc.array(rejection, { maxLength: 2 });
const dates = (...qualifiers: string[]) =>
  fc.array(fc.record({ qualifier: fc.constantFrom(...qualifiers), period }), { maxLength: 2 });

const delivery = some(
  {
    quantityQualifier: fc.constantFrom('VS', 'DY'),
    quantity,
    measurementCode: fc.constantFrom('MO', 'YR'),
    samplePeriods: quantity,
    timePeriod: fc.constantFrom('34', '23'),
    periodCount: fc.integer({ min: 1, max: 99 }),
    frequencyCode: fc.constantFrom('1', 'A'),
    patternTimeCode: fc.constantFrom('A', 'B'),
  },
  ['quantityQualifier', 'quantity', 'timePeriod'],
);

const relatedParty = some(
  {
    role: fc.constantFrom('P3', 'PR', 'P5', 'VN', '1P'),
    party: party(['PI', 'XX']),
    address,
    contacts: fc.array(contact('IC'), { maxLength: 2 }),
    taxonomyCode: code(10, 10),
  },
  ['role', 'party', 'contacts'],
);

const benefit: fc.Arbitrary<Benefit> = some(
  {
    informationCode: fc.constantFrom('1', '6', 'A', 'B', 'C', 'F', 'G', 'I', 'R', 'U'),
    coverageLevel: fc.constantFrom('IND', 'FAM'),
    serviceTypeCodes: fc.oneof(fc.constant([]), serviceTypeCodes),
    insuranceType: fc.constantFrom('HM', 'PR', 'MB'),
    planName: words(50),
    timePeriod: fc.constantFrom('23', '27', '29'),
    amountCents: money,
    percentFraction: fc.constantFrom('.2', '0', '1', '.35'),
    quantityQualifier: fc.constant('VS'),
    quantity,
    authorizationRequired: fc.constantFrom('yes', 'no', 'unknown'),
    inNetwork: fc.constantFrom('yes', 'no', 'unknown', 'not-applicable'),
    procedure,
    placesOfService: fc.array(placeOfService, { maxLength: 2 }),
    dates: dates('291', '346', '348', '472'),
    references: fc.array(identifier(['18', '6P', 'G1']), { maxLength: 2 }),
    messages: fc.array(words(200), { maxLength: 3 }),
    rejections,
    deliveries: fc.array(delivery, { maxLength: 2 }),
    relatedParties: fc.array(relatedParty, { maxLength: 2 }),
  },
  [
    'informationCode',
    'serviceTypeCodes',
    'quantityQualifier',
    'quantity',
    'placesOfService',
    'dates',
    'references',
    'messages',
    'rejections',
    'deliveries',
    'relatedParties',
  ],
);

/** 271 with every option our model has. */
export const eligibilityResponses: fc.Arbitrary<EligibilityResponse> = fc.record({
  ...heading,
  answers: fc.array(
    some(
      {
        payer,
        payerContacts: fc.array(contact('IC'), { maxLength: 2 }),
        provider,
        subscriber: answeredMember(['MI']),
        dependent: answeredMember([]),
        traces: fc.array(fc.record({ kind: fc.constantFrom('echoed', 'added'), ...trace }), { maxLength: 2 }),
        rejections,
        dates: dates('291', '346', '347', '356'),
        benefits: fc.array(benefit, { maxLength: 4 }),
      },
      ['payer', 'payerContacts', 'provider', 'subscriber', 'traces', 'rejections', 'dates', 'benefits'],
    ),
    { minLength: 1, maxLength: 3 },
  ),
  partyRejections: fc.array(
    fc.oneof(
      fc.tuple(rejection, payer).map(([one, refusing]) => ({ ...one, level: 'payer' as const, payer: refusing })),
      fc.tuple(rejection, payer, provider).map(([one, refusing, refused]) => ({
        ...one,
        level: 'provider' as const,
        payer: refusing,
        provider: refused,
      })),
    ),
    { maxLength: 2 },
  ),
});
