import { cents } from '../../domain/kernel/cents.js';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { ProfessionalClaim, Subscriber } from '../../domain/x12/837p/professional-claim.js';
import type { ProfessionalClaimBatch } from '../../domain/x12/837p/professional-claim-batch.js';
import type { ProfessionalServiceLine } from '../../domain/x12/837p/professional-service-line.js';
import type { Envelope } from '../../domain/x12/write-interchange.js';

const firstNames = ['JANE', 'JOHN', 'MARIA', 'LEE', 'PRIYA', 'OMAR', 'ANNA', 'CARL'];
const lastNames = ['DOE', 'ROE', 'GARCIA', 'NGUYEN', 'PATEL', 'HASSAN', 'LINDQVIST', 'MILLER'];
const diagnoses = ['J069', 'F411', 'I10', 'E119', 'M545', 'R51', 'L209'];
const procedures = ['99213', '99214', '90834', '98001'];

/** Who sends to whom, for the files of the X12 benchmarks. */
export const benchEnvelope: Envelope = {
  sender: { qualifier: 'ZZ', id: 'HARBORTELE' },
  receiver: { qualifier: 'ZZ', id: 'CLEARINGHOUSE' },
  date: plainDate('2026-01-06'),
  time: '0900',
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  transactionControlNumber: 1,
  usage: 'test',
};

/** Plain video visits of as many patients, one or two lines each: about 400 bytes a claim. */
export function claimBatch(count: number): ProfessionalClaimBatch {
  return {
    batchId: 'BENCH',
    createdOn: plainDate('2026-01-06'),
    createdAt: '0900',
    purpose: 'original',
    kind: 'chargeable',
    submitter: {
      party: { kind: 'organization', name: 'HARBOR TELEHEALTH', identifier: { qualifier: '46', value: 'HARBORTELE' } },
      contacts: [{ functionCode: 'IC', name: 'BILLING', numbers: [{ kind: 'TE', value: '5185550100' }] }],
    },
    receiver: { name: 'CLEARINGHOUSE', id: 'CLEARINGHOUSE' },
    billingProviders: [
      {
        billingProvider: {
          party: {
            kind: 'organization',
            name: 'HARBOR TELEHEALTH',
            identifier: { qualifier: 'XX', value: npiFromNineDigits('199990001') },
          },
          address: { line1: '1 QUAY ST', city: 'ALBANY', state: 'NY', postalCode: '122071234' },
          taxonomyCode: '261QM0801X',
          taxId: { qualifier: 'EI', value: '999000017' },
          references: [],
          contacts: [],
        },
        claims: Array.from({ length: count }, (_, index) => claim(index)),
      },
    ],
  };
}

function claim(index: number): ProfessionalClaim {
  const patientControlNumber = `TC${1_000_000 + index}`;
  const lineCount = 1 + (index % 2);
  return {
    subscriber: subscriber(index),
    payer: {
      name: 'PRAIRIE BLUE',
      identifier: { qualifier: 'PI', value: String(60_000 + (index % 7)) },
      references: [],
    },
    patientControlNumber,
    chargeCents: cents(17_500 * lineCount),
    placeOfService: '10',
    frequency: '1',
    providerSignatureOnFile: true,
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    dates: {},
    attachments: [],
    clearinghouseClaimId: `S${patientControlNumber}`,
    references: [],
    fixedFormatInformation: [],
    conditions: [],
    diagnoses: [{ codeSet: 'ICD-10-CM', code: pick(diagnoses, index) }],
    conditionCodes: [],
    renderingProvider: {
      party: {
        kind: 'person',
        lastName: pick(lastNames, index >> 2),
        firstName: pick(firstNames, index >> 4),
        identifier: { qualifier: 'XX', value: npiFromNineDigits(String(199_990_100 + (index % 12))) },
      },
      references: [],
    },
    otherPayers: [],
    lines: Array.from({ length: lineCount }, (_, line) => serviceLine(index, line)),
  };
}

function subscriber(index: number): Subscriber {
  return {
    payerResponsibility: 'P',
    party: {
      kind: 'person',
      lastName: pick(lastNames, index),
      firstName: pick(firstNames, index >> 3),
      identifier: { qualifier: 'MI', value: `W${100_000_000 + index}` },
    },
    filingIndicator: 'CI',
    address: {
      line1: `${1 + (index % 900)} ELM STREET`,
      city: 'ALBANY',
      state: 'NY',
      postalCode: String(12_200 + (index % 90)),
    },
    birthDate: plainDate(`${1940 + (index % 80)}-0${1 + (index % 9)}-${10 + (index % 18)}`),
    sex: index % 2 === 0 ? 'F' : 'M',
    references: [],
  };
}

function serviceLine(index: number, line: number): ProfessionalServiceLine {
  const day = plainDate(`2026-01-0${1 + ((index + line) % 5)}`);
  return {
    procedure: { qualifier: 'HC', code: pick(procedures, index + line), modifiers: ['95'] },
    chargeCents: cents(17_500),
    unitBasis: 'UN',
    units: 1,
    diagnosisPointers: [1],
    attachments: [],
    serviceDate: { from: day, to: day },
    dates: {},
    lineControlNumber: `TC${1_000_000 + index}L${line + 1}`,
    priorAuthorizations: [],
    referrals: [],
    references: [],
    fixedFormatInformation: [],
    notes: [],
    adjudications: [],
  };
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
