import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImplementationAcknowledgement } from '../../../../domain/x12/999/read-implementation-acknowledgement.js';
import { readProfessionalClaimBatch } from '../../../../domain/x12/837p/read-professional-claim-batch.js';
import type { TransactionSet } from '../../../../domain/x12/interchange.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { segmentText } from '../../../../domain/x12/segment.js';
import { describeLocation, type X12Finding } from '../../../../domain/x12/x12-finding.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { onlyTransactionSet } from '../../../builders/x12-texts.js';
import { reprint } from '../../../support/reprint.js';
import { describeSamples, readSample, samplesFolder } from '../../../support/shared-samples.js';
import { type TypedReading, typedTransactionOf } from '../../../support/typed-transactions.js';
import { notCanonical, reviewedFindings } from './reviewed-samples.js';

function sample(name: string): Buffer {
  return readSample('x12', name);
}

function setsOf(name: string): TransactionSet[] {
  const { interchanges } = readInterchanges(sample(name));
  return interchanges.flatMap((one) => one.groups).flatMap((group) => group.transactionSets);
}

function readTyped(set: TransactionSet): TypedReading {
  const transaction = typedTransactionOf(set);
  if (transaction === undefined) throw new Error(`there is no reader of a ${set.transactionId}`);
  return transaction.read(set);
}

/** Code and place of each finding, without the byte. */
function summary(findings: readonly X12Finding[]): string[] {
  return findings.map((finding) => `${finding.code} ${describeLocation(finding).replace(/, byte \d+$/, '')}`);
}

describeSamples('the samples', () => {
  const names = readdirSync(join(samplesFolder, 'x12')).sort();

  test('the reviewed tables name samples that are there', () => {
    expect(names).toEqual(expect.arrayContaining([...Object.keys(reviewedFindings), ...Object.keys(notCanonical)]));
  });

  test.each(names)('%s: envelope and guide find what was reviewed, and nothing else', (name) => {
    const found = [
      ...readInterchanges(sample(name)).findings,
      ...setsOf(name).flatMap((set) => readTyped(set).findings),
    ];
    expect(summary(found)).toEqual((reviewedFindings[name] ?? []).map(({ finding }) => finding));
  });

  test.each(names)('%s: written from its typed model and read again it means the same', (name) => {
    for (const set of setsOf(name)) {
      const { value, print } = readTyped(set);
      expect(readTyped(onlyTransactionSet(print(testEnvelope))).value).toEqual(value);
    }
  });

  test.each(names.filter((name) => notCanonical[name] === undefined))(
    '%s: printed from its segments it has the same bytes',
    (name) => {
      const text = sample(name).toString('latin1');
      const { interchanges } = readInterchanges(text);
      expect(interchanges.map((one) => reprint(one, text.includes('~\n'))).join('')).toBe(`${text.trimEnd()}\n`);
    },
  );

  test.each(Object.entries(notCanonical))('%s: printed so it has other bytes, for %s', (name) => {
    const text = sample(name).toString('latin1');
    const printed = readInterchanges(text).interchanges.map((one) => reprint(one, text.includes('~\n')));
    expect(printed.join('')).not.toBe(`${text.trimEnd()}\n`);
  });

  test.each(names)('%s: every segment is the bytes at its offset', (name) => {
    const text = sample(name).toString('latin1');
    for (const set of setsOf(name)) {
      for (const segment of set.segments) expect(text.startsWith(segmentText(segment), segment.byteOffset)).toBe(true);
      expect(text.slice(set.byteOffset, set.byteOffset + set.byteLength)).toMatch(/^ST[^]*SE\*\d+\*\w+$/);
    }
  });

  describe('professional claims', () => {
    test('a claim of a dependent has subscriber, patient, payer, charges, diagnoses and lines', () => {
      const [set] = setsOf('837p-example1.837');
      const claim = set && readProfessionalClaimBatch(set).value.billingProviders[0]?.claims[0];
      expect(claim).toMatchObject({
        subscriber: {
          payerResponsibility: 'P',
          groupNumber: '2222-SJ',
          party: { lastName: 'SMITH', firstName: 'JANE' },
        },
        patient: { relationship: '19', party: { firstName: 'TED' }, birthDate: '1973-05-01', sex: 'M' },
        payer: { name: 'KEY INSURANCE COMPANY', identifier: { qualifier: 'PI', value: '999996666' } },
        patientControlNumber: '26463774',
        chargeCents: 10_000,
        placeOfService: '11',
        frequency: '1',
        clearinghouseClaimId: '17312345600006351',
        diagnoses: [
          { codeSet: 'ICD-9-CM', code: '0340' },
          { codeSet: 'ICD-9-CM', code: 'V7389' },
        ],
      });
      expect(claim?.lines.map((line) => [line.procedure.code, line.chargeCents, line.serviceDate?.from])).toEqual([
        ['99213', 4_000, '2006-10-03'],
        ['87070', 1_500, '2006-10-03'],
        ['99214', 3_500, '2006-10-10'],
        ['86663', 1_000, '2006-10-10'],
      ]);
    });

    test('a file that uses another component separator than it declares is understood all the same', () => {
      const [set] = setsOf('837p-example11.837');
      const claim = set && readProfessionalClaimBatch(set).value.billingProviders[0]?.claims[0];
      expect(claim).toMatchObject({ placeOfService: '11', frequency: '1' });
      expect(claim?.lines.map((line) => line.procedure)).toEqual([
        { qualifier: 'HC', code: 'E0570', modifiers: ['RR'] },
        { qualifier: 'HC', code: 'A7003', modifiers: ['NU'] },
      ]);
    });
  });

  test('999-accepted.999 accepts one set of a group', () => {
    const [set] = setsOf('999-accepted.999');
    expect(set && { ...readImplementationAcknowledgement(set), root: undefined }).toEqual({
      value: {
        functionalId: 'HC',
        groupControlNumber: '17456',
        guideId: '005010X223A2',
        transactionSets: [
          {
            transactionId: '837',
            controlNumber: '0001',
            guideId: '005010X223A2',
            status: 'A',
            errorCodes: [],
            segmentErrors: [],
          },
        ],
        groupStatus: 'A',
        transactionSetsIncluded: 1,
        transactionSetsReceived: 1,
        transactionSetsAccepted: 1,
        groupErrorCodes: [],
      },
      findings: [],
    });
  });
});
