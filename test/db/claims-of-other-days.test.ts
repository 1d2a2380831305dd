import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { withClaim } from '../../activities/run-claim-step.js';
import { findClaim } from '../../db/claim-queries.js';
import { asManyClaimsNear, claimsNearQuery } from '../../db/other-claims.js';
import { readScrubContext } from '../../db/scrub-context.js';
import { sql } from '../../db/sql.js';
import { readStoredClaims } from '../../db/stored-claims.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { otherClaimsSpan } from '../../domain/scrubbing/other-claims-span.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { type StorySketch, storyVisit } from '../builders/story-visit.js';
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

async function causeOf(claimId: string): Promise<string> {
  const claim = await house.db.read(house.practiceId, (query) => findClaim(query, claimId));
  return claim?.openWorkItems.map((item) => item.cause).join(' ') ?? '';
}

test('a check-in within seven days of a visit for the same problem is held, and one after that is not', async () => {
  const visit = await visitOn('week of the visit', '2026-03-02');
  await queue(house, visit);
  const within = await visitOn('week of the visit', '2026-03-09', checkIn);
  await code(within);
  expect((await scrub(within)).kind).toBe('parked');
  expect(await causeOf(within)).toContain(`check-in-after-related-visit: claim ${visit}`);
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

test('a claim of another day that gets its codes while ours is checked is seen before ours is written', async () => {
  const story = 'coded at one moment';
  const own = await visitOn(story, '2026-03-09', checkIn);
  const other = await visitOn(story, '2026-03-05');
  await code(own);
  const visit = visitSchema.parse({ ...storyVisit(story), dateOfService: '2026-03-09' });
  const span = otherClaimsSpan(['98016'], visit.dateOfService);
  if (span === null) throw new Error('a check-in looks at other days');
  const seen: (readonly string[])[] = [];
  await withClaim(house.deps, { ...step(own, 'looking:1'), actor: 'system:test' }, async (claim) => {
    const { claimsNear } = await readScrubContext(claim.query, {
      claimId: own,
      visit: visit,
      span: span,
      payerCode: 'summit-health',
      procedureCodes: [],
    });
    seen.push(claimsNear.flatMap((near) => [near.claimId, ...near.procedureCodes, ...near.diagnoses]));
    claim.require(asManyClaimsNear(house.practiceId, visit, span, claimsNear.length));
    if (claimsNear.length === 0) await code(other);
    claim.record({ kind: 'looked', summary: 'Looked.', result: null });
  });
  expect(seen).toEqual([[], [other, '99213', 'I10']]);
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

test('other days are looked up by the index, in the one turn that scrubbing takes', async () => {
  const story = 'in a large book';
  const claimId = await visitOn(story, '2026-03-09', checkIn);
  await code(claimId);
  await house.asOwner(
    `insert into visits select (jsonb_populate_record(v, jsonb_build_object('id', 'vis_' || n, 'source_id', n))).*
     from claims c join visits v on v.id = c.visit_id, generate_series(1, 3000) n where c.id = $1`,
    [claimId],
  );
  await house.asOwner(
    `insert into claims select (jsonb_populate_record(c, jsonb_build_object('id', 'clm_' || n, 'visit_id', 'vis_' || n,
       'patient_control_number', n, 'date_of_service', date '2024-01-01' + n % 900,
       'patient_sha256', case when n % 4 = 0 then c.patient_sha256 else n::text end))).*
     from claims c, generate_series(1, 3000) n where c.id = $1`,
    [claimId],
  );
  await house.asOwner('analyze claims');
  const visit = visitSchema.parse({ ...storyVisit(story), dateOfService: '2026-03-09' });
  const span = otherClaimsSpan(['G0136'], visit.dateOfService);
  if (span === null) throw new Error('the assessment looks at other days');
  const plan = await house.db.inPractice(house.practiceId, (tx) =>
    tx.rows(
      z.object({ 'QUERY PLAN': z.string() }),
      sql`explain ${claimsNearQuery(tx.practiceId, claimId, visit, span)}`,
    ),
  );
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('claims_by_patient');
  expect(text).toMatch(/Index Cond: .*patient_sha256 = .*date_of_service >= .*date_of_service <= /);
});
