import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparePayers } from '../../cli/payers/compare-payers.js';
import { type LoadedProfile, loadPayers, planPayers } from '../../cli/payers/load-payers.js';
import { differenceLines, placedLines } from '../../cli/payers/payer-lines.js';
import { readPayerFiles } from '../../cli/payers/read-payer-files.js';
import { UsageError } from '../../cli/text/usage-error.js';
import { listPayerVersions } from '../../db/payer-profiles.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { aPayer } from '../builders/rules.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'teleclaim-payers-'));
  const of2027 = { ...aPayer('unity-care'), effectiveFrom: '2027-01-01', filingLimitDays: 60 };
  const of2028 = { ...aPayer('unity-care'), effectiveFrom: '2028-01-01' };
  const fresh = { ...aPayer('unity-care'), code: 'new-payer', electronicPayerId: 'NEW1', aliases: [] };
  writeFileSync(join(folder, 'a-damaged.json'), '{"code": ');
  // The later version stands first: the order in a file does not matter.
  writeFileSync(join(folder, 'b-unity.json'), JSON.stringify([of2028, { code: 'no-profile' }, of2027]));
  writeFileSync(join(folder, 'c-new.json'), JSON.stringify(fresh));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const told = (loaded: readonly LoadedProfile[]) =>
  loaded.map(({ placed }) => (placed.ok ? (placedLines(placed.value)[0] ?? '') : 'refused'));

const versions = () => house.db.read(house.practiceId, listPayerVersions);

test('a damaged file and a bad item leave the others be, and say file, item and position', () => {
  const { profiles, findings } = readPayerFiles(folder);
  expect(profiles.map(({ profile }) => profile.code)).toEqual(['unity-care', 'unity-care', 'new-payer']);
  const locations = new Set(findings.map(({ location }) => location?.split(':')[0]));
  expect(locations).toEqual(
    new Set([join(folder, 'a-damaged.json'), `${join(folder, 'b-unity.json')}, item 2 (no-profile)`]),
  );
});

test('a dry run says what loading then does, and writes nothing; loading again changes nothing', async () => {
  const { profiles } = readPayerFiles(folder);
  const before = await versions();
  const planned = told(await planPayers(house.db, house.practiceId, profiles));
  expect(await versions()).toEqual(before);
  const loaded = told(await loadPayers(house.db, house.practiceId, profiles, databaseNow));
  expect(loaded).toEqual(planned);
  expect(loaded).toEqual([
    'added     new-payer of all dates',
    'added     unity-care from 2027-01-01 on; the version before it ends on 2026-12-31',
    'added     unity-care from 2028-01-01 on; the version before it ends on 2027-12-31',
  ]);
  const sameFiles = await loadPayers(house.db, house.practiceId, profiles, databaseNow);
  expect(sameFiles.every(({ placed }) => placed.ok && placed.value.outcome === 'unchanged')).toBe(true);
  const after = await versions();
  const again = await loadPayers(house.db, house.practiceId, readExport(after), databaseNow);
  expect(again.every(({ placed }) => placed.ok && placed.value.outcome === 'unchanged')).toBe(true);
});

/** What `payers export` writes, read back. */
function readExport(profiles: readonly unknown[]) {
  const file = join(folder, 'export.json');
  writeFileSync(file, JSON.stringify(profiles));
  const { profiles: read, findings } = readPayerFiles(file);
  expect(findings).toEqual([]);
  return read;
}

test('a code is compared with the built-in profile, a file with ours, or either with a date', async () => {
  const compare = async (subject: string, against?: string) => {
    const on = plainDate('2027-06-01');
    const compared = await comparePayers(house.db, house.practiceId, { subject, against, on });
    return compared.map(({ before, after }) => (before === undefined ? null : differenceLines(before, after)));
  };
  const filing = '    Filing limit: 90 days from the date of service → 60 days from the date of service';
  expect((await compare('unity-care'))[0]).toContain(filing);
  expect((await compare('unity-care', '2028-03-01'))[0]).toContain(filing);
  const file = join(folder, 'b-unity.json');
  expect(await compare(file)).toEqual([
    [],
    ['    Dates of service: from 2027-01-01 to 2027-12-31 → from 2027-01-01 on'],
  ]);
  expect((await compare(file, 'built-in'))[1]).toContain(filing);
  expect(await compare(join(folder, 'c-new.json'), 'built-in')).toEqual([null]);
  await expect(compare('no-such-file.json')).rejects.toThrow(UsageError);
});
