import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LoopRule } from '../../../../domain/x12/guide.js';
import { readInterchanges } from '../../../../domain/x12/read-interchanges.js';
import { guides, transactionKinds } from '../../../../domain/x12/transaction-kind.js';
import { viewFile } from '../../../../domain/x12/view/view-file.js';
import { wordsOfLoop } from '../../../../domain/x12/words/loop-words.js';
import { segmentWords } from '../../../../domain/x12/words/segment-words.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';
import { describeSamples, readSample, samplesFolder } from '../../../support/shared-samples.js';

function view(input: string | Uint8Array, masked = true): string[] {
  return [...viewFile(input, { masked })].map(({ depth, text }) => `${'  '.repeat(depth)}${text}`);
}

describe('the view of an 837P', () => {
  test('masked, shows business and masks the patient', () => {
    expect(view(smallClaimFile)).toMatchInlineSnapshot(`
      [
        "interchange 000000001 from ZZ PAYER to ZZ PRACTICE, 2026-01-05 12:00, version 00501, test",
        "  group 1 HC from PAYER to PRACTICE, 2026-01-05 12:00, guide 005010X222A1",
        "    transaction set 0001: 837P professional claims, 25 segments",
        "      ST begin of the transaction set: transaction set 837; control number 0001; guide 005010X222A1",
        "      BHT heading: structure 0019; purpose 00 (original); reference number BATCH1; date 2026-01-05; time 12:00; type CH",
        "      1000A submitter",
        "        NM1 41 submitter: organization name PRACTICE; 46 id ETIN1",
        "        PER contact: IC; name BILLING; TE 5185550100",
        "      1000B receiver",
        "        NM1 40 receiver: organization name CLEARINGHOUSE; 46 id CH1",
        "      2000A billing provider level",
        "        HL 20 billing provider or payer level: number 1; has lower levels 1",
        "        PRV provider: role BI (billing); PXC; taxonomy 261QM1300X",
        "        2010AA billing provider",
        "          NM1 85 billing provider: organization name PRACTICE; XX id 1234567893",
        "          N3 street: line 2 STATE ST",
        "          N4 place: city ALBANY; state NY; postal code 122070001",
        "          REF EI employer id: 123456789",
        "        2000B subscriber level",
        "          HL 22 subscriber level: number 2; under 1; has lower levels 0",
        "          SBR coverage: payer sequence P (first payer); relationship 18 (self); filing indicator CI (commercial insurance)",
        "          2010BA subscriber",
        "            NM1 IL subscriber: person name ***; first name ***; MI id ***",
        "            N3 street: line ***",
        "            N4 place: city ***; state ***; postal code ***",
        "            DMG birth date and sex: birth date ***; sex ***",
        "          2010BB payer",
        "            NM1 PR payer: organization name PAYER; PI id 12345",
        "          2300 claim",
        "            CLM claim: patient control number ***; charge $150.00; place of service 10 (telehealth, patient at home); B; frequency 1 (original); provider signature Y; assignment A (assigned); benefits assigned Y; release of information Y",
        "            HI diagnoses and codes: ABK code J029",
        "            2400 service line",
        "              LX counter: number 1",
        "              SV1 service: HC procedure 99213; modifier 95; charge $150.00; UN units 1; diagnosis 1",
        "              DTP 472 service: 2026-01-05",
        "              REF 6R line control number: ***",
        "      SE end of the transaction set: segments 25; control number 0001",
      ]
    `);
  });

  test('unmasked, shows the patient too', () => {
    const lines = view(smallClaimFile, false).map((line) => line.trim());
    expect(lines).toContain('NM1 IL subscriber: person name DOE; first name JANE; MI id MEMBER1');
    expect(lines).toContain('DMG birth date and sex: birth date 1980-02-29; sex F');
    expect(lines).toContain('N3 street: line 1 MAIN ST');
  });
});

test('a position leads from a finding to its line', () => {
  const positions = [...viewFile(smallClaimFile, { masked: true })].flatMap(({ position }) => position ?? []);
  expect(positions).toEqual(Array.from({ length: positions.length }, (_, index) => index + 1));
});

test('a segment the guide does not have is shown at its place, without its values', () => {
  const text = smallClaimFile.replace('LX*1', 'ZZ9*JANE*DOE~\nNM1*XX*1*DOE~\nLX*1');
  const lines = view(text).map((line) => line.trim());
  const at = lines.indexOf('? not of the guide here: *** (2 elements)');
  expect(lines[at + 1]).toBe('NM1 not of the guide here: *** (3 elements)');
  expect(lines[at + 2]).toBe('2400 service line');
  expect(view(text, false).map((line) => line.trim())).toContain('ZZ9 not of the guide here: JANE; DOE');
});

test('of a guide that nobody knows, ids of segments are shown and no value', () => {
  const lines = view(smallClaimFile.replaceAll('005010X222A1', '005010X223A2'));
  expect(lines.join('\n')).not.toMatch(/DOE|JANE|MEMBER1/);
  expect(lines.map((line) => line.trim())).toContain('DMG not of the guide here: *** (3 elements)');
});

test('no value can move the cursor or colour the screen', () => {
  const text = smallClaimFile.replaceAll('JANE', 'JA\u001b[31mNE').replaceAll('PRACTICE', 'PRA\u0007CTICE\u202e');
  expect(view(text, false).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

describe('words', () => {
  test('every loop of every guide has some', () => {
    for (const kind of transactionKinds) {
      for (const id of innerLoops(guides[kind].root)) expect([kind, id, wordsOfLoop(kind, id)]).not.toContain('loop');
    }
  });

  test('every segment of every guide has some', () => {
    for (const kind of transactionKinds) {
      for (const id of segmentIdsOf(guides[kind].root)) expect(segmentWords.has(id) ? '' : id).toBe('');
    }
  });
});

function innerLoops(rule: LoopRule): string[] {
  return rule.parts.flatMap((part) => (part.kind === 'loop' ? [part.id, ...innerLoops(part)] : []));
}

function segmentIdsOf(rule: LoopRule): string[] {
  return rule.parts.flatMap((part) => (part.kind === 'loop' ? segmentIdsOf(part) : [part.id]));
}

/** Member ids, birth dates and account numbers of the people in the samples, gathered by hand. */
const people = new RegExp(
  [
    'LL99999X|XXX123456789|33344555510|44455666610|996669999B|666666666A|456789123|123456789A|345678901|11122333301',
    'JS00111223333|T55TY666|00221111|111222333A|987654321A|00124A089|673431',
    'SM123456|MA345678|J0234567|ABCXYZ|ABC123-RI|A37YH|SMI123|26463774|26462967|26407789|R03996273',
    '19(30|43|63|95|20|38|40|73)-?\\d\\d-?\\d\\d\\b',
  ].join('|'),
);
/** The names of people with a claim or a coverage, and where they live. */
const personal = /^\s*NM1 (IL|QC|74|03|GB) /;

describeSamples('the samples', () => {
  const names = readdirSync(join(samplesFolder, 'x12')).sort();

  test.each(names)('%s: every segment is a line, and unmasked no value is lost', (name) => {
    const bytes = readSample('x12', name);
    const segments = readInterchanges(bytes).interchanges.flatMap((interchange) =>
      interchange.groups.flatMap((group) => group.transactionSets.flatMap((set) => [...set.segments])),
    );
    const lines = [...viewFile(bytes, { masked: false })];
    expect(lines.flatMap(({ position }) => position ?? [])).toEqual(segments.map((segment) => segment.position));
  });

  test.each(names)('%s: masked, nobody is named', (name) => {
    const lines = view(readSample('x12', name));
    expect(lines.filter((line) => people.test(line))).toEqual([]);
    const names = lines.filter((line) => personal.test(line));
    expect(
      names.filter(
        (line) =>
          !/: (person|organization) name \*\*\*(; (first|middle) name \*\*\*)*(; suffix \*\*\*)?(; [A-Z]+ id \*\*\*)?$/.test(
            line,
          ),
      ),
    ).toEqual([]);
  });
});
