import { describe, expect, test } from 'vitest';
import type { ClaimSketch } from '../../builders/claim-file.js';
import { adviceOf, answersOf, SimulatedMail } from '../../support/simulated-mail.js';

/** What the payer's 835 says about one claim. */
function remittanceOf(sketch: Partial<ClaimSketch>) {
  const mail = new SimulatedMail();
  mail.send({ claims: [{ patientControlNumber: 'PCN1', payerId: 'SMSUM', memberId: 'W1', ...sketch }] });
  const [issued] = mail.settle();
  const [file] = issued ? answersOf(issued, '835') : [];
  const [claim] = adviceOf(file?.content ?? '').claims;
  if (!claim) throw new Error('the claim was not settled');
  return claim;
}

function reasonsOf(sketch: Partial<ClaimSketch>): string[] {
  return remittanceOf(sketch).lines.flatMap((line) =>
    line.adjustments.map((adjustment) => `${adjustment.group}-${adjustment.reasonCode}`),
  );
}

describe('telehealth as each payer wants it billed', () => {
  test.each([
    ['Summit pays 95 at 10', { payerId: 'SMSUM' }, ['CO-45', 'PR-3']],
    [
      'Summit denies a video visit without modifier',
      { payerId: 'SMSUM', lines: [{ code: '99213', modifiers: [] }] },
      ['CO-4'],
    ],
    ['Summit denies GT', { payerId: 'SMSUM', lines: [{ code: '99213', modifiers: ['GT'] }] }, ['CO-4']],
    [
      'Summit pays audio-only with 93',
      { payerId: 'SMSUM', lines: [{ code: '99213', modifiers: ['93'] }] },
      ['CO-45', 'PR-3'],
    ],
    ['Summit denies a telehealth modifier at the office', { payerId: 'SMSUM', placeOfService: '11' }, ['CO-5']],
    [
      'Summit pays an office visit',
      { payerId: 'SMSUM', placeOfService: '11', lines: [{ code: '99213', modifiers: [] }] },
      ['CO-45', 'PR-3'],
    ],
    ['Cobalt denies place of service 10', { payerId: 'SMCOB' }, ['CO-5']],
    ['Cobalt pays place of service 02', { payerId: 'SMCOB', placeOfService: '02' }, ['CO-45', 'PR-3']],
    ['Illinois Medicaid denies 95', { payerId: 'SMILM' }, ['CO-4']],
    ['Illinois Medicaid pays GT', { payerId: 'SMILM', lines: [{ code: '99213', modifiers: ['GT'] }] }, ['CO-45']],
    [
      'Medicare pays without modifier',
      { payerId: 'SMMCR', lines: [{ code: '99213', modifiers: [] }] },
      ['CO-45', 'CO-253', 'PR-2'],
    ],
    [
      'Medicare does not pay the telemedicine visit family',
      { payerId: 'SMMCR', lines: [{ code: '98005', modifiers: [] }] },
      ['CO-96'],
    ],
    [
      'Medicare wants 93 on a telephone code',
      { payerId: 'SMMCR', lines: [{ code: '98967', modifiers: [] }] },
      ['CO-4'],
    ],
    [
      'Prairie Blue pays the telemedicine visit family',
      { payerId: 'SMPRB', lines: [{ code: '98005', modifiers: [] }] },
      ['CO-45', 'PR-3'],
    ],
    [
      'California Medicaid pays asynchronous with GQ',
      { payerId: 'SMCAM', lines: [{ code: '99213', modifiers: ['GQ'] }] },
      ['CO-45'],
    ],
    [
      'no payer takes a check-in as telehealth',
      { payerId: 'SMUNI', lines: [{ code: '98016', modifiers: [] }] },
      ['CO-5'],
    ],
  ])('%s', (_, sketch: Partial<ClaimSketch>, reasons) => {
    expect(reasonsOf(sketch)).toEqual(reasons);
  });

  test('Granite does not cover audio-only visits', () => {
    const mail = new SimulatedMail();
    const lines = [{ code: '99213', modifiers: ['93'] }];
    const claim = { patientControlNumber: 'PCN1', payerId: 'SMGRA', memberId: 'W1', lines };
    // Its translator turns back the first file of a submitter.
    for (const controlNumber of [1, 2]) mail.send({ claims: [claim], controlNumber });
    const [issued] = mail.settle();
    expect(issued && answersOf(issued, '835')[0]?.content).toContain('CAS*CO*96*200~');
  });

  test('Medicare returns telehealth at the office as unprocessable, with MA130 on the claim and M77 on the line', () => {
    const claim = remittanceOf({ payerId: 'SMMCR', placeOfService: '11' });
    expect(claim.remarkCodes).toEqual(['MA130']);
    expect(claim.lines[0]?.remarkCodes).toEqual(['M77']);
    expect(claim.lines[0]?.adjustments).toEqual([{ group: 'CO', reasonCode: '16', amountCents: 20_000 }]);
  });
});

describe('money', () => {
  test('Medicare pays 80 % of the allowed amount less 2 % sequestration, which nobody bills the patient', () => {
    const claim = remittanceOf({ payerId: 'SMMCR', lines: [{ code: '99213', modifiers: [] }] });
    const allowed = 7200;
    const coinsurance = 1440;
    const sequestration = 115;
    expect(claim.paidCents).toBe(allowed - coinsurance - sequestration);
    expect(claim.patientResponsibilityCents).toBe(coinsurance);
  });

  test('a copay is taken once a claim, from its first lines', () => {
    const claim = remittanceOf({ payerId: 'SMSUM', lines: [{ code: '90785', charge: 3000 }, { code: '99213' }] });
    const copays = claim.lines.map((line) => line.adjustments.find((one) => one.reasonCode === '3')?.amountCents ?? 0);
    expect(copays).toEqual([1650, 850]);
  });

  test('a charge below the contract is paid as charged', () => {
    const claim = remittanceOf({ payerId: 'SMNYM', lines: [{ code: '99213', charge: 1000 }] });
    expect(claim.paidCents).toBe(1000);
    expect(claim.lines[0]?.adjustments).toEqual([]);
  });
});

describe('scripted members', () => {
  test.each([
    ['SIMDED', ['CO-45', 'PR-1', 'PR-2'], '1'],
    ['SIMDEN', ['CO-50'], '4'],
    ['SIMINA', ['PR-27'], '4'],
    ['SIMPAR', ['CO-45', 'PR-3'], '1'],
  ])('%s', (prefix, reasons, statusCode) => {
    expect(reasonsOf({ memberId: `${prefix}1` })).toEqual(reasons);
    expect(remittanceOf({ memberId: `${prefix}1` }).statusCode).toBe(statusCode);
  });

  test('SIMPAR denies the last of several lines only', () => {
    const claim = remittanceOf({ memberId: 'SIMPAR1', lines: [{ code: '99214' }, { code: '90833' }] });
    expect(claim.lines.map((line) => line.paidCents > 0)).toEqual([true, false]);
    expect(claim.statusCode).toBe('1');
  });

  test('SIMDUP files are delivered twice with the same bytes', () => {
    const mail = new SimulatedMail();
    mail.send({ claims: [{ patientControlNumber: 'PCN1', payerId: 'SMSUM', memberId: 'SIMDUP1' }] });
    const [issued] = mail.settle();
    const files = issued ? answersOf(issued, '835') : [];
    expect(files).toHaveLength(2);
    expect(files[1]?.content).toBe(files[0]?.content);
    expect(files[1]?.name).not.toBe(files[0]?.name);
  });
});
