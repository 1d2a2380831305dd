import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { withClaim } from '../../activities/run-claim-step.js';
import { findOtherClaims, noOtherClaims, otherClaimsQuery } from '../../db/other-claims.js';
import { readScrubContext } from '../../db/scrub-context.js';
import { sql } from '../../db/sql.js';
import { readStoredClaims } from '../../db/stored-claims.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { otherClaimsSpan } from '../../domain/scrubbing/other-claims-span.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { type StorySketch, storyVisit } from '../builders/story-visit.js';
import { eventually } from '../support/eventually.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queue } from '../support/queued-claims.js';

const house = practiceDatabase();

const step = (claimId: string, name: string) => ({ practiceId: house.practiceId, claimId, key: name });
const code = (claimId: string) => createCodeClaim(house.deps)(step(claimId, 'coding:1'));
const scrub = (claimId: string, time = 1) => createScrubClaim(house.deps)(step(claimId, `scrubbing:${time}`));

/** A visit of the patient of a story on a day. */
function visitOn(story: string, dateOfService: string, sketch: StorySketch = {}): Promise<string> {
  const { patient } = storyVisit(story);
  return house.claim(`${story} ${dateOfService}`, { patient, dateOfService, newPatient: false, ...sketch });
}

const checkIn: StorySketch = { serviceKind: 'brief_check_in', totalMinutes: 7 };

async function messagesOf(claimId: string): Promise<string> {
  const rows = await house.asOwner('select findings::text as told from work_items where claim_id = $1', [claimId]);
  return rows.map((row) => row['told']).join(' ');
}

/** So many copies of a claim with its visit, on days and of patients by the SQL expressions. */
async function copies(claimId: string, count: number, day: string, patient: string): Promise<void> {
  await house.asOwner(
    `insert into visits select (jsonb_populate_record(v, jsonb_build_object('id', 'vis_' || n || c.id, 'source_id', n || c.id))).*
     from claims c join visits v on v.id = c.visit_id, generate_series(1, ${count}) n where c.id = $1`,
    [claimId],
  );
  await house.asOwner(
    `insert into claims select (jsonb_populate_record(c, jsonb_build_object('id', 'clm_' || n || c.id,
       'visit_id', 'vis_' || n || c.id, 'patient_control_number', n || right(c.id, 8), 'date_of_service', ${day},
       'patient_sha256', ${patient}))).*
     from claims c, generate_series(1, ${count}) n where c.id = $1`,
    [claimId],
  );
}

test('a check-in within seven days of a visit for the same problem is held, and one after that is not', async () => {
  const visit = await visitOn('week of the visit', '2026-03-02');
  await queue(house, visit);
  const within = await visitOn('week of the visit', '2026-03-09', checkIn);
  await code(within);
  expect((await scrub(within)).kind).toBe('parked');
  expect(await messagesOf(within)).toContain(`claim ${visit} bills a visit of the same clinician`);
  const later = await visitOn('week of the visit', '2026-03-10', checkIn);
  await code(later);
  expect(await scrub(later)).toEqual({ kind: 'done' });
});

test('a visit of another patient, of a void claim or of one without codes holds no check-in', async () => {
  const own = await visitOn('no visit that counts', '2026-03-09', checkIn);
  await queue(house, await visitOn('somebody else', '2026-03-08'));
  const given = await visitOn('no visit that counts', '2026-03-07');
  await queue(house, given);
  await house.asOwner(`update claims set insurance_outcome = 'void', stage = 'closed' where id = $1`, [given]);
  await visitOn('no visit that counts', '2026-03-06');
  await code(own);
  expect(await scrub(own)).toEqual({ kind: 'done' });
});

function spanOf(procedureCode: string, dateOfService: string) {
  const span = otherClaimsSpan([procedureCode], plainDate(dateOfService));
  if (span === null) throw new Error(`${procedureCode} looks at other days`);
  return span;
}

test('a claim of another day that is received while ours is checked is seen before ours is written', async () => {
  const story = 'received at one moment';
  const own = await visitOn(story, '2026-03-09', checkIn);
  const visit = visitSchema.parse({ ...storyVisit(story), dateOfService: '2026-03-09' });
  const span = spanOf('98016', visit.dateOfService);
  const seen: boolean[] = [];
  await withClaim(house.deps, { ...step(own, 'looking:1'), actor: 'system:test' }, async (claim) => {
    const toScrub = { claimId: own, visit, span, payerCode: 'summit-health', procedureCodes: [] };
    const { isAlone } = await readScrubContext(claim.query, toScrub);
    seen.push(isAlone);
    if (isAlone) {
      claim.require(noOtherClaims(house.practiceId, own, visit, span));
      await visitOn(story, '2026-03-05');
    }
    claim.record({ kind: 'looked', summary: 'Looked.', result: null });
  });
  expect(seen).toEqual([true, false]);
});

test('two claims of other days checked at one moment see each other: the second waits until the first has passed', async () => {
  const story = 'checked at one moment';

  const contact = await visitOn(story, '2026-03-09', checkIn);
  const visitClaim = await visitOn(story, '2026-03-05');
  const visit = visitSchema.parse({ ...storyVisit(story), dateOfService: '2026-03-05' });
  await code(visitClaim);
  const check = await house.db.inPractice(house.practiceId, async (tx) => {
    expect(await findOtherClaims(tx, visitClaim, visit, spanOf('99213', '2026-03-05'))).toEqual([]);
    await code(contact);
    const waiting = scrub(contact);
    await eventually('the check of the check-in waits', async () => {
      const [locks] = await house.asOwner(
        `select count(*)::int as waiting from pg_locks
         where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      );
      return locks?.['waiting'] === 1;
    });
    await tx.execute(sql`update claims set stage = 'submission' where id = ${visitClaim}`);
    return { waiting };
  });
  expect((await check.waiting).kind).toBe('parked');
  expect(await messagesOf(contact)).toContain(`claim ${visitClaim} bills a visit`);
});

test('of more claims than are looked at the nearest are, the same ones every time', async () => {
  const story = 'more than are looked at';
  const own = await visitOn(story, '2026-03-09', checkIn);
  const near = await visitOn(story, '2026-03-08');
  await code(near);
  await copies(near, 600, `date '2025-09-10' + n % 150`, 'c.patient_sha256');
  const visit = visitSchema.parse({ ...storyVisit(story), dateOfService: '2026-03-09' });
  const read = () =>
    house.db.inPractice(house.practiceId, (tx) => findOtherClaims(tx, own, visit, spanOf('G0136', '2026-03-09')));
  const [first, again] = [await read(), await read()];
  expect(first).toHaveLength(500);
  expect(first[0]?.claimId).toBe(near);
  expect(again).toEqual(first);
  const days = first.map((other) => other.dateOfService);
  expect(days).toEqual([...days].sort().reverse());
});

test('claims that are judged anew are judged beside those of other days too', async () => {
  const story = 'judged anew';
  const visit = await visitOn(story, '2026-03-03');
  await queue(house, visit);
  const own = await visitOn(story, '2026-03-09', checkIn);
  await code(own);
  const since = plainDate('2026-03-01');
  const rows = await house.db.read(house.practiceId, (query) =>
    readStoredClaims(query, { since, until: null }, null, 100),
  );
  const othersOf = (claimId: string) => rows.find(({ claim }) => claim.id === claimId)?.otherClaims;
  expect(othersOf(own)).toMatchObject([{ claimId: visit, dateOfService: '2026-03-03', precedence: 'gone' }]);
  expect(othersOf(visit)).toEqual([]);
});

test('other days are looked up by the index', async () => {
  const story = 'in a large book';
  const claimId = await visitOn(story, '2026-03-09', checkIn);
  await code(claimId);
  const patient = 'case when n % 4 = 0 then c.patient_sha256 else n::text end';
  await copies(claimId, 3000, `date '2024-01-01' + n % 900`, patient);
  await house.asOwner('analyze claims');
  const visit = visitSchema.parse({ ...storyVisit(story), dateOfService: '2026-03-09' });
  const query = otherClaimsQuery(house.practiceId, claimId, visit, spanOf('G0136', '2026-03-09'));
  const plan = await house.db.inPractice(house.practiceId, (tx) =>
    tx.rows(z.object({ 'QUERY PLAN': z.string() }), sql`explain ${query}`),
  );
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('claims_by_patient');
  expect(text).toMatch(/Index Cond: .*patient_sha256 = .*date_of_service >= .*date_of_service <= /);
});
