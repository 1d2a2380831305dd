import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEligibilityInquiry } from '../../domain/x12/270/read-eligibility-inquiry.js';
import { readEligibilityResponse } from '../../domain/x12/271/read-eligibility-response.js';
import { readClaimStatusInquiry } from '../../domain/x12/276/read-claim-status-inquiry.js';
import { readClaimStatusResponse } from '../../domain/x12/277/read-claim-status-response.js';
import { acceptedOrRejected } from '../../domain/x12/277ca/accepted-or-rejected.js';
import { readClaimAcknowledgement } from '../../domain/x12/277ca/read-claim-acknowledgement.js';
import { proveBalance } from '../../domain/x12/835/prove-balance.js';
import { readRemittanceAdvice } from '../../domain/x12/835/read-remittance-advice.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { describeSamples } from '../support/shared-samples.js';
import { sampleBytes } from '../support/x12-sample.js';

const sampleNames = [
  '270-subscriber.270',
  '271-subscriber.271',
  '276-claim-level.276',
  '277-claim-level.277',
  '277ca-accepted.277',
  '835-managed-care.835',
  '835-medicare-part-a.835',
  '835-secondary-payment.835',
];

/** Gives every transaction set of the bytes to every reader, whatever it says it is. */
function readAll(bytes: Uint8Array): number {
  let findings = 0;
  for (const interchange of readInterchanges(bytes).interchanges) {
    for (const set of interchange.groups.flatMap((group) => group.transactionSets)) {
      const advice = readRemittanceAdvice(set);
      const acknowledgement = readClaimAcknowledgement(set);
      proveBalance(advice.value);
      acknowledgement.value.providers.flatMap((provider) => provider.claims).map(acceptedOrRejected);
      const others = [
        readClaimStatusInquiry(set),
        readClaimStatusResponse(set),
        readEligibilityInquiry(set),
        readEligibilityResponse(set),
      ];
      findings += [advice, acknowledgement, ...others].reduce((sum, reading) => sum + reading.findings.length, 0);
    }
  }
  return findings;
}

const change = fc.record({
  at: fc.nat(2_000),
  remove: fc.nat(12),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom(
        '~',
        '*',
        ':',
        '^',
        '~CLP*~',
        '~HL*9*9*23~',
        '~CAS*XX*1*A~',
        '~PLB~',
        '-',
        '999999999999999999999.99',
      )
      .map((text) => new TextEncoder().encode(text)),
  ),
});

describeSamples('samples', () => {
  const samples = sampleNames.map(sampleBytes);

  test('with bytes changed, lost and inserted make no reader throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 8 }), (sample, changes) => {
        let bytes = sample;
        for (const { at, remove, insert } of changes) {
          const position = Math.min(at, bytes.length);
          bytes = Uint8Array.from([...bytes.subarray(0, position), ...insert, ...bytes.subarray(position + remove)]);
        }
        expect(readAll(bytes)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

test('arbitrary bytes after a good header make no reader throw', () => {
  const header = new TextEncoder().encode(
    'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260105*1200*^*00501*000000001*0*T*:~',
  );
  expect(header).toHaveLength(106);
  const body = fc.array(
    fc.oneof(
      fc.constantFrom(
        'ST*835*1~',
        'BPR*',
        'CLP*',
        'SVC*',
        'CAS*',
        'PLB*',
        'HL*1**20*1~',
        'NM1*',
        'STC*',
        'EB*',
        '*',
        '~',
        ':',
        '^',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(body, (parts) => {
      const text = new TextEncoder().encode(`ST*835*0001~${parts.join('')}`);
      expect(readAll(Uint8Array.from([...header, ...text]))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
}, 60_000);
