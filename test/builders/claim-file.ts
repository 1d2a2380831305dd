import { cents, sumCents } from '../../domain/kernel/cents.js';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import type { ProfessionalClaim } from '../../domain/x12/837p/professional-claim.js';
import type { BillingProvider, ProfessionalClaimBatch } from '../../domain/x12/837p/professional-claim-batch.js';
import type { ProfessionalServiceLine } from '../../domain/x12/837p/professional-service-line.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';

/** What a test says of a claim; all else is usual. */
export interface ClaimSketch {
  readonly patientControlNumber: string;
  readonly payerId: string;
  readonly memberId: string;
  readonly placeOfService?: string;
  readonly lines?: readonly LineSketch[];
  readonly frequency?: string;
  readonly originalReference?: string;
  readonly submissionId?: string;
  readonly serviceDate?: PlainDate;
  readonly renderingNpi?: string;
}

interface LineSketch {
  readonly code: string;
  readonly modifiers?: readonly string[];
  readonly charge?: number;
}

export interface ClaimFileSketch {
  readonly claims: readonly ClaimSketch[];
  readonly controlNumber?: number;
  readonly submitterId?: string;
  readonly acknowledgementRequested?: boolean;
}

export const testSubmitterId = 'TESTPRACTICE';

const billingProvider: BillingProvider = {
  party: {
    kind: 'organization',
    name: 'HARBOR TELEHEALTH',
    identifier: { qualifier: 'XX', value: npiFromNineDigits('199990001') },
  },
  address: { line1: '1 QUAY ST', city: 'ALBANY', state: 'NY', postalCode: '122071234' },
  taxId: { qualifier: 'EI', value: '999000017' },
  references: [],
  contacts: [],
};

function lineOf(sketch: LineSketch, number: number, claim: ClaimSketch): ProfessionalServiceLine {
  const day = claim.serviceDate ?? plainDate('2026-01-05');
  return {
    procedure: { qualifier: 'HC', code: sketch.code, modifiers: sketch.modifiers ?? ['95'] },
    chargeCents: cents(sketch.charge ?? 20_000),
    unitBasis: 'UN',
    units: 1,
    diagnosisPointers: [1],
    attachments: [],
    serviceDate: { from: day, to: day },
    dates: {},
    lineControlNumber: `${claim.patientControlNumber}L${number}`,
    priorAuthorizations: [],
    referrals: [],
    references: [],
    fixedFormatInformation: [],
    notes: [],
    adjudications: [],
  };
}

function claimOf(sketch: ClaimSketch): ProfessionalClaim {
  const lines = (sketch.lines ?? [{ code: '99213' }]).map((line, index) => lineOf(line, index + 1, sketch));
  return {
    subscriber: {
      payerResponsibility: 'P',
      party: {
        kind: 'person',
        lastName: 'DOE',
        firstName: 'JANE',
        identifier: { qualifier: 'MI', value: sketch.memberId },
      },
      filingIndicator: 'CI',
      address: { line1: '9 ELM ST', city: 'ALBANY', state: 'NY', postalCode: '12207' },
      birthDate: plainDate('1980-02-03'),
      sex: 'F',
      references: [],
    },
    payer: { name: 'PAYER', identifier: { qualifier: 'PI', value: sketch.payerId }, references: [] },
    patientControlNumber: sketch.patientControlNumber,
    chargeCents: sumCents(lines.map((line) => line.chargeCents)),
    placeOfService: sketch.placeOfService ?? '10',
    frequency: sketch.frequency ?? '1',
    providerSignatureOnFile: true,
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    dates: {},
    attachments: [],
    ...(sketch.originalReference === undefined ? {} : { payerClaimControlNumber: sketch.originalReference }),
    clearinghouseClaimId: sketch.submissionId ?? `S${sketch.patientControlNumber}`,
    references: [],
    fixedFormatInformation: [],
    conditions: [],
    diagnoses: [{ codeSet: 'ICD-10-CM', code: 'J069' }],
    conditionCodes: [],
    renderingProvider: {
      party: {
        kind: 'person',
        lastName: 'ROE',
        firstName: 'ANN',
        identifier: { qualifier: 'XX', value: sketch.renderingNpi ?? npiFromNineDigits('199990101') },
      },
      references: [],
    },
    otherPayers: [],
    lines,
  };
}

/** An 837P file as a practice sends one. */
export function claimFile(sketch: ClaimFileSketch): string {
  const controlNumber = sketch.controlNumber ?? 1;
  const submitterId = sketch.submitterId ?? testSubmitterId;
  const batch: ProfessionalClaimBatch = {
    batchId: `B${controlNumber}`,
    createdOn: plainDate('2026-01-06'),
    createdAt: '0900',
    purpose: 'original',
    kind: 'chargeable',
    submitter: {
      party: { kind: 'organization', name: 'HARBOR TELEHEALTH', identifier: { qualifier: '46', value: submitterId } },
      contacts: [{ functionCode: 'IC', name: 'BILLING', numbers: [{ kind: 'TE', value: '5185550100' }] }],
    },
    receiver: { name: 'SIMULATED CLEARINGHOUSE', id: 'SIMHOUSE' },
    billingProviders: [{ billingProvider, claims: sketch.claims.map(claimOf) }],
  };
  return writeProfessionalClaimBatch(batch, {
    sender: { qualifier: 'ZZ', id: submitterId },
    receiver: { qualifier: 'ZZ', id: 'SIMHOUSE' },
    date: plainDate('2026-01-06'),
    time: '0900',
    interchangeControlNumber: controlNumber,
    groupControlNumber: controlNumber,
    transactionControlNumber: controlNumber,
    usage: 'test',
    acknowledgementRequested: sketch.acknowledgementRequested ?? false,
  });
}
