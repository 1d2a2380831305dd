import { z } from 'zod';
import type { Finding } from '../domain/kernel/finding.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { ok, type Result } from '../domain/kernel/result.js';
import { type PayerProfile, payerProfileSchema } from '../domain/payer/payer-profile.js';
import { type PlacedVersion, placePayerVersion } from '../domain/payer/place-payer-version.js';
import { compareStarts, nearestProfiles } from '../domain/payer/profile-in-force.js';
import { instantColumn } from './claim-row.js';
import type { PracticeTransaction, Queryable } from './database.js';
import { json, sql } from './sql.js';

const profileRow = z.object({ data: payerProfileSchema });

/** All versions of all payers of the practice, by code, then by the day they begin. */
export async function listPayerVersions(query: Queryable): Promise<PayerProfile[]> {
  const rows = await query.rows(profileRow, sql`select data from payer_profiles order by code, effective_from`);
  return rows.map((row) => row.data);
}

/** The versions of one payer's profile by the day they begin; none when the practice does not know the payer. */
export async function listVersionsOfPayer(query: Queryable, payerCode: string): Promise<PayerProfile[]> {
  const rows = await query.rows(
    profileRow,
    sql`select data from payer_profiles where code = ${payerCode} order by effective_from`,
  );
  return rows.map((row) => row.data);
}

/** One profile a payer, by code: the version in force on the day, else the nearest. */
export async function listPayerProfiles(query: Queryable, on: PlainDate): Promise<PayerProfile[]> {
  return nearestProfiles(await listPayerVersions(query), on);
}

/** A payer's version in force on the day, else the nearest; null when the practice does not know the payer. */
export async function findPayerProfile(
  query: Queryable,
  payerCode: string,
  on: PlainDate,
): Promise<PayerProfile | null> {
  return nearestProfiles(await listVersionsOfPayer(query, payerCode), on)[0] ?? null;
}

/** Writes a version where the practice has none that begins on the same day. */
export async function insertPayerVersion(tx: PracticeTransaction, profile: PayerProfile): Promise<void> {
  await tx.execute(sql`
    insert into payer_profiles (practice_id, code, effective_from, effective_to, data)
    values (${tx.practiceId}, ${profile.code}, coalesce(${profile.effectiveFrom ?? null}::date, '-infinity'),
      coalesce(${profile.effectiveTo ?? null}::date, 'infinity'), ${json(profile)})
    on conflict (practice_id, code, effective_from)
    do update set effective_to = excluded.effective_to, data = excluded.data, updated_at = now()`);
}

/** What saving a version would do. */
export async function planPayerVersion(
  query: Queryable,
  profile: PayerProfile,
): Promise<Result<PlacedVersion, Finding>> {
  return placePayerVersion(await listVersionsOfPayer(query, profile.code), profile);
}

/**
 * Puts a version among those of its payer and records who did it; an overlap is the error and changes nothing. Two
 * that write at once take turns.
 */
export async function savePayerVersion(
  tx: PracticeTransaction,
  profile: PayerProfile,
  by: { readonly actor: string; readonly at: Instant },
): Promise<Result<PlacedVersion, Finding>> {
  await tx.execute(sql`select id from practices where id = ${tx.practiceId} for no key update`);
  const placed = await planPayerVersion(tx, profile);
  if (!placed.ok) return placed;
  const { outcome, version, ended, before } = placed.value;
  if (outcome === 'unchanged') return ok(placed.value);
  if (ended !== null) {
    await insertPayerVersion(tx, ended.after);
    await recordChange(tx, ended, by);
  }
  await insertPayerVersion(tx, version);
  await recordChange(tx, { before, after: version }, by);
  return ok(placed.value);
}

async function recordChange(
  tx: PracticeTransaction,
  { before, after }: { readonly before: PayerProfile | null; readonly after: PayerProfile },
  { actor, at }: { readonly actor: string; readonly at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into payer_profile_changes (practice_id, code, actor, at, before, after)
    values (${tx.practiceId}, ${after.code}, ${actor}, ${at}, ${before === null ? null : json(before)}, ${json(after)})`);
}

/** One change of a payer's profile: who, when, and the version before and after. */
export interface PayerChange {
  readonly actor: string;
  readonly at: Instant;
  readonly before: PayerProfile | null;
  readonly after: PayerProfile;
}

/** The changes of a payer's profile, newest first. */
export function listPayerChanges(query: Queryable, payerCode: string): Promise<PayerChange[]> {
  const row = z.object({
    actor: z.string(),
    at: instantColumn,
    before: payerProfileSchema.nullable(),
    after: payerProfileSchema,
  });
  return query.rows(
    row,
    sql`select actor, at, before, after from payer_profile_changes where code = ${payerCode} order by id desc`,
  );
}

/** Writes the versions a new practice starts with. */
export async function insertFirstPayerVersions(
  tx: PracticeTransaction,
  profiles: readonly PayerProfile[],
): Promise<void> {
  for (const profile of [...profiles].sort(compareStarts)) await insertPayerVersion(tx, profile);
}
