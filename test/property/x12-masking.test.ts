import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileCheckOf } from '../../cli/x12/check-json.js';
import { fileLines } from '../../cli/x12/check-lines.js';
import type { FileOutcome } from '../../cli/x12/check-one-file.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { checkFile } from '../../domain/x12/check-file.js';
import { viewFile } from '../../domain/x12/view/view-file.js';
import { filesWithSecrets } from '../builders/answers-with-secrets.js';
import { claimsWithSecrets } from '../builders/claims-with-secrets.js';
import { PatientSecrets } from '../builders/patient-secrets.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { code } from '../builders/x12-arbitraries.js';
import { testEnvelope } from '../builders/x12-envelope.js';

/** What `x12 show`, `x12 check` and `x12 check --json` print of a file. */
function printed(text: string, masked: boolean): string {
  const bytes = Buffer.from(text, 'utf8');
  const outcome: FileOutcome = { kind: 'read', path: 'file', sizeBytes: bytes.length, report: checkFile(bytes) };
  const view = [...viewFile(bytes, { masked })].map((line) => line.text);
  const report = fileLines(outcome, { masked, placesMax: Number.POSITIVE_INFINITY });
  return [...view, ...report, JSON.stringify(fileCheckOf(outcome, masked))].join('\n');
}

function found(output: string, secrets: PatientSecrets): string[] {
  return secrets.all.filter((secret) => output.includes(secret));
}

/** What a careless sender does to a file: a separator inside a value shifts the rest, a wrong code makes a finding. */
const damages: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('NM1*IL*1*', 'NM1*IL*1**'),
  (text) => text.replaceAll('NM1*QC*1*', 'NM1*QC*'),
  (text) => text.replaceAll('NM1*IL*', 'NM1*ZQ*'),
  (text) => text.replaceAll('~\nN3*', '~\nN9*'),
  (text) => text.replaceAll('*MI*', '*XX*'),
  (text) => text.replaceAll('D8*', 'D7*'),
  (text) => text.replaceAll('005010X', '005010Y'),
  (text) => text.replaceAll('CLM*', 'CLM**').replaceAll('CLP*', 'CLP**'),
];

const seed = code(1, 6);
const damage = fc.constantFrom(...damages);
const batches = professionalClaimBatches(2, 2);

describe('no value of a patient stands in what show and check print of', () => {
  test('an 837P, whole or damaged', () => {
    fc.assert(
      fc.property(batches, seed, damage, (batch, start, damaged) => {
        const secrets = new PatientSecrets(start);
        const text = damaged(writeProfessionalClaimBatch(claimsWithSecrets(batch, secrets), testEnvelope));
        expect(found(printed(text, true), secrets)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.entries(filesWithSecrets))('a %s, whole or damaged', (_, write) => {
    fc.assert(
      fc.property(seed, damage, (start, damaged) => {
        const secrets = new PatientSecrets(start);
        const text = damaged(write(secrets));
        expect(found(printed(text, true), secrets)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('numbers of patients are not taken for amounts or dates in what show prints of', () => {
  const digits = fc.integer({ min: 100_000, max: 999_999 }).map(String);
  const viewed = (text: string) =>
    [...viewFile(text, { masked: true })].map((line) => line.text.replaceAll(/[,-]/g, '')).join('\n');

  test('an 837P, whole or damaged', () => {
    fc.assert(
      fc.property(batches, digits, damage, (batch, start, damaged) => {
        const secrets = new PatientSecrets(start, '');
        const text = damaged(writeProfessionalClaimBatch(claimsWithSecrets(batch, secrets), testEnvelope));
        expect(found(viewed(text), secrets)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test.each(Object.entries(filesWithSecrets))('a %s, whole or damaged', (_, write) => {
    fc.assert(
      fc.property(digits, damage, (start, damaged) => {
        const secrets = new PatientSecrets(start, '');
        expect(found(viewed(damaged(write(secrets))), secrets)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('the masked view of an 837P is the same whoever the patients are', () => {
  fc.assert(
    fc.property(batches, seed, seed, (batch, one, other) => {
      const view = (start: string) => [
        ...viewFile(writeProfessionalClaimBatch(claimsWithSecrets(batch, new PatientSecrets(start)), testEnvelope), {
          masked: true,
        }),
      ];
      expect(view(one)).toEqual(view(other));
    }),
    { numRuns: 50 },
  );
});

test.each(Object.entries(filesWithSecrets))('unmasked, the view of a %s shows every value of a patient', (_, write) => {
  const secrets = new PatientSecrets('A');
  const output = printed(write(secrets), false);
  const texts = secrets.all.filter((secret) => secret.startsWith('QX'));
  expect(texts.filter((secret) => !output.includes(secret))).toEqual([]);
});
