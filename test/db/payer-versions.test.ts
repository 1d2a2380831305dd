import { expect, test } from 'vitest';
import { readClaimContext } from '../../db/claim-context.js';
import { createAssembleSubmission } from '../../activities/assemble-submission.js';
import { findPayerProfile, listPayerProfiles, listVersionsOfPayer, savePayerVersion } from '../../db/payer-profiles.js';
import { receiveVisits } from '../../db/receive-visits.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { storyPayers } from '../builders/story-payers.js';
import { storyVisit } from '../builders/story-visit.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const by = { actor: 'user:tester', at: databaseNow };

function profile(code: string, overrides: Partial<(typeof storyPayers)[number]> = {}) {
  const found = storyPayers.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no payer ${code}`);
  return { ...found, ...overrides };
}

const save = (version: ReturnType<typeof profile>) =>
  house.db.inPractice(house.practiceId, (tx) => savePayerVersion(tx, version, by));

const payerOf = async (claimId: string) =>
  (await house.db.inPractice(house.practiceId, (tx) => readClaimContext(tx, claimId, 'none'))).payer;

test('a claim is judged by the version in force on its date of service, whatever came later', async () => {
  const claim = await house.claim('before the new version', { payer: 'unity-care' });
  await save(profile('unity-care', { effectiveFrom: plainDate('2026-03-01'), remittanceDueDays: 7 }));
  const { dateOfService } = visitSchema.parse(storyVisit('before the new version', { payer: 'unity-care' }));
  expect(dateOfService >= '2026-03-01').toBe(true);
  expect(await payerOf(claim)).toMatchObject({ remittanceDueDays: 7 });
  await house.asOwner(`update claims set date_of_service = '2026-02-28' where id = $1`, [claim]);
  expect(await payerOf(claim)).toMatchObject({ remittanceDueDays: 3_650, effectiveTo: '2026-02-28' });
});

test('a visit of a day without a version keeps its payer, and is told which version is missing', async () => {
  await save(profile('cobalt-mutual', { effectiveTo: plainDate('2025-12-31') }));
  const visit = visitSchema.parse(storyVisit('in the gap', { payer: 'cobalt-mutual' }));
  const [received] = await receiveVisits(house.db, {
    practiceId: house.practiceId,
    actor: 'system:test',
    now: databaseNow,
    visits: [visit],
  });
  expect(received?.findings).toEqual([
    expect.objectContaining({ code: 'payer-not-in-force', location: 'coverages.0.payerCode' }),
  ]);
  if (received === undefined || received.kind === 'refused') throw new Error('the visit was refused');
  const [claim] = await house.asOwner('select payer_code from claims where id = $1', [received.claimId]);
  expect(claim).toEqual({ payer_code: 'cobalt-mutual' });
  expect(await payerOf(received.claimId)).toBeNull();
  await save(profile('cobalt-mutual', { effectiveFrom: plainDate('2026-01-01') }));
  expect(await payerOf(received.claimId)).toMatchObject({ effectiveFrom: '2026-01-01' });
});

test('each claim of a file is checked against the version of its own date of service', async () => {
  const good = await queuedClaim(house, 'taken as ever', { payer: 'summit-health' });
  const early = await queuedClaim(house, 'of the stricter days', { payer: 'summit-health' });
  await house.asOwner(
    `update visits set data = jsonb_set(data, '{dateOfService}', '"2026-01-15"') from claims c where c.visit_id = visits.id and c.id = $1`,
    [early],
  );
  await save(profile('summit-health', { edits: { frequencyCodes: ['7'] } }));
  await save(profile('summit-health', { effectiveFrom: plainDate('2026-02-01') }));
  await createAssembleSubmission(house.deps)({
    practiceId: house.practiceId,
    payerCode: 'summit-health',
    key: 'versions',
  });
  const states = await house.asOwner('select claim_id, state from claim_submissions where claim_id = any($1)', [
    [good, early],
  ]);
  expect(new Map(states.map((row) => [row['claim_id'], row['state']]))).toEqual(
    new Map([
      [good, 'assembled'],
      [early, 'rejected'],
    ]),
  );
});

test('two that save versions at once take turns: one is added, the other overlaps it', async () => {
  await save(profile('granite-tpa', { effectiveTo: plainDate('2026-06-30') }));
  const outcomes = await Promise.all([
    save(profile('granite-tpa', { effectiveFrom: plainDate('2026-07-01'), effectiveTo: plainDate('2026-12-31') })),
    save(profile('granite-tpa', { effectiveFrom: plainDate('2026-08-01'), effectiveTo: plainDate('2026-12-31') })),
  ]);
  expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
});

test('the database itself refuses two versions of one payer on a day', async () => {
  await expect(
    house.asOwner(
      `insert into payer_profiles (practice_id, code, effective_from, data)
       values ($1, 'ny-medicaid', '2026-01-01', '{}')`,
      [house.practiceId],
    ),
  ).rejects.toThrow(/another version of the profile ny-medicaid/);
});

test('what has no date of service gets one profile a payer: in force today, else the nearest', async () => {
  await save(profile('prairie-blue', { effectiveFrom: plainDate('2027-01-01'), name: 'Prairie Blue of 2027' }));
  const on = (date: string) =>
    house.db.read(house.practiceId, (query) => findPayerProfile(query, 'prairie-blue', plainDate(date)));
  expect(await on('2026-12-31')).toMatchObject({ name: 'Prairie Blue Shield' });
  expect(await on('2027-01-01')).toMatchObject({ name: 'Prairie Blue of 2027' });
  const all = await house.db.read(house.practiceId, (query) => listPayerProfiles(query, plainDate('2026-03-16')));
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
});

test('the versions and changes of a practice are invisible to another', async () => {
  const other = await house.otherPractice('OTHERPAYERS');
  await save(profile('tx-medicaid', { effectiveFrom: plainDate('2026-09-01') }));
  const seen = await house.db.read(other, (query) => listVersionsOfPayer(query, 'tx-medicaid'));
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toHaveProperty('effectiveFrom');
  const changes = await house.asOwner('select distinct practice_id from payer_profile_changes');
  expect(changes).toEqual([{ practice_id: house.practiceId }]);
});
