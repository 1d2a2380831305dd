import { cents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { ProfessionalClaim } from '../../domain/x12/837p/professional-claim.js';
import type { ProfessionalClaimBatch } from '../../domain/x12/837p/professional-claim-batch.js';
import type { ProfessionalServiceLine } from '../../domain/x12/837p/professional-service-line.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { testEnvelope } from './x12-envelope.js';

/** A video visit billed to one payer: the plainest claim there is. */
export function plainLine(rest: Partial<ProfessionalServiceLine> = {}): ProfessionalServiceLine {
  return {
    procedure: { qualifier: 'HC', code: '99213', modifiers: ['95'] },
    chargeCents: cents(15_000),
    unitBasis: 'UN',
    units: 1,
    diagnosisPointers: [1],
    attachments: [],
    serviceDate: { from: plainDate('2026-01-05'), to: plainDate('2026-01-05') },
    dates: {},
    lineControlNumber: 'CLAIM1L1',
    priorAuthorizations: [],
    referrals: [],
    references: [],
    fixedFormatInformation: [],
    notes: [],
    adjudications: [],
    ...rest,
  };
}

export function plainClaim(rest: Partial<ProfessionalClaim> = {}): ProfessionalClaim {
  return {
    subscriber: {
      payerResponsibility: 'P',
      party: {
        kind: 'person',
        lastName: 'DOE',
        firstName: 'JANE',
        identifier: { qualifier: 'MI', value: 'MEMBER1' },
      },
      filingIndicator: 'CI',
      address: { line1: '1 MAIN ST', city: 'ALBANY', state: 'NY', postalCode: '12207' },
      birthDate: plainDate('1980-02-29'),
      sex: 'F',
      references: [],
    },
    payer: { name: 'PAYER', identifier: { qualifier: 'PI', value: '12345' }, references: [] },
    patientControlNumber: 'CLAIM1',
    chargeCents: cents(15_000),
    placeOfService: '10',
    frequency: '1',
    providerSignatureOnFile: true,
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    dates: {},
    attachments: [],
    references: [],
    fixedFormatInformation: [],
    conditions: [],
    diagnoses: [{ codeSet: 'ICD-10-CM', code: 'J029' }],
    conditionCodes: [],
    otherPayers: [],
    lines: [plainLine()],
    ...rest,
  };
}

export function plainBatch(...claims: readonly ProfessionalClaim[]): ProfessionalClaimBatch {
  return {
    batchId: 'BATCH1',
    createdOn: plainDate('2026-01-05'),
    createdAt: '1200',
    purpose: 'original',
    kind: 'chargeable',
    submitter: {
      party: { kind: 'organization', name: 'PRACTICE', identifier: { qualifier: '46', value: 'ETIN1' } },
      contacts: [{ functionCode: 'IC', name: 'BILLING', numbers: [{ kind: 'TE', value: '5185550100' }] }],
    },
    receiver: { name: 'CLEARINGHOUSE', id: 'CH1' },
    billingProviders: [
      {
        billingProvider: {
          party: { kind: 'organization', name: 'PRACTICE', identifier: { qualifier: 'XX', value: '1234567893' } },
          address: { line1: '2 STATE ST', city: 'ALBANY', state: 'NY', postalCode: '122070001' },
          taxonomyCode: '261QM1300X',
          taxId: { qualifier: 'EI', value: '123456789' },
          references: [],
          contacts: [],
        },
        claims,
      },
    ],
  };
}

/** A file with one claim of one line. */
export const smallClaimFile = writeProfessionalClaimBatch(plainBatch(plainClaim()), testEnvelope);
