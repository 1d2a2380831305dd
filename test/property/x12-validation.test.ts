import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../../domain/kernel/cents.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { validateTransaction } from '../../domain/x12/validate-transaction.js';
import type { X12Finding, X12FindingCode } from '../../domain/x12/x12-finding.js';
import { dependentClaim, fileOf, goodClaim, secondaryClaim } from '../builders/checked-claims.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import {
  adjustment,
  providerAdjustment,
  remittanceAdvice,
  remittanceClaim,
  remittanceLine,
} from '../builders/x12-remittance.js';

function setsOf(text: string): TransactionSet[] {
  return readInterchanges(text)
    .interchanges.flatMap((one) => one.groups)
    .flatMap((group) => group.transactionSets);
}

const claims = fileOf(goodClaim(), dependentClaim(), secondaryClaim());
const line = remittanceLine(10_000, 8_000, [adjustment('PR', '2', 1_500), adjustment('CO', '45', 500)]);
const remittance = writeRemittanceAdvice(
  remittanceAdvice(
    [
      remittanceClaim(10_000, 8_000, { lines: [line], patientResponsibilityCents: cents(1_500) }),
      remittanceClaim(-9_000, -9_000, { statusCode: '22' }),
      remittanceClaim(9_000, 0, { adjustments: [adjustment('CO', '29', 9_000)] }),
    ],
    [providerAdjustment('WO', 4_000), providerAdjustment('72', -4_000)],
  ),
  testEnvelope,
);

/** Segments lost, doubled and moved, and elements replaced by others of the file or by nonsense. */
function brokenFiles(text: string): fc.Arbitrary<string> {
  const segments = text.split('~').slice(0, -1);
  const place = fc.integer({ min: 2, max: segments.length - 3 });
  const nonsense = fc.constantFrom(
    '',
    '-',
    '0',
    '-99999999999999999999',
    '1E9',
    '99999999',
    ':::',
    '^',
    'XX',
    '20261399',
  );
  const change = fc.oneof(
    fc.tuple(place, place).map(
      ([from, to]) =>
        (all: string[]) =>
          all.splice(to, 0, ...all.splice(from, 1)),
    ),
    place.map((at) => (all: string[]) => all.splice(at, 1)),
    place.map((at) => (all: string[]) => all.splice(at, 0, all[at] ?? '')),
    fc.tuple(place, fc.integer({ min: 1, max: 9 }), nonsense).map(([at, number, value]) => (all: string[]) => {
      const parts = (all[at] ?? '').split('*');
      parts[number] = value;
      all[at] = parts.join('*');
    }),
  );
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    const all = [...segments];
    for (const apply of changes) apply(all);
    return `${all.join('~')}~`;
  });
}

/** Findings out of order, without level or place, or with data of the file in their words. */
function misplaced(findings: readonly X12Finding[], set: TransactionSet): X12Finding[] {
  return findings.filter((finding, index) => {
    const { byteOffset, snip, segmentPosition = 0, value = '', message } = finding;
    const isInOrder = byteOffset >= (findings[index - 1]?.byteOffset ?? 0);
    const hasPlace = set.segments.at(segmentPosition - 1) !== undefined;
    return !isInOrder || !hasPlace || snip === undefined || (value.length > 2 && message.includes(value));
  });
}

test.each([
  ['claims', claims],
  ['a remittance', remittance],
])('%s, however broken, are checked without a fault, and each finding has its place in file order', (_, text) => {
  fc.assert(
    fc.property(brokenFiles(text), (broken) => {
      expect(setsOf(broken).flatMap((set) => misplaced(validateTransaction(set), set))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/**
 * Rules that claims made of arbitrary values keep. They break the others, whose values depend on one another or on
 * lists: identifiers with check digits, dates in order, replacements and their numbers, what earlier payers paid.
 */
const keptRules: readonly X12FindingCode[] = [
  'charge-not-sum-of-lines',
  'wrong-line-number',
  'negative-charge',
  'patient-level-missing',
  'patient-level-unexpected',
  'subscriber-address-missing',
  'subscriber-demographics-missing',
  'member-id-missing',
  'attachment-number-missing',
  'diagnosis-pointer-unknown',
  'mixed-diagnosis-code-sets',
  'date-range-reversed',
  'unknown-state',
  'malformed-postal-code',
];

test('generated claims keep the rules that do not tie arbitrary values to one another', () => {
  fc.assert(
    fc.property(professionalClaimBatches(2, 2), (batch) => {
      const text = writeProfessionalClaimBatch(batch, testEnvelope);
      const broken = setsOf(text).flatMap((set) => validateTransaction(set).map(({ code }) => code));
      expect(broken.filter((code) => keptRules.includes(code))).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 240_000);
