import type { PayerChange } from '../../db/payer-profiles.js';
import { diffPayerProfiles } from '../../domain/payer/diff-payer-profiles.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { payerFacts } from '../../domain/payer/payer-profile-words.js';
import { type PlacedVersion, spanWords } from '../../domain/payer/place-payer-version.js';
import { findingLines } from '../intake/import-lines.js';

const labelWidth = 27;

/** A profile fact by fact; what its source does not confirm is marked. */
export function profileLines(profile: PayerProfile): string[] {
  return payerFacts(profile).map(
    ({ label, text, verified }) => `${label.padEnd(labelWidth)} ${text}${verified ? '' : '  (verify)'}`,
  );
}

/** What differs, one line a fact: `Filing limit: 90 days … → 60 days …`. */
export function differenceLines(before: PayerProfile, after: PayerProfile): string[] {
  return diffPayerProfiles(before, after).map(({ label, from, to }) => `    ${label}: ${from} → ${to}`);
}

/** What became of a version that was loaded, with what changed in words. */
export function placedLines({ outcome, version, before, ended, warnings }: PlacedVersion): string[] {
  const follows = before ?? ended?.before;
  const ends = ended === null ? '' : `; the version before it ends on ${ended.after.effectiveTo ?? ''}`;
  return [
    `${outcome.padEnd(9)} ${version.code} ${spanWords(version)}${ends}`,
    ...(follows === undefined ? [] : differenceLines(follows, version)),
    ...warnings.flatMap(findingLines),
  ];
}

/** Who changed what, newest first. */
export function changeLines(changes: readonly PayerChange[]): string[] {
  return changes.flatMap(({ actor, at, before, after }) => [
    `${at.slice(0, 16).replace('T', ' ')}  ${actor}  ${before === null ? 'added' : 'changed'} the version ${spanWords(after)}`,
    ...(before === null ? [] : differenceLines(before, after)),
  ]);
}
