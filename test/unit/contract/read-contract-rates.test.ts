import { describe, expect, it } from 'vitest';
import { readContractRates as readRates } from '../../../domain/contract/read-contract-rates.js';

const payers = new Set(['summit-health', 'unity-care']);
const readContractRates = (content: string, fileName: string) => readRates(content, fileName, payers);

const row = { payerCode: 'summit-health', procedureCode: '99213', allowedCents: 9_900, from: '2026-01-01' };
const text = (...rows: readonly object[]) => rows.map((each) => JSON.stringify(each)).join('\n');

describe('readContractRates', () => {
  it('gathers the rates of each payer, from NDJSON and from an array alike', () => {
    const rows = [row, { ...row, payerCode: 'unity-care' }, { ...row, modifier: '93', allowedCents: 8_000 }];
    const read = readContractRates(text(...rows), 'rates.ndjson');
    expect(read).toEqual(readContractRates(JSON.stringify(rows), 'rates.ndjson'));
    expect(read).toMatchObject({ rows: 3, findings: [] });
    expect(read.byPayer.get('summit-health')).toHaveLength(2);
    expect(read.byPayer.get('unity-care')).toHaveLength(1);
  });

  it('tells each bad row with file and line, and what is wrong in which field', () => {
    const bad = [
      { ...row, procedureCode: '9921' },
      { ...row, allowedCents: 12.5 },
      { ...row, to: '2025-01-01' },
      { ...row, colour: 'red' },
    ];
    const { findings } = readContractRates(text(row, ...bad), 'rates.ndjson');
    expect(findings.map(({ location, message }) => `${location} ${message}`)).toEqual([
      'rates.ndjson:2 procedureCode: a code has five digits or capital letters',
      'rates.ndjson:3 allowedCents: an amount must be a whole number of cents',
      'rates.ndjson:4 to: the last day is before the first',
      expect.stringMatching(/^rates.ndjson:5 .*colour/),
    ]);
  });

  it('refuses two amounts for the same thing from the same day on; the same row twice is one', () => {
    const { findings, byPayer } = readContractRates(text(row, row, { ...row, allowedCents: 1 }), 'rates.ndjson');
    expect(findings).toMatchObject([{ code: 'contract-rate-repeated', location: 'rates.ndjson:3' }]);
    expect(byPayer.get('summit-health')).toHaveLength(1);
  });

  it('refuses a payer that the practice does not have, at its first row', () => {
    const stranger = { ...row, payerCode: 'nobody' };
    const { findings } = readContractRates(text(row, stranger, { ...stranger, modifier: '93' }), 'rates.ndjson');
    expect(findings).toMatchObject([
      {
        code: 'contract-payer-unknown',
        severity: 'error',
        location: 'rates.ndjson:2',
        message: expect.stringContaining('nobody'),
      },
    ]);
  });
});
