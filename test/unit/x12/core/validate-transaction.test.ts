import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { validateTransaction } from '../../../../domain/x12/validate-transaction.js';
import { describeLocation } from '../../../../domain/x12/x12-finding.js';
import { interchangeText } from '../../../builders/x12-texts.js';
import { describeSamples, readSample, samplesFolder } from '../../../support/shared-samples.js';
import { onlyTransactionSet } from '../../../support/x12-sample.js';

/** What the double file has wrong, in both of its interchanges. */
const doubleFile = [
  'invalid-npi NM109 in loop 2010AA, segment 7',
  'short-postal-code N403 in loop 2010AA, segment 9',
  'patient-level-missing HL in loop 2000B, segment 17',
  'rendering-provider-missing NM1 in loop 2300, segment 20',
  'charge-not-sum-of-lines CLM02 in loop 2300, segment 20',
  'place-of-service-repeated SV105 in loop 2400, segment 23',
  'diagnosis-pointer-unknown SV107-2 in loop 2400, segment 23',
  'diagnosis-pointer-unknown SV107-3 in loop 2400, segment 23',
  'service-in-future DTP03 in loop 2400, segment 24',
  'patient-level-missing HL in loop 2000B, segment 26',
  'rendering-provider-missing NM1 in loop 2300, segment 29',
  'charge-not-sum-of-lines CLM02 in loop 2300, segment 29',
  'wrong-line-number LX01 in loop 2400, segment 31',
  'malformed-external-code SV101-2 in loop 2400, segment 32',
  'place-of-service-repeated SV105 in loop 2400, segment 32',
  'diagnosis-pointer-unknown SV107-2 in loop 2400, segment 32',
  'diagnosis-pointer-unknown SV107-3 in loop 2400, segment 32',
  'service-in-future DTP03 in loop 2400, segment 33',
];

/**
 * The reviewed findings of all samples that have any. Most NPIs of the samples are made up without a check digit, the
 * taxonomy codes ending in Y are of a list before 2005, and the equipment suppliers name no rendering provider.
 */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  '276-claim-level.276': ['invalid-npi NM109 in loop 2100C, segment 8', 'invalid-npi NM109 in loop 2100C, segment 26'],
  '277-claim-level.277': ['invalid-npi NM109 in loop 2100C, segment 8', 'invalid-npi NM109 in loop 2100C, segment 26'],
  '277ca-accepted.277': ['invalid-npi NM109 in loop 2100C, segment 15'],
  '835-managed-care.835': ['invalid-npi N104 in loop 1000B, segment 8'],
  '835-medicare-part-a.835': ['invalid-npi N104 in loop 1000B, segment 9'],
  '837p-cob.example3.A.837': [
    'invalid-npi NM109 in loop 2010AA, segment 7',
    'short-postal-code N403 in loop 2010AA, segment 9',
    'invalid-npi NM109 in loop 2310B, segment 31',
    'invalid-npi NM109 in loop 2310C, segment 34',
    'short-postal-code N403 in loop 2310C, segment 36',
  ],
  '837p-example1.837': [
    'malformed-external-code PRV03 in loop 2000A, segment 7',
    'rendering-provider-missing NM1 in loop 2300, segment 25',
  ],
  '837p-example11.837': [
    'invalid-npi NM109 in loop 2010AA, segment 7',
    'post-box-address N301 in loop 2010AA, segment 8',
    'invalid-npi NM109 in loop 2310A, segment 24',
  ],
  '837p-example2.837': [
    'malformed-external-code PRV03 in loop 2000A, segment 7',
    'invalid-npi NM109 in loop 2010AA, segment 8',
    'short-postal-code N403 in loop 2010AA, segment 10',
    'rendering-provider-missing NM1 in loop 2300, segment 22',
    'invalid-npi NM109 in loop 2310C, segment 26',
    'short-postal-code N403 in loop 2310C, segment 28',
  ],
  '837p-example7.837': [
    'invalid-npi NM109 in loop 2010AA, segment 7',
    'short-postal-code N403 in loop 2010AA, segment 9',
    'rendering-provider-missing NM1 in loop 2300, segment 18',
    'invalid-npi NM109 in loop 2420E, segment 28',
    'invalid-npi NM109 in loop 2420E, segment 51',
  ],
  '837p-example8.837': [
    'invalid-npi NM109 in loop 2010AA, segment 7',
    'short-postal-code N403 in loop 2010AA, segment 9',
    'rendering-provider-missing NM1 in loop 2300, segment 20',
    'invalid-npi NM109 in loop 2420E, segment 30',
  ],
  '837p-multiple-isa.837': [...doubleFile, ...doubleFile],
};

describeSamples('the samples', () => {
  test.each(readdirSync(join(samplesFolder, 'x12')).sort())('%s: its findings are the reviewed ones', (name) => {
    const { interchanges } = readInterchanges(readSample('x12', name));
    const sets = interchanges.flatMap((one) => one.groups).flatMap((group) => group.transactionSets);
    const found = sets.flatMap((set) => validateTransaction(set));
    expect(
      found.map((finding) => `${finding.code} ${describeLocation(finding).replace(/ of transaction.*/, '')}`),
    ).toEqual(reviewed[name] ?? []);
  });
});

describe('a transaction set', () => {
  test('of a guide that is not the professional one is left alone', () => {
    const institutional = interchangeText(['BHT*0019*00*1*20260105*1200*CH', 'NM1*41*2*X*****XX*1'], {
      guideId: '005010X223A2',
    });
    expect(validateTransaction(onlyTransactionSet(institutional))).toEqual([]);
    expect(validateTransaction(onlyTransactionSet(institutional.replaceAll('X223A2', 'X222A1')))).toHaveLength(1);
  });

  test.each([
    ['270', 'HS', '005010X279A1', 'BHT*0022*13*1*20260105*1200'],
    ['276', 'HR', '005010X212', 'BHT*0010*13*1*20260105*1200'],
    ['277', 'HN', '005010X212', 'BHT*0010*08*1*20260105*1200*DG'],
  ])('of an inquiry or status (%s) has its identifiers checked', (transactionId, functionalId, guideId, heading) => {
    const names = ['HL*1**20*1', 'NM1*PR*2*PAYER*****PI*12345', 'HL*2*1*21*1', 'NM1*41*2*X*****XX*1234567890'];
    const receiver = transactionId === '270' ? names.map((name) => name.replace('NM1*41', 'NM1*1P')) : names;
    const text = interchangeText([heading, ...receiver], { functionalId, guideId, transactionId });
    expect(validateTransaction(onlyTransactionSet(text)).map(({ code, snip }) => [code, snip])).toEqual([
      ['invalid-npi', 5],
    ]);
  });
});
