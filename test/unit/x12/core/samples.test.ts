import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { X12Parser } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { readImplementationAcknowledgement } from '../../../../domain/x12/999/read-implementation-acknowledgement.js';
import { readProfessionalClaimBatch } from '../../../../domain/x12/837p/read-professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../../../../domain/x12/837p/write-professional-claim-batch.js';
import type { TransactionSet } from '../../../../domain/x12/interchange.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { elements, segmentText } from '../../../../domain/x12/segment.js';
import { describeLocation, type X12Finding } from '../../../../domain/x12/x12-finding.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { onlyTransactionSet } from '../../../builders/x12-texts.js';
import { describeSamples, readSample, samplesFolder } from '../../../support/shared-samples.js';

function sample(name: string): Buffer {
  return readSample('x12', name);
}

function setsOf(name: string): TransactionSet[] {
  const { interchanges } = readInterchanges(sample(name));
  return interchanges.flatMap((one) => one.groups).flatMap((group) => group.transactionSets);
}

function summary(findings: readonly X12Finding[]): string[] {
  return findings.map((finding) => `${finding.code} ${describeLocation(finding).replace(/, byte \d+$/, '')}`);
}

/** The reviewed findings of the envelope, of all samples that have any. */
const envelopeFindings: Readonly<Record<string, readonly string[]>> = {
  '835-secondary-payment.835': ['component-separator-differs SVC01, segment 27 of transaction 1'],
  '837p-example11.837': ['component-separator-differs CLM05, segment 19 of transaction 1'],
  '837p-multiple-isa.837': [
    'invalid-envelope-element ISA11',
    'wrong-segment-count SE01, segment 34 of transaction 1',
    'invalid-envelope-element ISA11 in interchange 2',
    'wrong-segment-count SE01, segment 34 of transaction 1 in interchange 2',
  ],
  '999-accepted.999': ['invalid-envelope-element GS05', 'wrong-interchange-control-number IEA02'],
};

describeSamples('the samples', () => {
  const names = readdirSync(join(samplesFolder, 'x12')).sort();

  test.each(names)('%s: the envelope is read, with the defects known of it and no others', (name) => {
    const { interchanges, findings } = readInterchanges(sample(name));
    expect(summary(findings)).toEqual(envelopeFindings[name] ?? []);
    expect(interchanges.length).toBe(name.includes('multiple') ? 2 : 1);
  });

  test.each(names.filter((name) => !name.includes('multiple')))(
    '%s: segments and elements are those node-x12 reads',
    (name) => {
      const parsed = new X12Parser(false).parse(sample(name).toString('latin1'));
      const theirs = ('functionalGroups' in parsed ? parsed.functionalGroups : []).flatMap((group) =>
        group.transactions.flatMap((transaction) =>
          transaction.segments.map((segment) => [
            segment.tag,
            ...segment.elements.map((element) => element.value ?? ''),
          ]),
        ),
      );
      const ours = setsOf(name).flatMap((set) =>
        set.segments.slice(1, -1).map((segment) => [segment.id, ...elements(segment)]),
      );
      expect(ours).toEqual(theirs);
    },
  );

  test.each(names)('%s: every segment is the bytes at its offset', (name) => {
    const text = sample(name).toString('latin1');
    for (const set of setsOf(name)) {
      for (const segment of set.segments) expect(text.startsWith(segmentText(segment), segment.byteOffset)).toBe(true);
      expect(text.slice(set.byteOffset, set.byteOffset + set.byteLength)).toMatch(/^ST[^]*SE\*\d+\*\w+$/);
    }
  });

  describe('professional claims', () => {
    /** The reviewed findings of the guide, of all samples that have any; both interchanges of the double file are alike. */
    const guideFindings: Readonly<Record<string, readonly string[]>> = {
      '837p-cob.example3.A.837': ['required-loop-missing NM1 in loop 2330B, segment 42 of transaction 1'],
      '837p-multiple-isa.837': [
        'wrong-hierarchy HL04 in loop 2000B, segment 16 of transaction 1',
        'required-element-missing HI01-2 in loop 2300, segment 21 of transaction 1',
        'element-too-long HI02-1 in loop 2300, segment 21 of transaction 1',
        'required-element-missing HI02-2 in loop 2300, segment 21 of transaction 1',
        'required-element-missing HI03-2 in loop 2300, segment 21 of transaction 1',
        'element-too-long HI04-1 in loop 2300, segment 21 of transaction 1',
        'required-element-missing HI04-2 in loop 2300, segment 21 of transaction 1',
        'wrong-hierarchy HL01 in loop 2000B, segment 25 of transaction 1',
        'wrong-hierarchy HL02 in loop 2000A, segment 25 of transaction 1',
        'wrong-hierarchy HL04 in loop 2000B, segment 25 of transaction 1',
        'required-element-missing HI01-2 in loop 2300, segment 30 of transaction 1',
        'element-too-long HI02-1 in loop 2300, segment 30 of transaction 1',
        'required-element-missing HI02-2 in loop 2300, segment 30 of transaction 1',
        'required-element-missing HI03-2 in loop 2300, segment 30 of transaction 1',
        'element-too-long HI04-1 in loop 2300, segment 30 of transaction 1',
        'required-element-missing HI04-2 in loop 2300, segment 30 of transaction 1',
      ],
    };
    const claimFiles = names.filter((name) => name.startsWith('837p'));

    test.each(claimFiles)('%s: the guide finds what is known of it and nothing else', (name) => {
      for (const set of setsOf(name)) {
        const found = summary(readProfessionalClaimBatch(set).findings).map((line) =>
          line.replace(' in interchange 2', ''),
        );
        expect(found).toEqual(guideFindings[name] ?? []);
      }
    });

    test.each(claimFiles)('%s: printed and read again it means the same', (name) => {
      for (const set of setsOf(name)) {
        const { value } = readProfessionalClaimBatch(set);
        const again = onlyTransactionSet(writeProfessionalClaimBatch(value, testEnvelope));
        expect(readProfessionalClaimBatch(again).value).toEqual(value);
      }
    });

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
    expect(set && readImplementationAcknowledgement(set)).toEqual({
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
