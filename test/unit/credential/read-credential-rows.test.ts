import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCredentials } from '../../../domain/credential/merge-credentials.js';
import { readCredentialRows } from '../../../domain/credential/read-credential-rows.js';
import { unknownPayerCodes } from '../../../domain/credential/unknown-payer-codes.js';
import { npiFromNineDigits } from '../../../domain/kernel/npi.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { aLicence, anEnrolment, aPrivilege } from '../../builders/credentials.js';

const npi = npiFromNineDigits('199990201');
const other = npiFromNineDigits('199990202');
const line = (row: object) => JSON.stringify(row);

describe('readCredentialRows', () => {
  it('reads NDJSON and a JSON array alike', () => {
    const rows = [
      { npi, ...aLicence() },
      { npi, ...anEnrolment() },
      { npi: other, ...aPrivilege() },
    ];
    const ndjson = readCredentialRows(`${rows.map(line).join('\n\n')}\n`, 'file');
    const array = readCredentialRows(JSON.stringify(rows, null, 2), 'file');
    expect(ndjson.findings).toEqual([]);
    expect(array).toEqual(ndjson);
    expect(ndjson.byClinician.get(npi)).toEqual([aLicence(), anEnrolment()]);
    expect(ndjson.byClinician.get(other)).toEqual([aPrivilege()]);
  });

  it('takes the good rows of a file and names file and line of each bad one', () => {
    const text = [
      line({ npi, ...aLicence() }),
      '{"npi": "1", "kind": "licence"}',
      '{ no json',
      line({ npi, ...aLicence({ to: plainDate('2019-01-01') }) }),
      line({ npi, ...aPrivilege(), compact: 'IMLC' }),
      line({ npi, ...aPrivilege({ compact: 'PT_COMPACT' }) }),
      line({ npi, ...anEnrolment(), colour: 'red' }),
    ].join('\n');
    const { byClinician, findings, rows } = readCredentialRows(text, 'credentials.ndjson');
    expect(rows).toBe(7);
    expect(byClinician.get(npi)).toEqual([aLicence()]);
    expect(findings.map(({ location, message }) => `${location} ${message}`)).toEqual([
      expect.stringMatching(/^credentials.ndjson:2 npi: not a valid NPI/),
      'credentials.ndjson:3 the row is no JSON object',
      'credentials.ndjson:4 to: the last day is before the first',
      expect.stringMatching(/^credentials.ndjson:5 compact: IMLC gives full licences/),
      expect.stringMatching(/^credentials.ndjson:6 state: a privilege of this compact is taken for each state/),
      expect.stringMatching(/^credentials.ndjson:7 .*colour/),
    ]);
  });

  it('keeps the first of two rows that contradict each other, and says so; two equal rows are one', () => {
    const text = [aLicence(), aLicence(), aLicence({ status: 'revoked' })]
      .map((each) => line({ npi, ...each }))
      .join('\n');
    const { byClinician, findings } = readCredentialRows(text, 'file');
    expect(byClinician.get(npi)).toEqual([aLicence()]);
    expect(findings).toMatchObject([{ code: 'credential-repeated', location: 'file:3' }]);
  });

  it('names the line on which a broken element of an array begins', () => {
    const text = `[\n${line({ npi, ...aLicence() })},\n  {"npi": nothing},\n\n  3\n]`;
    expect(readCredentialRows(text, 'file').findings.map(({ location }) => location)).toEqual(['file:3', 'file:5']);
  });

  it('says that an empty file holds no row', () => {
    for (const text of ['', '\n', '[]']) {
      expect(readCredentialRows(text, 'file').findings).toMatchObject([{ code: 'file-empty' }]);
    }
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.json()).map((rows) => `[${rows.join(',')}`),
        ),
        (text) => {
          readCredentialRows(text, 'file');
        },
      ),
    );
  });
});

it('warns one time of each payer code that no profile has', () => {
  const enrolments = ['medicare', 'medcare', 'medcare'].map((payerCode) => anEnrolment({ payerCode }));
  expect(unknownPayerCodes(new Map([[npi, [...enrolments, aLicence()]]]), ['medicare'])).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('the code medcare') },
  ]);
});

describe('mergeCredentials', () => {
  it('changes nothing when the same credentials come again', () => {
    const first = mergeCredentials([], [anEnrolment(), aLicence()]);
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    expect(mergeCredentials(first.credentials, [aLicence(), anEnrolment()])).toMatchObject({
      credentials: first.credentials,
      added: 0,
      changed: 0,
      unchanged: 2,
    });
  });

  it('replaces the credential of the same subject and first day, and keeps the others', () => {
    const ended = aLicence({ to: plainDate('2026-12-31') });
    const merged = mergeCredentials([aLicence(), anEnrolment()], [ended]);
    expect(merged).toMatchObject({ credentials: [ended, anEnrolment()], added: 0, changed: 1 });
  });
});
