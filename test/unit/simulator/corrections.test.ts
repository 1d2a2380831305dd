import { describe, expect, test } from 'vitest';
import { addMillis, dayMillis } from '../../../domain/kernel/instant.js';
import { proveBalance } from '../../../domain/x12/835/prove-balance.js';
import type { ClaimSketch } from '../../builders/claim-file.js';
import { adviceOf, answersOf, receiptMoment, SimulatedMail } from '../../support/simulated-mail.js';

const monthLater = addMillis(receiptMoment, 30 * dayMillis);
const twoMonthsLater = addMillis(receiptMoment, 60 * dayMillis);

const paid: ClaimSketch = { patientControlNumber: 'PCN1', payerId: 'SMSUM', memberId: 'W1' };
const denied: ClaimSketch = { patientControlNumber: 'PCN1', payerId: 'SMCOB', memberId: 'W1' };

/** A payer that has settled one claim, and the payer's number of it. */
function settled(claim: ClaimSketch): { mail: SimulatedMail; payerNumber: string } {
  const mail = new SimulatedMail();
  mail.send({ claims: [claim], controlNumber: 1 });
  mail.settle(monthLater);
  const [known] = mail.state.claimsNumbered('practice', claim.patientControlNumber);
  if (known?.disposition.kind !== 'accepted') throw new Error('the claim was not accepted');
  return { mail, payerNumber: known.disposition.payerClaimControlNumber };
}

function advices(mail: SimulatedMail) {
  return mail.settle().flatMap((issued) => answersOf(issued, '835').map((answer) => adviceOf(answer.content)));
}

describe('replacement and void', () => {
  test('a correction of a claim denied in full stands alone', () => {
    const { mail, payerNumber } = settled(denied);
    const correction = { ...denied, frequency: '7', originalReference: payerNumber, placeOfService: '02' };
    mail.send({ claims: [correction], controlNumber: 2 }, monthLater);
    const [advice] = advices(mail);
    expect(advice?.claims.map((claim) => claim.statusCode)).toEqual(['1']);
    expect(advice?.claims[0]?.references).toContainEqual({ qualifier: 'F8', value: payerNumber });
  });

  test('a correction of a paid claim takes the first payment back and pays anew', () => {
    const { mail, payerNumber } = settled(paid);
    const correction = { ...paid, frequency: '7', originalReference: payerNumber, lines: [{ code: '99214' }] };
    mail.send({ claims: [correction], controlNumber: 2 }, monthLater);
    const [advice] = advices(mail);
    expect(advice?.claims.map((claim) => [claim.statusCode, Math.sign(claim.paidCents)])).toEqual([
      ['22', -1],
      ['1', 1],
    ]);
    expect(advice && proveBalance(advice).balances).toBe(true);
  });

  test('what a void takes back is deferred, then recovered from the next settlement', () => {
    const { mail, payerNumber } = settled(paid);
    const taken = mail.state.remittances[0]?.paidCents ?? 0;
    mail.send({ claims: [{ ...paid, frequency: '8', originalReference: payerNumber }], controlNumber: 2 }, monthLater);
    const [reversal] = advices(mail);
    expect(reversal?.payment.amountCents).toBe(0);
    expect(reversal?.providerAdjustments).toMatchObject([{ code: 'WO', amountCents: 0 - taken }]);
    mail.send(
      {
        claims: [{ ...paid, patientControlNumber: 'PCN2', memberId: 'W2', lines: [{ code: '99215', charge: 40_000 }] }],
        controlNumber: 3,
      },
      twoMonthsLater,
    );
    const [recovery] = advices(mail);
    expect(recovery?.providerAdjustments).toMatchObject([{ code: 'WO', amountCents: taken }]);
    expect(recovery && proveBalance(recovery).balances).toBe(true);
    expect(mail.state.outstandingCents('practice', 'SMSUM', recovery?.payee.npi ?? '')).toBe(0);
  });

  test.each([
    [
      'a number the payer never gave',
      (claim: ClaimSketch) => ({ ...claim, frequency: '7', originalReference: 'NONE' }),
      '464',
    ],
    ['no number at all', (claim: ClaimSketch) => ({ ...claim, frequency: '7' }), '464'],
  ])('a correction with %s is turned back', (_, change, code) => {
    const { mail } = settled(paid);
    const event = mail.send({ claims: [change(paid)], controlNumber: 2 }, monthLater);
    const [record] = event.claims;
    // Without REF*F8 the translator may turn the set back before any payer sees it.
    expect(['rejected', 'not-forwarded']).toContain(record?.disposition.kind);
    if (record?.disposition.kind === 'rejected') expect(record.disposition.code).toBe(code);
  });

  test('a claim can be replaced one time only', () => {
    const { mail, payerNumber } = settled(paid);
    const correction = { ...paid, frequency: '7', originalReference: payerNumber };
    mail.send({ claims: [correction], controlNumber: 2 }, monthLater);
    const again = mail.send({ claims: [correction], controlNumber: 3 }, monthLater);
    expect(again.claims[0]?.disposition).toMatchObject({ kind: 'rejected', code: '464' });
  });

  test('Medicare takes no replacement claim', () => {
    const { mail, payerNumber } = settled({ ...paid, payerId: 'SMMCR', lines: [{ code: '99213', modifiers: [] }] });
    const correction = { ...paid, payerId: 'SMMCR', frequency: '7', originalReference: payerNumber };
    const event = mail.send({ claims: [correction], controlNumber: 2 }, monthLater);
    expect(event.claims[0]?.disposition).toMatchObject({ kind: 'rejected', code: '535' });
  });
});

describe('duplicates', () => {
  test('the same service sent again as an original is denied as a duplicate, whatever its number', () => {
    const { mail } = settled(paid);
    mail.send({ claims: [{ ...paid, patientControlNumber: 'PCN2' }], controlNumber: 2 }, monthLater);
    const [advice] = advices(mail);
    expect(advice?.claims[0]).toMatchObject({ statusCode: '4', lines: [{ adjustments: [{ reasonCode: '18' }] }] });
  });

  test('a claim returned by Medicare as unprocessable may be sent again as an original', () => {
    const medicare = { ...paid, payerId: 'SMMCR', placeOfService: '11' };
    const { mail } = settled(medicare);
    mail.send({ claims: [{ ...medicare, placeOfService: '10' }], controlNumber: 2 }, monthLater);
    const [advice] = advices(mail);
    expect(advice?.claims[0]?.statusCode).toBe('1');
  });
});
