import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { applyCorrection, storeCorrection } from '../../db/claim-corrections.js';
import { newId } from '../../db/new-id.js';
import { findOtherClaims, otherClaimsQuery } from '../../db/other-claims.js';
import { sql } from '../../db/sql.js';
import type { ClaimCorrection } from '../../domain/claim/claim-correction.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { storyVisit } from '../builders/story-visit.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();

/** Another visit of the same patient on the same day. */
const visitOf = (name: string) => visitSchema.parse(storyVisit(name));

const othersOf = (claimId: string, name: string, lastName?: string) =>
  house.db.inPractice(house.practiceId, async (tx) => {
    const visit = visitOf(name);
    const patient = { ...visit.patient, ...(lastName === undefined ? {} : { lastName }) };
    return (await findOtherClaims(tx, claimId, { ...visit, patient }, null)).map((other) => other.claimId);
  });

async function correct(claimId: string, data: ClaimCorrection): Promise<void> {
  const id = newId('correction');
  await house.db.inPractice(house.practiceId, async (tx) => {
    await storeCorrection(tx, { id, claimId, data, reason: 'as the card says', actor: 'user:x', at: databaseNow });
    await applyCorrection(tx, claimId, id, databaseNow);
  });
}

const hashOf = async (claimId: string) =>
  (await house.asOwner('select patient_sha256 from claims where id = $1', [claimId]))[0]?.['patient_sha256'];

test('another claim of the patient on the day is found, however the name is capitalized, and the claim itself is not', async () => {
  const claimId = await queuedClaim(house, 'one patient');
  const { lastName } = visitOf('one patient').patient;
  const asking = await house.claim('who asks');
  expect(await othersOf(asking, 'one patient', lastName.toUpperCase())).toEqual([claimId]);
  expect(await othersOf(claimId, 'one patient')).toEqual([]);
  expect(await othersOf(asking, 'another patient')).toEqual([]);
});

test('a claim whose patient was corrected is found under the new name only', async () => {
  const claimId = await queuedClaim(house, 'corrected patient');
  await correct(claimId, { patient: { lastName: 'Strauß' } });
  await correct(claimId, { patient: { firstName: 'Eve' } });
  await correct(claimId, { memberId: 'W123' });
  const visit = visitOf('corrected patient');
  const asking = await house.claim('who asks for the corrected');
  expect(await othersOf(asking, 'corrected patient')).toEqual([]);
  const patient = { ...visit.patient, lastName: 'STRAUSS', firstName: 'Eve' };
  const found = await house.db.inPractice(house.practiceId, (tx) =>
    findOtherClaims(tx, asking, { ...visit, patient }, null),
  );
  expect(found.map((other) => other.claimId)).toEqual([claimId]);
});

test('claims from before the column get the hash that intake and correction give', async () => {
  const plain = await house.claim('from before');
  const corrected = await house.claim('from before, corrected');
  await correct(corrected, { patient: { lastName: 'Früher' } });
  await correct(corrected, { patient: { lastName: 'Strauß', birthDate: visitOf('x').patient.birthDate } });
  const before = [await hashOf(plain), await hashOf(corrected)];
  const migration = readFileSync(new URL('../../db/migrations/006_patient_lookup.sql', import.meta.url), 'utf8');
  await house.asOwner('update claims set patient_sha256 = null');
  await house.asOwner(/do \$\$.*?\n\$\$;/s.exec(migration)?.[0] ?? '');
  expect([await hashOf(plain), await hashOf(corrected)]).toEqual(before);
  expect(before).not.toContain(null);
});

test('the application looks for a patient’s claims by the index, row-level security notwithstanding', async () => {
  const claimId = await queuedClaim(house, 'in a large book');
  await house.asOwner(
    `insert into visits select (jsonb_populate_record(v, jsonb_build_object('id', 'vis_' || n, 'source_id', n))).*
     from claims c join visits v on v.id = c.visit_id, generate_series(1, 3000) n where c.id = $1`,
    [claimId],
  );
  await house.asOwner(
    `insert into claims select (jsonb_populate_record(c, jsonb_build_object('id', 'clm_' || n, 'visit_id', 'vis_' || n,
       'patient_control_number', n, 'patient_sha256', n))).* from claims c, generate_series(1, 3000) n where c.id = $1`,
    [claimId],
  );
  await house.asOwner('analyze claims');
  const plan = await house.db.inPractice(house.practiceId, async (tx) => {
    const { user } = await tx.one(z.object({ user: z.string() }), sql`select current_user::text as user`);
    expect(user).toBe('teleclaim_app');
    const query = otherClaimsQuery(tx.practiceId, claimId, visitOf('in a large book'), null);
    return tx.rows(z.object({ 'QUERY PLAN': z.string() }), sql`explain ${query}`);
  });
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('claims_by_patient');
  expect(text).toMatch(/Index Cond: .*patient_sha256 = /);
});
