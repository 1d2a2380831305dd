import { describe, expect, test } from 'vitest';
import { acknowledgeInterchange } from '../../../../domain/x12/999/acknowledge-interchange.js';
import { isAccepted, patientControlNumberOf } from '../../../../domain/x12/999/implementation-acknowledgement.js';
import { readImplementationAcknowledgement } from '../../../../domain/x12/999/read-implementation-acknowledgement.js';
import { writeImplementationAcknowledgement } from '../../../../domain/x12/999/write-implementation-acknowledgement.js';
import { readProfessionalClaimBatch } from '../../../../domain/x12/837p/read-professional-claim-batch.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { onlyTransactionSet } from '../../../builders/x12-texts.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';

/** What a receiver of 837P files does: read, check, answer. */
function acknowledge(text: string) {
  const { interchanges, findings } = readInterchanges(text);
  const [interchange] = interchanges;
  if (interchange === undefined) throw new Error('there is no interchange');
  const sets = interchange.groups.flatMap((group) => group.transactionSets);
  const all = [...findings, ...sets.flatMap((set) => readProfessionalClaimBatch(set).findings)];
  return acknowledgeInterchange(interchange, all);
}

describe('acknowledgeInterchange', () => {
  test('accepts a group without errors', () => {
    expect(acknowledge(smallClaimFile)).toEqual([
      {
        functionalId: 'HC',
        groupControlNumber: '1',
        guideId: '005010X222A1',
        transactionSets: [
          {
            transactionId: '837',
            controlNumber: '0001',
            guideId: '005010X222A1',
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
    ]);
  });

  test('rejects a set with errors, naming segment, element, code, value and claim', () => {
    const [answer] = acknowledge(smallClaimFile.replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~'));
    const [set] = answer?.transactionSets ?? [];
    expect(answer).toMatchObject({ groupStatus: 'R', transactionSetsAccepted: 0, groupErrorCodes: [] });
    expect(set).toMatchObject({
      status: 'R',
      errorCodes: ['5'],
      segmentErrors: [
        {
          segmentId: 'CLM',
          loop: '2300',
          code: '8',
          elementErrors: [{ element: 7, reference: '1359', code: '7', value: 'Q' }],
        },
      ],
    });
    expect(set?.segmentErrors.map(patientControlNumberOf)).toEqual(['CLAIM1']);
  });

  test('rejects part of a group when some of its sets are good', () => {
    const set = smallClaimFile.slice(smallClaimFile.indexOf('ST*'), smallClaimFile.indexOf('GE*'));
    const bad = set.replaceAll('*0001', '*0002').replace('*CH~', '*XX~');
    const text = smallClaimFile.replace('GE*1*', `${bad}GE*2*`);
    expect(acknowledge(text)).toMatchObject([
      { groupStatus: 'P', transactionSetsIncluded: 2, transactionSetsReceived: 2, transactionSetsAccepted: 1 },
    ]);
  });

  test('rejects the set for a wrong count, and the group for a wrong control number', () => {
    const [wrongCount] = acknowledge(smallClaimFile.replace(/SE\*\d+/, 'SE*3'));
    expect(wrongCount?.transactionSets[0]).toMatchObject({ status: 'R', errorCodes: ['4'] });
    const [wrongGroup] = acknowledge(smallClaimFile.replace('GE*1*1', 'GE*1*2'));
    expect(wrongGroup).toMatchObject({ groupStatus: 'R', groupErrorCodes: ['4'], transactionSetsAccepted: 0 });
  });

  test('an element found wrong by its meaning alone is named too, with the code for a value that does not fit', () => {
    const [interchange] = readInterchanges(smallClaimFile).interchanges;
    if (interchange === undefined) throw new Error('there is no interchange');
    const found = { severity: 'error', message: '', interchange: 1, group: 1, transaction: 1, byteOffset: 0 } as const;
    const place = { segmentId: 'CLM', segmentPosition: 19, loop: '2300', element: 2 } as const;
    const [conflict] = acknowledgeInterchange(interchange, [{ ...found, ...place, code: 'conflicting-values' }]);
    expect(conflict?.transactionSets).toMatchObject([
      {
        status: 'R',
        errorCodes: ['I5'],
        segmentErrors: [{ segmentId: 'CLM', code: '8', elementErrors: [{ element: 2, code: 'I12' }] }],
      },
    ]);
    const [number] = acknowledgeInterchange(interchange, [{ ...found, ...place, code: 'invalid-number' }]);
    expect(number?.transactionSets).toMatchObject([
      { errorCodes: ['5'], segmentErrors: [{ elementErrors: [{ element: 2, code: '6' }] }] },
    ]);
  });

  test('names a loop by the four characters there is room for', () => {
    const [answer] = acknowledge(smallClaimFile.replace('N3*2 STATE ST', 'N3*'));
    const [error] = answer?.transactionSets[0]?.segmentErrors ?? [];
    expect(error).toMatchObject({ segmentId: 'N3', loop: '2010' });
  });

  test('no set is rejected without a code that says why', () => {
    for (const text of [
      smallClaimFile.replace('CLM*', 'C LM*'),
      smallClaimFile.replace('SV1*', 'ZZ9*'),
      smallClaimFile.replace(/SE\*[^~]*~/, ''),
      smallClaimFile.replace('*472*', '*999*'),
    ]) {
      for (const set of acknowledge(text)[0]?.transactionSets ?? []) {
        expect(set.status).toBe('R');
        expect(set.errorCodes.length).toBeGreaterThan(0);
      }
    }
  });

  test('an acknowledgement gets none', () => {
    expect(acknowledge(smallClaimFile.replace('GS*HC', 'GS*FA'))).toEqual([]);
  });

  test('what it answers can be sent and read', () => {
    for (const text of [
      smallClaimFile,
      smallClaimFile.replace('11:B:1', '11:B:'),
      smallClaimFile.replace('GE*1', 'GE*7'),
    ]) {
      const [answer] = acknowledge(text);
      if (answer === undefined) throw new Error('there is no answer');
      const reading = readImplementationAcknowledgement(
        onlyTransactionSet(writeImplementationAcknowledgement(answer, testEnvelope)),
      );
      expect({ ...reading, root: undefined }).toEqual({ value: answer, findings: [] });
    }
  });
});

test('a status that is missing or unknown counts as rejected', () => {
  const text = writeImplementationAcknowledgement(
    { ...(acknowledge(smallClaimFile)[0] ?? fail()), groupStatus: 'A' },
    testEnvelope,
  ).replace('IK5*A', 'IK5*Q');
  const { value, findings } = readImplementationAcknowledgement(onlyTransactionSet(text));
  expect(value.transactionSets[0]?.status).toBe('R');
  expect(findings).toMatchObject([{ code: 'invalid-code', segmentId: 'IK5', value: 'Q' }]);
});

function fail(): never {
  throw new Error('there is no answer');
}

test('only A and E let claims go on', () => {
  expect((['A', 'E', 'R', 'M', 'W', 'X'] as const).filter(isAccepted)).toEqual(['A', 'E']);
});
