import { expect, test } from 'vitest';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { acknowledgeEnvelope } from '../../../../domain/x12/ta1/acknowledge-envelope.js';
import { buildInterchangeAcknowledgement } from '../../../../domain/x12/ta1/build-interchange-acknowledgement.js';
import { readInterchangeAcknowledgement } from '../../../../domain/x12/ta1/read-interchange-acknowledgement.js';
import { writeInterchangeAcknowledgement } from '../../../../domain/x12/ta1/write-interchange-acknowledgement.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';

function acknowledge(text: string) {
  const { interchanges, findings } = readInterchanges(text);
  return interchanges.map((interchange) => acknowledgeEnvelope(interchange, findings));
}

test('an envelope without errors is accepted, one with an error is rejected with its note', () => {
  const whole = { interchangeControlNumber: '000000001', interchangeDate: '260105', interchangeTime: '1200' };
  expect(acknowledge(smallClaimFile)).toEqual([{ ...whole, status: 'A', noteCode: '000' }]);
  expect(acknowledge(smallClaimFile.replace('IEA*1*', 'IEA*2*'))).toEqual([{ ...whole, status: 'R', noteCode: '021' }]);
  expect(acknowledge(`${smallClaimFile}${smallClaimFile}`).map((one) => one.noteCode)).toEqual(['000', '025']);
});

test('what is written is read back', () => {
  for (const status of ['A', 'E', 'R'] as const) {
    const value = {
      interchangeControlNumber: '000000907',
      interchangeDate: '131031',
      interchangeTime: '1147',
      status,
      noteCode: '025',
    };
    const { interchanges, findings } = readInterchanges(writeInterchangeAcknowledgement(value, testEnvelope));
    expect(findings).toEqual([]);
    expect(interchanges[0]?.acknowledgements.map(readInterchangeAcknowledgement)).toEqual([value]);
  }
});

test('only the notes of X12 may be sent', () => {
  const sent = (noteCode: string) =>
    buildInterchangeAcknowledgement({
      interchangeControlNumber: '000000907',
      interchangeDate: '131031',
      interchangeTime: '1147',
      status: 'R',
      noteCode,
    });
  expect(sent('031').ok).toBe(true);
  expect(sent('032')).toMatchObject({ ok: false, error: [{ location: 'noteCode' }] });
});

test('a status that is missing counts as rejected', () => {
  const text = smallClaimFile.replace('GS*', 'TA1*000000907~\nGS*');
  const [segment] = readInterchanges(text).interchanges[0]?.acknowledgements ?? [];
  expect(segment && readInterchangeAcknowledgement(segment)).toMatchObject({ status: 'R', noteCode: '' });
});
