import { describe, expect, test } from 'vitest';
import { readImplementationAcknowledgement } from '../../../domain/x12/999/read-implementation-acknowledgement.js';
import { claimFile } from '../../builders/claim-file.js';
import { answersOf, SimulatedMail, transactionSets } from '../../support/simulated-mail.js';

const sound = { patientControlNumber: 'PCN1', payerId: 'SMSUM', memberId: 'W1' };

function acknowledgementIn(event: ReturnType<SimulatedMail['send']>) {
  const [file] = answersOf(event, '999');
  const [set] = transactionSets(file?.content ?? '');
  if (!set) throw new Error('no 999 was written');
  return readImplementationAcknowledgement(set).value;
}

describe('envelope', () => {
  test('a sound file gets no TA1 unless it asks for one', () => {
    expect(answersOf(new SimulatedMail().send({ claims: [sound] }), 'ta1')).toEqual([]);
    const [ta1] = answersOf(new SimulatedMail().send({ claims: [sound], acknowledgementRequested: true }), 'ta1');
    expect(ta1?.content).toContain('*A*000~');
  });

  test('an interchange number used before turns the whole file back', () => {
    const mail = new SimulatedMail();
    mail.send({ claims: [sound] });
    const again = mail.send({ claims: [sound] });
    expect(answersOf(again, 'ta1')[0]?.content).toContain('*R*025~');
    expect(answersOf(again, '999')).toEqual([]);
    expect(again.claims[0]?.disposition).toEqual({ kind: 'not-forwarded', reason: 'duplicate-interchange' });
  });

  test('a sender that is not the owner of the mailbox is turned back, and its number stays free', () => {
    const mail = new SimulatedMail();
    const strange = mail.send({ claims: [sound], submitterId: 'SOMEBODYELSE' });
    expect(answersOf(strange, 'ta1')[0]?.content).toContain('*R*006~');
    expect(mail.send({ claims: [sound] }).interchanges[0]?.outcome).toBe('accepted');
  });

  test.each([
    ['nothing', ''],
    ['a letter', 'Dear clearinghouse'],
    ['a header alone', claimFile({ claims: [sound] }).slice(0, 106)],
    ['half a file', claimFile({ claims: [sound] }).slice(0, 700)],
  ])('%s in a file harms nobody', (_, text) => {
    expect(() => new SimulatedMail().sendText(text)).not.toThrow();
  });
});

describe('translator', () => {
  test('a sound set is accepted without findings', () => {
    const acknowledgement = acknowledgementIn(new SimulatedMail().send({ claims: [sound] }));
    expect(acknowledgement).toMatchObject({ groupStatus: 'A', transactionSetsAccepted: 1 });
    expect(acknowledgement.transactionSets[0]?.segmentErrors).toEqual([]);
  });

  test('a broken segment rejects its set, names the place and the claim, and no claim of it exists', () => {
    const broken = claimFile({ claims: [sound] }).replace('DTP*472*D8*20260105', 'DTP*472*D8*20261305');
    const event = new SimulatedMail().sendText(broken);
    const acknowledgement = acknowledgementIn(event);
    expect(acknowledgement.groupStatus).toBe('R');
    expect(acknowledgement.transactionSets[0]?.segmentErrors[0]).toMatchObject({
      segmentId: 'DTP',
      loop: '2400',
      contexts: [{ names: [{ name: 'CLM01', value: 'PCN1' }] }],
    });
    expect(event.claims.map((record) => record.disposition.kind)).toEqual(['not-forwarded']);
    expect(answersOf(event, '277ca')).toEqual([]);
  });

  test('Granite turns back the first file of a submitter and takes the same claims in the next', () => {
    const mail = new SimulatedMail();
    const granite = { ...sound, payerId: 'SMGRA' };
    expect(acknowledgementIn(mail.send({ claims: [granite], controlNumber: 1 })).groupStatus).toBe('R');
    const second = mail.send({ claims: [granite], controlNumber: 2 });
    expect(acknowledgementIn(second).groupStatus).toBe('A');
    expect(second.claims[0]?.disposition.kind).toBe('accepted');
  });
});

describe('payer front end', () => {
  test.each([
    ['an unknown payer', { ...sound, payerId: 'NOBODY' }, 'A7', '116'],
    ['a member the payer rejects', { ...sound, memberId: 'SIMREJ1' }, 'A7', '33'],
    ['a member nobody knows', { ...sound, memberId: 'SIMNOT1' }, 'A7', '33'],
    ['a rendering NPI with a wrong check digit', { ...sound, renderingNpi: '1999901011' }, 'A7', '562'],
    ['a frequency that professional claims do not have', { ...sound, frequency: '5' }, 'A7', '535'],
  ])('%s is turned back in the 277CA', (_, claim, category, code) => {
    const event = new SimulatedMail().send({ claims: [claim] });
    expect(event.claims[0]?.disposition).toMatchObject({ kind: 'rejected', category, code });
    expect(answersOf(event, '277ca')[0]?.content).toContain(`STC*${category}:${code}`);
  });

  test('a claim kept silent about is in no 277CA and in no 835', () => {
    const mail = new SimulatedMail();
    const event = mail.send({ claims: [{ ...sound, memberId: 'SIMSIL1' }] });
    expect(answersOf(event, '999')).toHaveLength(1);
    expect(answersOf(event, '277ca')).toEqual([]);
    expect(mail.settle()).toEqual([]);
  });

  test('a claim paid early is acknowledged after its 835', () => {
    const mail = new SimulatedMail();
    const event = mail.send({ claims: [{ ...sound, memberId: 'SIMEAR1' }] });
    const [issued] = mail.settle();
    const acknowledgedAt = answersOf(event, '277ca')[0]?.dueAt ?? '';
    expect(issued && issued.at < acknowledgedAt).toBe(true);
  });
});
