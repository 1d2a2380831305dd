import { expect, test } from 'vitest';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { findOtherClaims } from '../../db/other-claims.js';
import { sql } from '../../db/sql.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { storyVisit } from '../builders/story-visit.js';
import { eventually } from '../support/eventually.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queue } from '../support/queued-claims.js';

const house = practiceDatabase();

const step = (claimId: string, name: string) => ({ practiceId: house.practiceId, claimId, key: name });
const code = (claimId: string) => createCodeClaim(house.deps)(step(claimId, 'coding:1'));
const scrub = (claimId: string, time = 1) => createScrubClaim(house.deps)(step(claimId, `scrubbing:${time}`));

/** Two claims for one service: the same patient, day, clinician and visit, received an hour apart. */
async function twins(name: string): Promise<{ earlier: string; later: string }> {
  const { patient } = storyVisit(name);
  const [earlier, later] = [await house.claim(`${name} 1`, { patient }), await house.claim(`${name} 2`, { patient })];
  await house.asOwner(`update claims set created_at = created_at + interval '1 hour' where id = $1`, [later]);
  return { earlier, later };
}

/** What the open items of a claim say that the edit found. */
async function openFindings(claimId: string): Promise<readonly unknown[]> {
  const rows = await house.asOwner(
    `select finding ->> 'message' as message from work_items, jsonb_array_elements(findings) finding
     where claim_id = $1 and resolved_at is null and finding ->> 'code' = 'duplicate-claim'`,
    [claimId],
  );
  return rows.map((row) => row['message']);
}

test('of two claims for one service that wait, the later is held and the earlier goes, whichever is checked first', async () => {
  for (const laterFirst of [true, false]) {
    const { earlier, later } = await twins(`waiting ${laterFirst}`);
    await code(earlier);
    await code(later);
    const outcomes = new Map<string, string>();
    for (const claimId of laterFirst ? [later, earlier] : [earlier, later]) {
      outcomes.set(claimId, (await scrub(claimId)).kind);
    }
    expect([outcomes.get(earlier), outcomes.get(later)]).toEqual(['done', 'parked']);
    expect(await openFindings(later)).toEqual([expect.stringContaining(`claim ${earlier}`)]);
  }
});

test('an earlier claim is held when the later one has passed before the earlier had its codes', async () => {
  const { earlier, later } = await twins('overtaken');
  await queue(house, later);
  await code(earlier);
  expect((await scrub(earlier)).kind).toBe('parked');
  expect(await openFindings(earlier)).toEqual([expect.stringContaining(`claim ${later}, billed or ready to be sent`)]);
});

test('a claim that was sent is not held by one that never was when it is corrected', async () => {
  const { earlier, later } = await twins('corrected');
  await queue(house, later);
  await code(earlier);
  expect((await scrub(earlier)).kind).toBe('parked');
  expect((await scrub(later, 2)).kind).toBe('done');
});

test('a claim that was voided, or written off before it was sent, holds no other', async () => {
  for (const outcome of ['void', 'written_off']) {
    const { earlier, later } = await twins(outcome);
    await code(earlier);
    await house.asOwner(`update claims set insurance_outcome = $2, stage = 'closed' where id = $1`, [earlier, outcome]);
    await code(later);
    expect((await scrub(later)).kind).toBe('done');
  }
});

test('two claims checked at one moment see each other: the second waits until the first has passed', async () => {
  const name = 'at one moment';
  const { earlier, later } = await twins(name);
  const visit = visitSchema.parse(storyVisit(name));
  await code(later);
  const checkOfEarlier = await house.db.inPractice(house.practiceId, async (tx) => {
    expect(await findOtherClaims(tx, later, visit, null)).toEqual([]);
    await code(earlier);
    const waiting = scrub(earlier);
    await eventually('the check of the earlier claim waits', async () => {
      const [locks] = await house.asOwner(
        `select count(*)::int as waiting from pg_locks
         where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      );
      return locks?.['waiting'] === 1;
    });
    await tx.execute(sql`update claims set stage = 'submission' where id = ${later}`);
    return { waiting };
  });
  expect((await checkOfEarlier.waiting).kind).toBe('parked');
  expect(await openFindings(earlier)).toEqual([expect.stringContaining(`claim ${later}, billed or ready to be sent`)]);
});
