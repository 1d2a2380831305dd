import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../../domain/x12/check-file.js';
import { fileToJson } from '../../../../domain/x12/json/file-to-json.js';
import { jsonToFile } from '../../../../domain/x12/json/json-to-file.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';
import { interchangeText } from '../../../builders/x12-texts.js';
import { buildTroubles, withValues } from '../../../support/build-troubles.js';
import { describeSamples, readSample, samplesFolder } from '../../../support/shared-samples.js';

const small = fileToJson(smallClaimFile).document;
const set = 'interchanges[0].groups[0].transactionSets[0]';
const claim = `${set}.value.billingProviders[0].claims[0]`;

describeSamples('the samples', () => {
  test.each(readdirSync(join(samplesFolder, 'x12')).sort())(
    '%s: made JSON and a file again it means the same',
    (name) => {
      const { document } = fileToJson(readSample('x12', name));
      const made = jsonToFile(JSON.parse(JSON.stringify(document)));
      expect(buildTroubles(made)).toEqual([]);
      if (!made.ok) return;
      expect(made.value.warnings).toEqual([]);
      expect(fileToJson(made.value.text).document).toEqual(document);
      expect(document.interchanges.flatMap(({ groups }) => groups).length).toBeGreaterThan(0);
    },
  );
});

describeSamples('what is wrong with a sample', () => {
  test.each(readdirSync(join(samplesFolder, 'x12')).sort())(
    '%s is told beside its JSON as the check tells it',
    (name) => {
      const bytes = readSample('x12', name);
      expect(fileToJson(bytes).findings).toEqual(checkFile(bytes).findings);
    },
  );
});

test('the JSON form has the envelope as written and each set as the model of its guide', () => {
  expect(small).toMatchObject({
    format: 'teleclaim-x12',
    version: 1,
    interchanges: [
      {
        delimiters: { element: '*', repetition: '^', component: ':', segment: '~' },
        lineEnd: '\n',
        sender: { qualifier: 'ZZ', value: 'PAYER' },
        date: '260105',
        controlNumber: '000000001',
        usage: 'T',
        groups: [
          {
            functionalId: 'HC',
            controlNumber: '1',
            guideId: '005010X222A1',
            transactionSets: [
              {
                kind: '837P',
                transactionId: '837',
                controlNumber: '0001',
                implementationReference: '005010X222A1',
                value: { billingProviders: [{ claims: [{ chargeCents: 15_000 }] }] },
              },
            ],
          },
        ],
      },
    ],
  });
});

describe('a transaction set of a guide that is not known', () => {
  const text = `${interchangeText(['BGN*00*1*20260105', 'INS*Y*18', 'HI*BK:J029*BF:R05^BF:R06', 'X1**'], {
    transactionId: '834',
    functionalId: 'BE',
    guideId: '005010X220A1',
  })}\n`;

  test('is kept as its segments', () => {
    const { document, findings } = fileToJson(text);
    expect(document.interchanges[0]?.groups[0]?.transactionSets).toEqual([
      {
        kind: 'unknown',
        transactionId: '834',
        controlNumber: '0001',
        implementationReference: '005010X220A1',
        segments: [
          { id: 'BGN', elements: ['00', '1', '20260105'] },
          { id: 'INS', elements: ['Y', '18'] },
          {
            id: 'HI',
            elements: [
              ['BK', 'J029'],
              {
                repetitions: [
                  ['BF', 'R05'],
                  ['BF', 'R06'],
                ],
              },
            ],
          },
          { id: 'X1', elements: ['', ''] },
        ],
      },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['unknown-guide']);
  });

  test('is written from them', () => {
    const withoutBlanks = text.replace('X1**~', 'X1*A~');
    const made = jsonToFile(fileToJson(withoutBlanks).document);
    expect(made).toEqual({ ok: true, value: { text: withoutBlanks, warnings: [] } });
  });
});

test('acknowledgements of the interchange come first, other line ends and delimiters are kept', () => {
  const text = interchangeText(['BHT*0019'])
    .replace('GS*', 'TA1*000000907*260105*1147*R*021~\nGS*')
    .replace(/~\n/g, '~\r\n')
    .replaceAll('*', '|')
    .concat('\r\n');
  const { document } = fileToJson(text);
  expect(document.interchanges[0]).toMatchObject({
    lineEnd: '\r\n',
    delimiters: { element: '|' },
    acknowledgements: [{ interchangeControlNumber: '000000907', status: 'R', noteCode: '021' }],
  });
});

test('bytes that are no X12 give no interchange and a finding, and JSON without one gives no file', () => {
  const { document, findings } = fileToJson('hello');
  expect(document.interchanges).toEqual([]);
  expect(findings.map(({ code }) => code)).toContain('no-interchange');
  expect(buildTroubles(jsonToFile(document))).toEqual([
    'interchanges: must have at least one: without it there is no file',
  ]);
});

test.each<[path: string, value: unknown, trouble: string]>([
  ['format', 'x12', 'format: must be one of teleclaim-x12'],
  ['version', 2, 'version: must be one of 1'],
  [
    'interchanges[0].sender.value',
    'A'.repeat(16),
    'interchanges[0].sender.value: must have at most 15 characters: the ISA has a fixed width',
  ],
  [
    'interchanges[0].delimiters.component',
    '*',
    'interchanges[0].delimiters: must be four different characters, none of them a letter, a digit or a blank',
  ],
  ['interchanges[0].sender.value', 'A*B', 'interchanges[0].sender.value: must be plain ASCII without the delimiters'],
  [`${set}.kind`, '999X', `${set}.kind: must be one of the kinds there are`],
  [`${claim}.chargeCents`, 1.5, `${claim}.chargeCents: must be a whole number of cents`],
  [`${claim}.frequencyCode`, '1', `${claim}.frequencyCode: there is no such field here`],
  [
    `${claim}.lines[0].emergency`,
    false,
    `${claim}.lines[0].emergency: would not be read back from the file as it stands here`,
  ],
])('%s can not be %j', (path, value, trouble) => {
  expect(buildTroubles(jsonToFile(withValues(small, { [path]: value })))).toContain(trouble);
});

test('text that X12 can not carry is written as near as can be, with a warning for each place', () => {
  const name = `${claim}.subscriber.party.lastName`;
  const made = jsonToFile(withValues(small, { [name]: 'Nuñez' }));
  expect(made).toMatchObject({ ok: true, value: { warnings: [{ code: 'text-changed', location: name }] } });
  expect(made.ok && made.value.text).toContain('NM1*IL*1*Nunez*JANE');
});

test('amounts that the file did not say readably are not written as zero', () => {
  const text = interchangeText(['BPR*I*abc*C*NON************20260105', 'TRN*1*1*1123456789'], {
    transactionId: '835',
    functionalId: 'HP',
    guideId: '005010X221A1',
  });
  expect(buildTroubles(jsonToFile(fileToJson(text).document))).toEqual([
    `${set}.value.unreadableAmounts: names amounts that the file did not say readably: put the right amounts in, then leave this list out`,
  ]);
});

test('a heading without a day takes that of its group, with a warning; without either the file is refused', () => {
  const text = interchangeText(['BHT*0010*13*REF1'], {
    transactionId: '276',
    functionalId: 'HR',
    guideId: '005010X212',
  });
  const { document } = fileToJson(text);
  expect(jsonToFile(document)).toMatchObject({
    ok: true,
    value: { warnings: [{ location: `${set}.value.createdDate` }, { location: `${set}.value.createdTime` }] },
  });
  const undated = withValues(document, { 'interchanges[0].groups[0].date': '' });
  expect(buildTroubles(jsonToFile(undated))).toEqual([
    `${set}.value: has no createdDate or createdTime, and its group has no date and time to take instead`,
  ]);
});
