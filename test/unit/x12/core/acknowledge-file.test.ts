import { describe, expect, test } from 'vitest';
import { acknowledgeFile } from '../../../../domain/x12/acknowledge-file.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { readImplementationAcknowledgement } from '../../../../domain/x12/999/read-implementation-acknowledgement.js';
import { checkFile } from '../../../../domain/x12/check-file.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { readInterchangeAcknowledgement } from '../../../../domain/x12/ta1/read-interchange-acknowledgement.js';
import { filesWithSecrets } from '../../../builders/answers-with-secrets.js';
import { PatientSecrets } from '../../../builders/patient-secrets.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';
import { interchangeText } from '../../../builders/x12-texts.js';

const on = { date: plainDate('2026-01-06'), time: '0930' };

/** What the other side reads: the answer's envelope, TA1s and 999s, and what is wrong with them (nothing). */
function answerTo(input: string, options: Partial<Parameters<typeof acknowledgeFile>[1]> = {}) {
  const { text } = acknowledgeFile(input, { ...on, ...options });
  if (text !== '') expect(checkFile(text).findings).toEqual([]);
  return readInterchanges(text).interchanges.map((interchange) => ({
    ...interchange,
    answers: interchange.acknowledgements.map(readInterchangeAcknowledgement),
    groups: interchange.groups.flatMap((group) =>
      group.transactionSets.map((set) => readImplementationAcknowledgement(set).value),
    ),
    groupControlNumbers: interchange.groups.map((group) => group.controlNumber),
    setControlNumbers: interchange.groups.flatMap((group) => group.transactionSets.map((set) => set.controlNumber)),
  }));
}

const inboundFiles: readonly (readonly [string, string])[] = [
  ['837P', smallClaimFile],
  ...Object.entries(filesWithSecrets).map(([kind, write]) => [kind, write(new PatientSecrets('A'))] as const),
];

describe('a 999 for every kind of file', () => {
  test.each(inboundFiles)('%s: a good file is accepted', (_, text) => {
    const [interchange] = readInterchanges(text).interchanges;
    const [answer] = answerTo(text);
    expect(answer).toMatchObject({
      senderId: interchange?.receiverId,
      receiverId: interchange?.senderId,
      controlNumber: interchange?.controlNumber,
      usage: interchange?.usage,
      answers: [],
      groups: [
        {
          functionalId: interchange?.groups[0]?.functionalId,
          groupControlNumber: interchange?.groups[0]?.controlNumber,
          guideId: interchange?.groups[0]?.guideId,
          groupStatus: 'A',
          transactionSets: [{ controlNumber: '0001', status: 'A', errorCodes: [], segmentErrors: [] }],
        },
      ],
    });
  });

  test.each(inboundFiles)('%s: a segment of no guide is named by its position', (_, text) => {
    const [set] = readInterchanges(text).interchanges[0]?.groups[0]?.transactionSets ?? [];
    const last = set?.segments.length ?? 0;
    const bad = text.replace(/SE\*\d+/, `ZZZ*1~\nSE*${last + 1}`);
    expect(answerTo(bad)[0]?.groups).toMatchObject([
      {
        groupStatus: 'R',
        transactionSets: [
          { status: 'R', errorCodes: ['5'], segmentErrors: [{ segmentId: 'ZZZ', segmentPosition: last, code: '1' }] },
        ],
      },
    ]);
  });

  test.each([
    ['a claim', smallClaimFile.replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~'), { name: 'CLM01', value: 'CLAIM1' }],
    ['a payment', inboundFile('835').replace('CAS*CO*', 'CAS*XX*'), { name: 'TRN02', value: 'EFT1' }],
    ['a payment before its trace', inboundFile('835').replace('BPR*I*', 'BPR*ZZ*'), { name: 'TRN02', value: 'EFT1' }],
    ['a question', inboundFile('276').replace('AMT*T3*1', 'AMT*T3*A'), { name: 'TRN02', value: /^QXA/ }],
  ])('the context names %s', (_, text, context) => {
    const [error] = answerTo(text)[0]?.groups[0]?.transactionSets[0]?.segmentErrors ?? [];
    expect(error?.contexts).toMatchObject([
      { names: [{ name: context.name, value: expect.stringMatching(context.value) }] },
    ]);
  });

  test('nothing of a claim is said of a segment after it', () => {
    const text = smallClaimFile.replace(/SE\*(\d+)/, (_, count: string) => `HL*9*1*99*0~\nSE*${Number(count) + 1}`);
    const [error] = answerTo(text)[0]?.groups[0]?.transactionSets[0]?.segmentErrors ?? [];
    expect(error).toMatchObject({ segmentId: 'HL', contexts: [] });
  });
});

function inboundFile(kind: string): string {
  return inboundFiles.find(([one]) => one === kind)?.[1] ?? '';
}

describe('TA1', () => {
  test('comes with the 999 when ISA14 asks for it', () => {
    expect(answerTo(smallClaimFile.replace('*0*T*:', '*1*T*:'))).toMatchObject([
      { answers: [{ status: 'A', noteCode: '000' }], groups: [{ groupStatus: 'A' }] },
    ]);
  });

  test('stands alone when the interchange is bad', () => {
    expect(answerTo(smallClaimFile.replace('IEA*1*', 'IEA*2*'))).toMatchObject([
      { answers: [{ interchangeControlNumber: '000000001', status: 'R', noteCode: '021' }], groups: [] },
    ]);
  });

  test('rejects segments outside of a group, which no 999 could name', () => {
    expect(answerTo(smallClaimFile.replace(/GS\*[^~]*~\s*/, ''))).toMatchObject([
      { answers: [{ status: 'R', noteCode: '024' }], groups: [] },
    ]);
  });
});

describe('what is not answered', () => {
  test('a 999', () => {
    const { text } = acknowledgeFile(smallClaimFile, on);
    expect(acknowledgeFile(text, on)).toMatchObject({ text: '', answers: [{ silence: 'nothing-to-answer' }] });
  });

  test('a 999 that stands in a group of another kind', () => {
    const set = 'ST*999*0002*005010X231A1~\nSE*2*0002~\n';
    const text = smallClaimFile.replace('GE*1*', `${set}GE*2*`);
    const [answer] = acknowledgeFile(text, on).answers;
    expect(answer?.groups).toMatchObject([{ groupStatus: 'P', transactionSets: [{ transactionId: '837' }] }]);
    expect(answerTo(text)[0]?.groups[0]?.transactionSets.map((one) => one.transactionId)).toEqual(['837']);
    const bad = text.replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~');
    expect(answerTo(bad)[0]?.groups[0]?.transactionSets.map((one) => one.transactionId)).toEqual(['837']);
  });

  test('a file without ISA, since nobody is known to answer to', () => {
    const text = smallClaimFile.slice(smallClaimFile.indexOf('GS*'));
    expect(acknowledgeFile(text, on)).toMatchObject({ text: '', answers: [{ silence: 'no-header' }] });
  });
});

describe('control numbers', () => {
  const two = smallClaimFile + smallClaimFile.replaceAll('000000001', '000000002');

  test('are those of what is answered unless given', () => {
    expect(answerTo(two).map((one) => [one.controlNumber, one.groupControlNumbers, one.setControlNumbers])).toEqual([
      ['000000001', ['1'], ['0001']],
      ['000000002', ['1'], ['0001']],
    ]);
  });

  test('count up from those given, past the highest to 1', () => {
    const given = { interchangeControlNumber: 999_999_999, groupControlNumber: 41, transactionControlNumber: 7 };
    expect(
      answerTo(two, given).map((one) => [one.controlNumber, one.groupControlNumbers, one.setControlNumbers]),
    ).toEqual([
      ['999999999', ['41'], ['0007']],
      ['000000001', ['42'], ['0007']],
    ]);
  });
});

test('whatever the ISA holds, the answer is a whole interchange', () => {
  const text = interchangeText(['BHT*0019*00*1*20260105*1200*CH'])
    .replace('SENDER         ', 'A SENDER WITH A NAME MUCH TOO LONG')
    .replace('*ZZ*RECEIVER', '*ZZZ*RECE:VER');
  const { text: answer } = acknowledgeFile(text, on);
  expect(readInterchanges(answer)).toMatchObject({ interchanges: [{ receiverId: 'A SENDER WITH A' }], findings: [] });
});
