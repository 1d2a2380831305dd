import { describe, expect, test } from 'vitest';
import { addMillis, dayMillis } from '../../../domain/kernel/instant.js';
import { writeEligibilityInquiry } from '../../../domain/x12/270/write-eligibility-inquiry.js';
import type { EligibilityResponse } from '../../../domain/x12/271/eligibility-response.js';
import { readEligibilityResponse } from '../../../domain/x12/271/read-eligibility-response.js';
import { writeClaimStatusInquiry } from '../../../domain/x12/276/write-claim-status-inquiry.js';
import { readClaimStatusResponse } from '../../../domain/x12/277/read-claim-status-response.js';
import { answerEligibility, answerStatus } from '../../../simulator/pipeline/answer-in-real-time.js';
import { testSubmitterId } from '../../builders/claim-file.js';
import { eligibilityQuestion, inquiryEnvelope, statusQuestion } from '../../builders/inquiries.js';
import { receiptMoment, SimulatedMail, transactionSets } from '../../support/simulated-mail.js';

function eligibilityOf(payerId: string, memberId: string): EligibilityResponse {
  const question = writeEligibilityInquiry(eligibilityQuestion(payerId, memberId), inquiryEnvelope);
  const [set] = transactionSets(answerEligibility(question, testSubmitterId, receiptMoment) ?? '');
  if (!set) throw new Error('no 271 came back');
  const { value, findings } = readEligibilityResponse(set);
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  return value;
}

describe('270', () => {
  test('an active member is told telehealth coverage, network, copay and what is left of the deductible', () => {
    const [answer] = eligibilityOf('SMSUM', 'W1').answers;
    const byCode = (code: string) => answer?.benefits.filter((benefit) => benefit.informationCode === code) ?? [];
    expect(byCode('1').some((benefit) => benefit.placesOfService.includes('10') && benefit.inNetwork === 'yes')).toBe(
      true,
    );
    expect(byCode('B')[0]?.amountCents).toBe(2500);
    expect(byCode('C')[0]?.amountCents).toBe(0);
    expect(answer?.traces[0]).toMatchObject({ number: 'T1', kind: 'echoed' });
  });

  test('a member with a deductible is told what adjudication will take', () => {
    const [answer] = eligibilityOf('SMSUM', 'SIMDED1').answers;
    expect(answer?.benefits.find((benefit) => benefit.informationCode === 'C')?.amountCents).toBe(6000);
    expect(answer?.benefits.find((benefit) => benefit.informationCode === 'A')?.percentFraction).toBe('.2');
  });

  test('an inactive member is inactive, an unknown one is not found, an unknown payer is refused', () => {
    expect(eligibilityOf('SMSUM', 'SIMINA1').answers[0]?.benefits.map((benefit) => benefit.informationCode)).toEqual([
      '6',
    ]);
    expect(eligibilityOf('SMSUM', 'SIMNOT1').answers[0]?.rejections[0]?.reasonCode).toBe('75');
    expect(eligibilityOf('NOBODY', 'W1').partyRejections[0]).toMatchObject({ level: 'payer', reasonCode: '79' });
  });

  test('a text without a 270 gets no answer', () => {
    expect(answerEligibility('hello', testSubmitterId, receiptMoment)).toBeUndefined();
  });
});

function ask(mail: SimulatedMail, memberId: string, at = addMillis(receiptMoment, 3 * dayMillis)) {
  const question = writeClaimStatusInquiry(statusQuestion('SMSUM', memberId, 'PCN1'), inquiryEnvelope);
  const reply = answerStatus(question, { mailbox: 'practice', submitterId: testSubmitterId }, mail.state, at);
  for (const event of reply?.events ?? []) mail.state.apply(event);
  const [set] = transactionSets(reply?.x12 ?? '');
  const [answer] = set ? readClaimStatusResponse(set).value.answers : [];
  if (!answer) throw new Error('no 277 came back');
  return answer;
}

function mailWith(memberId: string): SimulatedMail {
  const mail = new SimulatedMail();
  mail.send({ claims: [{ patientControlNumber: 'PCN1', payerId: 'SMSUM', memberId }] });
  return mail;
}

describe('276', () => {
  test('a claim nobody received is not found', () => {
    expect(ask(new SimulatedMail(), 'W1').statuses[0]).toMatchObject({ category: 'D0', code: '35' });
  });

  test('a claim in process is pending, a settled one is paid with amount and trace', () => {
    const mail = mailWith('W1');
    expect(ask(mail, 'W1').statuses[0]?.category).toBe('P1');
    const [issued] = mail.settle();
    expect(ask(mail, 'W1').statuses[0]).toMatchObject({
      category: 'F1',
      paidCents: issued?.paidCents,
      remittanceTraceNumber: issued?.traceNumber,
    });
  });

  test('a denied claim is denied, a rejected one rejected', () => {
    const denied = mailWith('SIMDEN1');
    denied.settle();
    expect(ask(denied, 'SIMDEN1').statuses[0]?.category).toBe('F2');
    expect(ask(mailWith('SIMREJ1'), 'SIMREJ1').statuses[0]).toMatchObject({ category: 'A7', code: '33' });
  });

  test('asking about a claim kept silent about has it settled some days later, once', () => {
    const mail = mailWith('SIMSIL1');
    expect(ask(mail, 'SIMSIL1').statuses[0]?.category).toBe('P1');
    ask(mail, 'SIMSIL1');
    expect(mail.settle().map((issued) => issued.claimIds.length)).toEqual([1]);
  });
});
