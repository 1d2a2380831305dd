import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { proveBalance } from '../../../domain/x12/835/prove-balance.js';
import type { ClaimSketch } from '../../builders/claim-file.js';
import { adviceOf, answersOf, SimulatedMail } from '../../support/simulated-mail.js';

const claimSketch = fc.record({
  payerId: fc.constantFrom('SMMCR', 'SMLMA', 'SMSUM', 'SMCOB', 'SMUNI', 'SMPRB', 'SMNYM', 'SMTXM', 'SMCAM', 'SMILM'),
  prefix: fc.constantFrom('W', 'SIMDED', 'SIMDEN', 'SIMPAR', 'SIMEAR', 'SIMDUP', 'SIMREJ'),
  placeOfService: fc.constantFrom('02', '10', '11'),
  lines: fc.array(
    fc.record({
      code: fc.constantFrom('99212', '99213', '99214', '99215', '90834', '90837', '98005', '96127', '99999'),
      modifiers: fc.constantFrom<string[]>([], ['95'], ['93'], ['GT'], ['25', '95']),
      charge: fc.integer({ min: 0, max: 90_000 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const someClaims = fc.array(claimSketch, { minLength: 1, maxLength: 8 }).map((sketches): ClaimSketch[] =>
  sketches.map(({ prefix, ...sketch }, index) => ({
    ...sketch,
    patientControlNumber: `PCN${index}`,
    memberId: `${prefix}${index}`,
  })),
);

/** Sends the claims in batches and gives back what was paid for each claim, sorted by claim. */
function outcomes(batches: readonly (readonly ClaimSketch[])[], seed = 'one'): string[] {
  const mail = new SimulatedMail(seed);
  for (const [index, claims] of batches.entries()) mail.send({ claims, controlNumber: index + 1 });
  return mail
    .settle()
    .flatMap((issued) => answersOf(issued, '835').slice(0, 1))
    .flatMap((answer) => adviceOf(answer.content).claims)
    .map((claim) =>
      JSON.stringify([claim.patientControlNumber, claim.payerClaimControlNumber, claim.statusCode, claim.lines]),
    )
    .sort();
}

// Each run reads and writes whole files; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('determinism', () => {
  test('a claim ends the same, however claims are batched and ordered', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        const together = outcomes([claims]);
        expect(outcomes(claims.map((claim) => [claim]))).toEqual(together);
        expect(outcomes([...claims].reverse().map((claim) => [claim]))).toEqual(together);
      }),
      { numRuns: 15 },
    );
  });

  test('the same seed and files give the same answers, byte for byte', () => {
    const run = () => {
      const mail = new SimulatedMail('two');
      const event = mail.send({ claims: [{ patientControlNumber: 'PCN1', payerId: 'SMSUM', memberId: 'W1' }] });
      return [event, ...mail.settle()].flatMap((one) => one.answers);
    };
    expect(run()).toEqual(run());
  });

  test('another seed moves settlements and numbers, not money', () => {
    const claims = Array.from({ length: 6 }, (_, index) => ({
      patientControlNumber: `PCN${index}`,
      payerId: 'SMSUM',
      memberId: `W${index}`,
    }));
    expect(outcomes([claims], 'one')).not.toEqual(outcomes([claims], 'two'));
    const money = (texts: string[]) =>
      texts.map((text) => JSON.stringify(JSON.parse(text)[3].map((line: { paidCents: number }) => line.paidCents)));
    expect(money(outcomes([claims], 'one'))).toEqual(money(outcomes([claims], 'two')));
  });
});

describe('balance', () => {
  test('every 835 satisfies every equation, the advisory one too', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        const mail = new SimulatedMail();
        mail.send({ claims });
        for (const issued of mail.settle()) {
          for (const answer of answersOf(issued, '835')) {
            const proof = proveBalance(adviceOf(answer.content));
            expect(proof.equations.filter((equation) => !equation.holds)).toEqual([]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('claims of one payer, payee and settlement day share one 835', () => {
    const mail = new SimulatedMail();
    const claims = Array.from({ length: 5 }, (_, index) => ({
      patientControlNumber: `PCN${index}`,
      payerId: 'SMMCR',
      memberId: `W${index}`,
      lines: [{ code: '99213', modifiers: [] }],
    }));
    for (const [index, claim] of claims.entries()) mail.send({ claims: [claim], controlNumber: index + 1 });
    expect(mail.settle().map((issued) => issued.claimIds.length)).toEqual([5]);
  });
});
