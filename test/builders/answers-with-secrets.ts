import { cents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { writeEligibilityInquiry } from '../../domain/x12/270/write-eligibility-inquiry.js';
import { writeEligibilityResponse } from '../../domain/x12/271/write-eligibility-response.js';
import { writeClaimStatusInquiry } from '../../domain/x12/276/write-claim-status-inquiry.js';
import { writeClaimStatusResponse } from '../../domain/x12/277/write-claim-status-response.js';
import { writeClaimAcknowledgement } from '../../domain/x12/277ca/write-claim-acknowledgement.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import type { Organization, Person } from '../../domain/x12/party.js';
import type { PatientSecrets } from './patient-secrets.js';
import { testEnvelope } from './x12-envelope.js';
import { adjustment, providerAdjustment, remittanceAdvice, remittanceClaim, remittanceLine } from './x12-remittance.js';

const payer: Organization = {
  kind: 'organization',
  name: 'SUMMIT HEALTH',
  identifier: { qualifier: 'PI', value: '60054' },
};
const provider: Organization = {
  kind: 'organization',
  name: 'VALLEY CLINIC',
  identifier: { qualifier: 'XX', value: '1999902012' },
};
const submitter: Organization = { ...provider, identifier: { qualifier: '46', value: 'SUBMITTER' } };
const on = plainDate('2026-01-05');
const period = { from: on, to: on };
const heading = { referenceNumber: 'BATCH1', createdDate: on, createdTime: '1200' };
const procedure = { qualifier: 'HC', code: '99213', modifiers: ['95'] };

/** A file of each kind but the 837P, with a secret in every place that can hold a value of a patient. */
export const filesWithSecrets: Readonly<Record<string, (secrets: PatientSecrets) => string>> = {
  '835': remittanceWithSecrets,
  '277CA': acknowledgementWithSecrets,
  '277': statusWithSecrets,
  '276': statusInquiryWithSecrets,
  '270': eligibilityInquiryWithSecrets,
  '271': eligibilityWithSecrets,
};

function remittanceWithSecrets(secrets: PatientSecrets): string {
  const claim = remittanceClaim(15_000, 9_000, {
    patientControlNumber: secrets.text(),
    payerClaimControlNumber: secrets.text(),
    patient: secrets.person('MI'),
    insured: secrets.person('MI'),
    correctedInsured: secrets.person('C'),
    otherInsured: secrets.person('MI'),
    renderingProvider: provider,
    coverageExpiredDate: secrets.date(),
    references: [
      secrets.identifier('1L'),
      secrets.identifier('EA'),
      secrets.identifier('SY'),
      secrets.identifier('F8'),
    ],
    lines: [
      {
        ...remittanceLine(15_000, 9_000, [adjustment('CO', '45', 6_000)]),
        servicePeriod: period,
        lineControlNumber: secrets.text(),
        submittedProcedure: { ...procedure, description: secrets.text() },
        references: [secrets.identifier('G1')],
      },
    ],
  });
  const advice = remittanceAdvice([claim], [providerAdjustment('WO', 100, secrets.text())]);
  const address = { line1: '1 PAYER PLAZA', city: 'ALBANY', state: 'NY', postalCode: '12207' };
  const contact = { functionCode: 'BL', name: 'SUPPORT', numbers: [{ kind: 'TE', value: '5185550100' }] };
  return writeRemittanceAdvice(
    { ...advice, payer: { name: 'SUMMIT HEALTH', address, references: [], contacts: [contact] } },
    testEnvelope,
  );
}

function acknowledgementWithSecrets(secrets: PatientSecrets): string {
  const status = () => ({
    category: 'A2',
    code: '20',
    action: 'WQ' as const,
    amountCents: cents(100),
    date: on,
    text: secrets.text(),
  });
  const totals = {};
  return writeClaimAcknowledgement(
    {
      ...heading,
      source: { kind: 'payer', party: payer, traceNumber: 'SOURCE1', receivedDate: on, processedDate: on },
      submitter,
      batch: { traceNumber: 'BATCH1', statuses: [{ ...status() }], totals },
      providers: [
        {
          provider,
          statuses: [],
          totals,
          references: [],
          claims: [
            {
              patient: secrets.person('MI'),
              patientControlNumber: secrets.text(),
              statuses: [status()],
              payerClaimControlNumber: secrets.text(),
              clearinghouseClaimNumber: secrets.text(),
              servicePeriod: period,
              lines: [{ procedure, chargeCents: cents(100), statuses: [status()], lineControlNumber: secrets.text() }],
            },
          ],
        },
      ],
    },
    testEnvelope,
  );
}

function claimNumbers(secrets: PatientSecrets) {
  return {
    payer,
    submitter,
    provider,
    subscriber: { party: secrets.person('MI'), birthDate: secrets.date(), gender: 'F' as const },
    dependent: { party: secrets.person(), birthDate: secrets.date(), gender: 'M' as const },
    traceNumber: secrets.text(),
    payerClaimControlNumber: secrets.text(),
    patientControlNumber: secrets.text(),
    clearinghouseClaimNumber: secrets.text(),
    servicePeriod: period,
  };
}

function statusWithSecrets(secrets: PatientSecrets): string {
  const status = () => ({
    category: 'F1',
    code: '65',
    effectiveDate: on,
    chargeCents: cents(100),
    paidCents: cents(80),
    text: secrets.text(),
  });
  const line = {
    procedure,
    chargeCents: cents(100),
    paidCents: cents(80),
    units: 1,
    statuses: [status()],
    lineControlNumber: secrets.text(),
    servicePeriod: period,
  };
  const answer = { ...claimNumbers(secrets), payerContacts: [], statuses: [status()], lines: [line] };
  return writeClaimStatusResponse({ ...heading, answers: [answer], partyAnswers: [] }, testEnvelope);
}

function statusInquiryWithSecrets(secrets: PatientSecrets): string {
  const line = {
    procedure,
    chargeCents: cents(100),
    units: 1,
    lineControlNumber: secrets.text(),
    servicePeriod: period,
  };
  const inquiry = { ...claimNumbers(secrets), groupNumber: secrets.text(), chargeCents: cents(100), lines: [line] };
  return writeClaimStatusInquiry({ ...heading, inquiries: [inquiry] }, testEnvelope);
}

function member(secrets: PatientSecrets, party: Person) {
  return {
    party,
    address: secrets.address(),
    birthDate: secrets.date(),
    gender: 'F' as const,
    relationshipCode: '19',
    references: [secrets.identifier('6P'), secrets.identifier('SY'), secrets.identifier('EJ')],
  };
}

function people(secrets: PatientSecrets) {
  return {
    payer,
    provider,
    subscriber: member(secrets, secrets.person('MI')),
    dependent: member(secrets, secrets.person()),
  };
}

function eligibilityInquiryWithSecrets(secrets: PatientSecrets): string {
  const traces = [{ number: secrets.text(), originatorId: '9CLINIC001' }];
  const inquiry = { ...people(secrets), traces, servicePeriod: period, requests: [{ serviceTypeCodes: ['30', '98'] }] };
  return writeEligibilityInquiry({ ...heading, inquiries: [inquiry] }, testEnvelope);
}

function eligibilityWithSecrets(secrets: PatientSecrets): string {
  const benefit = {
    informationCode: 'B',
    serviceTypeCodes: ['30', '98'],
    planName: secrets.text(),
    amountCents: cents(1_000),
    placesOfService: ['10'],
    dates: [],
    references: [secrets.identifier('1L')],
    messages: [secrets.text()],
    rejections: [],
    deliveries: [],
    relatedParties: [
      { role: 'IL', party: secrets.person('MI'), address: secrets.address(), contacts: [] },
      { role: 'P5', party: secrets.person(), contacts: [] },
    ],
  };
  const answer = {
    ...people(secrets),
    payerContacts: [],
    traces: [{ kind: 'echoed' as const, number: secrets.text(), originatorId: '9CLINIC001' }],
    rejections: [],
    dates: [{ qualifier: '442', period: { from: secrets.date(), to: secrets.date() } }],
    benefits: [benefit],
  };
  return writeEligibilityResponse({ ...heading, answers: [answer], partyRejections: [] }, testEnvelope);
}
