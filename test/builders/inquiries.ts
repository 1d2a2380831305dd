import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { EligibilityInquiry } from '../../domain/x12/270/eligibility-inquiry.js';
import type { ClaimStatusInquiry } from '../../domain/x12/276/claim-status-inquiry.js';
import type { Organization, Person } from '../../domain/x12/party.js';
import type { Envelope } from '../../domain/x12/write-interchange.js';
import { testSubmitterId } from './claim-file.js';

export const inquiryEnvelope: Envelope = {
  sender: { qualifier: 'ZZ', id: testSubmitterId },
  receiver: { qualifier: 'ZZ', id: 'SIMHOUSE' },
  date: plainDate('2026-01-06'),
  time: '0900',
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  transactionControlNumber: 1,
  usage: 'test',
};

const provider: Organization = {
  kind: 'organization',
  name: 'HARBOR TELEHEALTH',
  identifier: { qualifier: 'XX', value: npiFromNineDigits('199990001') },
};

function payer(payerId: string): Organization {
  return { kind: 'organization', name: 'PAYER', identifier: { qualifier: 'PI', value: payerId } };
}

function member(memberId: string): Person {
  return { kind: 'person', lastName: 'DOE', firstName: 'JANE', identifier: { qualifier: 'MI', value: memberId } };
}

/** A 270 about one member and a visit of 2026-01-05. */
export function eligibilityQuestion(payerId: string, memberId: string): EligibilityInquiry {
  const day = plainDate('2026-01-05');
  return {
    referenceNumber: 'Q1',
    inquiries: [
      {
        payer: payer(payerId),
        provider,
        subscriber: { party: member(memberId), birthDate: plainDate('1980-02-03'), gender: 'F', references: [] },
        traces: [{ number: 'T1', originatorId: '9TESTPRACT' }],
        servicePeriod: { from: day, to: day },
        requests: [{ serviceTypeCodes: ['30'] }],
      },
    ],
  };
}

/** A 276 about one claim of 2026-01-05 by its patient control number. */
export function statusQuestion(payerId: string, memberId: string, patientControlNumber: string): ClaimStatusInquiry {
  const day = plainDate('2026-01-05');
  return {
    referenceNumber: 'I1',
    inquiries: [
      {
        payer: payer(payerId),
        submitter: { kind: 'organization', name: 'HARBOR', identifier: { qualifier: '46', value: testSubmitterId } },
        provider,
        subscriber: { party: member(memberId), birthDate: plainDate('1980-02-03'), gender: 'F' },
        traceNumber: 'T1',
        patientControlNumber,
        servicePeriod: { from: day, to: day },
        lines: [],
      },
    ],
  };
}
