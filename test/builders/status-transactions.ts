import fc from 'fast-check';
import type { ClaimStatusInquiry } from '../../domain/x12/276/claim-status-inquiry.js';
import type { ClaimStatus, ClaimStatusResponse } from '../../domain/x12/277/claim-status-response.js';
import type {
  AcknowledgementStatus,
  ClaimAcknowledgement,
  ProviderAcknowledgement,
} from '../../domain/x12/277ca/claim-acknowledgement.js';
import {
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

const count = fc.integer({ min: 0, max: 5_000 });
const heading = { referenceNumber: code(1, 30), createdDate: date, createdTime: time };
const category = fc.constantFrom('A1', 'A2', 'A3', 'A7', 'P1', 'F1', 'F2', 'D0', 'E0');
const statusCode = fc.constantFrom('19', '20', '21', '562', '65');

const acknowledgementStatus: fc.Arbitrary<AcknowledgementStatus> = some(
  {
    category,
    code: statusCode,
    entity: fc.constantFrom('85', '40', 'PR'),
    action: fc.constantFrom('WQ', 'U'),
    amountCents: money,
    date,
    text: words(80),
  },
  ['category', 'code', 'action', 'amountCents', 'date'],
);
const acknowledgementStatuses = fc.array(acknowledgementStatus, { minLength: 1, maxLength: 3 });

const totals = some({ acceptedCount: count, rejectedCount: count, acceptedCents: money, rejectedCents: money }, []);

const acknowledgedLine = some(
  {
    procedure,
    chargeCents: money,
    revenueCode: code(4, 4),
    units: quantity,
    statuses: acknowledgementStatuses,
    lineControlNumber: code(1, 30),
    servicePeriod: period,
  },
  ['procedure', 'chargeCents', 'statuses'],
);

const provider: fc.Arbitrary<ProviderAcknowledgement> = some(
  {
    provider: party(['XX']),
    traceNumber: code(2, 30),
    statuses: fc.array(acknowledgementStatus, { maxLength: 2 }),
    totals,
    references: fc.array(identifier(['G2', 'TJ']), { maxLength: 2 }),
    claims: fc.array(
      some(
        {
          patient: person(['MI']),
          patientControlNumber: code(1, 20),
          statuses: acknowledgementStatuses,
          payerClaimControlNumber: code(1, 30),
          clearinghouseClaimNumber: code(1, 20),
          billType: code(3, 3),
          servicePeriod: period,
          lines: fc.array(acknowledgedLine, { maxLength: 2 }),
        },
        ['patient', 'patientControlNumber', 'statuses', 'servicePeriod', 'lines'],
      ),
      { maxLength: 3 },
    ),
  },
  ['provider', 'statuses', 'totals', 'references', 'claims'],
);

/** 277CA with every option our model has. */
export const claimAcknowledgements: fc.Arbitrary<ClaimAcknowledgement> = fc.record({
  ...heading,
  source: fc.record({
    kind: fc.constantFrom('payer', 'clearinghouse'),
    party: organization(['PI', '46']),
    traceNumber: code(1, 30),
    receivedDate: date,
    processedDate: date,
  }),
  submitter: party(['46']),
  batch: fc.record({ traceNumber: code(1, 30), statuses: acknowledgementStatuses, totals }),
  providers: fc.array(provider, { maxLength: 3 }),
});

const member = (qualifiers: string[]) =>
  some({ party: person(qualifiers), birthDate: date, gender: fc.constantFrom('F', 'M', 'U') }, ['party', 'birthDate']);

/** Few different parties, so that neighbours share levels of the hierarchy. */
const parties = {
  payer: fc.constantFrom(...fc.sample(organization(['PI']), { numRuns: 2, seed: 1 })),
  submitter: fc.constantFrom(...fc.sample(organization(['46']), { numRuns: 2, seed: 2 })),
  provider: fc.constantFrom(...fc.sample(party(['XX']), { numRuns: 2, seed: 3 })),
  subscriber: fc.constantFrom(...fc.sample(member(['MI']), { numRuns: 2, seed: 4 })),
  dependent: fc.constantFrom(...fc.sample(member([]), { numRuns: 2, seed: 5 })),
};

/** 276 with every option our model has. */
export const claimStatusInquiries: fc.Arbitrary<ClaimStatusInquiry> = fc.record({
  ...heading,
  inquiries: fc.array(
    some(
      {
        ...parties,
        traceNumber: code(1, 30),
        payerClaimControlNumber: code(1, 30),
        patientControlNumber: code(1, 20),
        billType: code(3, 3),
        clearinghouseClaimNumber: code(1, 20),
        groupNumber: code(1, 20),
        chargeCents: money,
        servicePeriod: period,
        lines: fc.array(
          some(
            {
              procedure,
              chargeCents: money,
              revenueCode: code(4, 4),
              units: quantity,
              lineControlNumber: code(1, 30),
              servicePeriod: period,
            },
            ['procedure', 'chargeCents', 'units', 'servicePeriod'],
          ),
          { maxLength: 2 },
        ),
      },
      ['payer', 'submitter', 'provider', 'subscriber', 'traceNumber', 'lines'],
    ),
    { minLength: 1, maxLength: 5 },
  ),
});

const claimStatus: fc.Arbitrary<ClaimStatus> = some(
  {
    category,
    code: statusCode,
    entity: fc.constantFrom('QC', 'IL', 'PR'),
    effectiveDate: date,
    chargeCents: money,
    paidCents: money,
    adjudicationDate: date,
    remittanceDate: date,
    remittanceTraceNumber: code(1, 16),
    text: words(80),
  },
  ['category', 'code', 'effectiveDate'],
);
const statuses = fc.array(claimStatus, { minLength: 1, maxLength: 3 });

/** 277 with every option our model has. */
export const claimStatusResponses: fc.Arbitrary<ClaimStatusResponse> = fc.record({
  ...heading,
  answers: fc.array(
    some(
      {
        ...parties,
        payerContacts: fc.array(contact('IC'), { maxLength: 1 }),
        traceNumber: code(1, 30),
        statuses,
        payerClaimControlNumber: code(1, 30),
        patientControlNumber: code(1, 20),
        billType: code(3, 3),
        clearinghouseClaimNumber: code(1, 20),
        servicePeriod: period,
        lines: fc.array(
          some(
            {
              procedure,
              chargeCents: money,
              paidCents: money,
              revenueCode: code(4, 4),
              units: quantity,
              statuses,
              lineControlNumber: code(1, 30),
              servicePeriod: period,
            },
            ['procedure', 'chargeCents', 'paidCents', 'units', 'statuses', 'servicePeriod'],
          ),
          { maxLength: 2 },
        ),
      },
      ['payer', 'payerContacts', 'submitter', 'provider', 'subscriber', 'traceNumber', 'statuses', 'lines'],
    ),
    { minLength: 1, maxLength: 4 },
  ),
  partyAnswers: fc.array(
    fc.oneof(
      fc.record({
        level: fc.constant('submitter' as const),
        payer: parties.payer,
        submitter: parties.submitter,
        traceNumber: code(1, 30),
        statuses,
      }),
      fc.record({
        level: fc.constant('provider' as const),
        payer: parties.payer,
        submitter: parties.submitter,
        provider: parties.provider,
        traceNumber: code(1, 30),
        statuses,
      }),
    ),
    { maxLength: 2 },
  ),
});
