import { expect, test } from 'vitest';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import {
  findClinicianCredentials,
  listClinicianCredentials,
  recordClinicianCredentials,
} from '../../db/clinician-credentials.js';
import { importCredentials } from '../../db/import-credentials.js';
import { readScrubContext } from '../../db/scrub-context.js';
import type { Credential } from '../../domain/credential/credential.js';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { aLicence, anEnrolment } from '../builders/credentials.js';
import { storyVisit } from '../builders/story-visit.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

const rows = (...credentials: [npi: string, ...own: Credential[]][]) =>
  new Map(credentials.map(([npi, ...own]) => [npi, own]));
const take = (byClinician: ReadonlyMap<string, readonly Credential[]>, dryRun = false, practiceId = house.practiceId) =>
  importCredentials(house.db, practiceId, byClinician, { at: databaseNow, actor: 'user:x', dryRun });
const find = (npi: string) => house.db.read(house.practiceId, (query) => findClinicianCredentials(query, npi));

test('a practice that keeps no credentials is told apart from a clinician of whom none are recorded', async () => {
  const practiceId = await house.otherPractice('NOCREDENTIALS');
  const known = npiFromNineDigits('199990401');
  const visit = visitSchema.parse(storyVisit('whose clinician is checked'));
  const check = async (npi: string) => {
    const claim = { ...visit, clinician: { ...visit.clinician, npi } };
    const of = { claimId: 'clm_none', visit: claim, span: null, payerCode: 'summit-health', procedureCodes: [] };
    const read = house.db.inPractice(practiceId, (tx) => readScrubContext(tx, of));
    return (await read).credentials;
  };
  expect(await check(known)).toBeUndefined();
  await take(rows([known, aLicence()]), false, practiceId);
  expect(await check(known)).toEqual([aLicence()]);
  expect(await check(npiFromNineDigits('199990402'))).toEqual([]);
});

test('the same import again records nothing, and what changed makes the next version with its actor', async () => {
  const npi = npiFromNineDigits('199990403');
  expect(await take(rows([npi, aLicence(), anEnrolment()]))).toEqual({
    clinicians: 1,
    added: 2,
    changed: 0,
    unchanged: 0,
  });
  expect(await take(rows([npi, anEnrolment(), aLicence()]))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await find(npi)).toMatchObject({ version: 1, recordedBy: 'user:x', recordedAt: databaseNow });
  const ended = aLicence({ to: plainDate('2026-12-31') });
  expect(await take(rows([npi, ended]))).toMatchObject({ changed: 1 });
  expect(await find(npi)).toMatchObject({ version: 2, credentials: [ended, anEnrolment()] });
  const versions = await house.asOwner(
    'select credentials from clinician_credentials where npi = $1 order by version',
    [npi],
  );
  expect(versions.map((row) => row['credentials'])).toEqual([
    [aLicence(), anEnrolment()],
    [ended, anEnrolment()],
  ]);
});

test('a dry run counts and records nothing', async () => {
  const npi = npiFromNineDigits('199990404');
  expect(await take(rows([npi, aLicence()]), true)).toMatchObject({ added: 1 });
  expect(await find(npi)).toBeNull();
});

test('imports of one clinician at one moment lose nothing of each other', async () => {
  const npi = npiFromNineDigits('199990405');
  const states = ['NY', 'NJ', 'TX', 'OH', 'GA'] as const;
  await Promise.all(states.map((state) => take(rows([npi, aLicence({ state })]))));
  const recorded = await find(npi);
  expect(recorded?.credentials.map(({ state }) => state)).toEqual(states.toSorted());
  expect(recorded?.version).toBe(5);
});

test('the list has every clinician once, as they stand', async () => {
  const npi = npiFromNineDigits('199990406');
  await take(rows([npi, aLicence()]));
  await house.db.inPractice(house.practiceId, (tx) =>
    recordClinicianCredentials(tx, { npi, credentials: [], at: databaseNow, actor: 'user:y' }),
  );
  const list = await house.db.read(house.practiceId, listClinicianCredentials);
  expect(list.filter((one) => one.npi === npi)).toMatchObject([{ version: 2, credentials: [], recordedBy: 'user:y' }]);
  expect(new Set(list.map((one) => one.npi)).size).toBe(list.length);
});

test('a claim of a clinician whose licence had ended is held until the renewal is recorded', async () => {
  const { clinician, patientLocation } = storyVisit('licence');
  const licence = aLicence({ state: patientLocation.state, profession: clinician.type });
  await take(rows([clinician.npi, { ...licence, to: plainDate('2026-02-01') }]));
  const claimId = await house.claim('licence');
  const step = (key: string) => ({ practiceId: house.practiceId, claimId, key });
  await createCodeClaim(house.deps)(step('coding:1'));
  expect((await createScrubClaim(house.deps)(step('scrubbing:1'))).kind).toBe('parked');
  const [held] = await house.asOwner('select cause, findings from work_items where claim_id = $1', [claimId]);
  expect(held).toMatchObject({
    cause: expect.stringMatching(/^Held by authority-in-patient-state-missing \(.+\)\.$/),
    findings: expect.arrayContaining([
      expect.objectContaining({
        message: `the clinician’s licence for ${patientLocation.state} ended on 2026-02-01, before the date of service`,
      }),
    ]),
  });
  await take(rows([clinician.npi, { ...licence, from: plainDate('2026-02-02') }]));
  expect((await createScrubClaim(house.deps)(step('scrubbing:2'))).kind).toBe('done');
});
