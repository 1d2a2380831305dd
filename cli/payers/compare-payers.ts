import type { Database } from '../../db/database.js';
import { findPayerProfile, listPayerVersions } from '../../db/payer-profiles.js';
import { parsePlainDate, type PlainDate } from '../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { nearestProfiles, spanOf } from '../../domain/payer/profile-in-force.js';
import { findingLines } from '../intake/import-lines.js';
import { UsageError } from '../text/usage-error.js';
import { readPayerFiles } from './read-payer-files.js';

/** Two profiles of one payer to lay side by side; `before` is undefined where the other side has none. */
export type ComparedProfiles = { readonly before: PayerProfile | undefined; readonly after: PayerProfile };

export interface Comparison {
  /** A payer code, or a file or folder of profiles. */
  readonly subject: string;
  /** A file or folder, `built-in`, or a date of service; a code is compared with the built-in, a file with the practice’s. */
  readonly against: string | undefined;
  /** For a code: the date of service whose version is meant. */
  readonly on: PlainDate;
}

const code = /^[a-z0-9-]{2,40}$/;

/** Finds what a comparison names. */
export async function comparePayers(
  db: Database,
  practiceId: string,
  { subject, against, on }: Comparison,
): Promise<ComparedProfiles[]> {
  const known = code.test(subject) ? await db.read(practiceId, (query) => findPayerProfile(query, subject, on)) : null;
  const after = known === null ? profilesOfFile(subject) : [known];
  const ours = await db.read(practiceId, listPayerVersions);
  return after.map((profile) => ({
    before: otherSide(ours, profile, against ?? (known === null ? spanStart(profile, on) : 'built-in')),
    after: profile,
  }));
}

/** The practice’s version that a profile of a file would replace or follow. */
function spanStart({ effectiveFrom }: PayerProfile, on: PlainDate): PlainDate {
  return effectiveFrom ?? on;
}

function otherSide(ours: readonly PayerProfile[], profile: PayerProfile, against: string): PayerProfile | undefined {
  const date = parsePlainDate(against);
  const ofCode = (each: PayerProfile) => each.code === profile.code;
  if (date.ok) return nearestProfiles(ours.filter(ofCode), date.value)[0];
  const others = against === 'built-in' ? defaultPayerProfiles : profilesOfFile(against);
  return nearestProfiles(others.filter(ofCode), spanOf(profile).from)[0];
}

function profilesOfFile(path: string): readonly PayerProfile[] {
  const { profiles, findings } = readPayerFiles(path);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (profiles.length === 0) {
    throw new UsageError(
      [`${path} holds no payer profile that can be read`, ...errors.flatMap(findingLines)].join('\n'),
    );
  }
  return profiles.map(({ profile }) => profile);
}
