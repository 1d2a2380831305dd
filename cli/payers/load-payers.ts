import { commandLineActor } from '../product/command-line-actor.js';
import type { Database } from '../../db/database.js';
import { listPayerVersions, savePayerVersion } from '../../db/payer-profiles.js';
import type { Finding } from '../../domain/kernel/finding.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Result } from '../../domain/kernel/result.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { type PlacedVersion, placePayerVersion } from '../../domain/payer/place-payer-version.js';
import { compareStarts } from '../../domain/payer/profile-in-force.js';
import type { LocatedProfile } from '../../domain/payer/read-payer-profiles.js';

/** What became of one profile of a file. */
export type LoadedProfile = LocatedProfile & { readonly placed: Result<PlacedVersion, Finding> };

/** Saves versions one by one, the earliest of each payer first, so that one that is refused leaves the others be. */
export async function loadPayers(
  db: Database,
  practiceId: string,
  profiles: readonly LocatedProfile[],
  at: Instant,
): Promise<LoadedProfile[]> {
  const actor = commandLineActor();
  const loaded: LoadedProfile[] = [];
  for (const located of inOrder(profiles)) {
    const placed = await db.inPractice(practiceId, (tx) => savePayerVersion(tx, located.profile, { actor, at }));
    loaded.push({ ...located, placed });
  }
  return loaded;
}

/** What loading would do; nothing is written. */
export async function planPayers(
  db: Database,
  practiceId: string,
  profiles: readonly LocatedProfile[],
): Promise<LoadedProfile[]> {
  return placePayers(await db.read(practiceId, listPayerVersions), profiles).loaded;
}

/** Places versions among those there are, one by one, the earliest of each payer first. */
export function placePayers(known: readonly PayerProfile[], profiles: readonly LocatedProfile[]) {
  let versions = known;
  const loaded = inOrder(profiles).map((located): LoadedProfile => {
    const { code } = located.profile;
    const ofPayer = versions.filter((version) => version.code === code);
    const placed = placePayerVersion(ofPayer, located.profile);
    if (placed.ok) versions = [...versions.filter((version) => version.code !== code), ...placed.value.versions];
    return { ...located, placed };
  });
  return { versions, loaded };
}

function inOrder(profiles: readonly LocatedProfile[]): LocatedProfile[] {
  return [...profiles].sort((a, b) => compareStarts(a.profile, b.profile));
}
