import type { Finding } from '../kernel/finding.js';
import { addDays, type PlainDate } from '../kernel/plain-date.js';
import { err, ok, type Result } from '../kernel/result.js';
import type { PayerProfile } from './payer-profile.js';
import { compareStarts, lastDay, spanOf } from './profile-in-force.js';

/** What becomes of a payer's versions when one more comes. */
export type PlacedVersion = {
  readonly outcome: 'added' | 'replaced' | 'unchanged';
  /** The version as it is kept: one without an end lasts until the next begins. */
  readonly version: PayerProfile;
  /** The version that began on the same day before. */
  readonly before: PayerProfile | null;
  /** A version without an end that the new one ends: as it was, and as it is now. */
  readonly ended: { readonly before: PayerProfile; readonly after: PayerProfile } | null;
  /** All versions afterwards, in order; none overlaps another. */
  readonly versions: readonly PayerProfile[];
  /** Days between versions on which none is in force. */
  readonly warnings: readonly Finding[];
};

const source = 'the versions of the payer’s profile';

/**
 * Puts a version among those of the same payer. One that begins on the same day is replaced; one without an end, be it
 * the new one or one before it, lasts until the next begins. Any other overlap is refused, and a gap is told.
 */
export function placePayerVersion(
  versions: readonly PayerProfile[],
  written: PayerProfile,
): Result<PlacedVersion, Finding> {
  const { from } = spanOf(written);
  const version = untilNext(versions, written);
  const before = versions.find((each) => spanOf(each).from === from) ?? null;
  const others = versions.filter((each) => each !== before);
  const open = others.find((each) => spanOf(each).from < from && spanOf(each).to === lastDay);
  const ended = open === undefined ? null : { before: open, after: { ...open, effectiveTo: addDays(from, -1) } };
  const kept = others.map((each) => (each === open && ended !== null ? ended.after : each));
  const overlapping = kept.find((each) => overlap(each, version));
  if (overlapping !== undefined) return err(overlapOf(version, overlapping));
  const placed = [...kept, version].sort(compareStarts);
  const outcome = before === null ? 'added' : isSame(before, version) ? 'unchanged' : 'replaced';
  return ok({
    outcome,
    version,
    before,
    ended,
    versions: placed,
    warnings: [...gapsBetween(placed), ...endOf(placed)],
  });
}

function untilNext(versions: readonly PayerProfile[], version: PayerProfile): PayerProfile {
  const starts = versions.map((each) => spanOf(each).from).filter((start) => start > spanOf(version).from);
  const next = starts.sort()[0];
  return version.effectiveTo !== undefined || next === undefined
    ? version
    : { ...version, effectiveTo: addDays(next, -1) };
}

/** Whether two profiles say the same, whatever the order of their fields. */
function isSame(a: PayerProfile, b: PayerProfile): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

function overlap(a: PayerProfile, b: PayerProfile): boolean {
  return spanOf(a).from <= spanOf(b).to && spanOf(b).from <= spanOf(a).to;
}

function overlapOf(version: PayerProfile, other: PayerProfile): Finding {
  const next = spanOf(other).from;
  const remedy =
    spanOf(version).from < next
      ? `Give effectiveTo ${addDays(next, -1)} or earlier, or begin on ${next} to replace that version.`
      : `Begin on ${next} to replace that version, or after ${spanOf(other).to}.`;
  return {
    code: 'payer-version-overlap',
    severity: 'error',
    message: `the version ${spanWords(version)} overlaps the one ${spanWords(other)}`,
    location: 'effectiveFrom',
    remedy,
    source,
  };
}

/** A warning for each stretch of days between two versions on which none is in force. */
export function gapsBetween(ordered: readonly PayerProfile[]): Finding[] {
  return ordered.slice(1).flatMap((version, index): Finding[] => {
    const earlier = ordered[index];
    if (earlier === undefined || spanOf(earlier).to === lastDay) return [];
    const gap = { from: addDays(spanOf(earlier).to, 1), to: addDays(spanOf(version).from, -1) };
    return gap.from > gap.to ? [] : [gapOf(version.code, gap)];
  });
}

/** A warning when the last version has an end: after it nobody knows what the payer wants. */
function endOf(ordered: readonly PayerProfile[]): Finding[] {
  const last = ordered.at(-1);
  if (last === undefined || spanOf(last).to === lastDay) return [];
  return [
    {
      code: 'payer-version-ends',
      severity: 'warning',
      message: `no version of ${last.code} is in force after ${spanOf(last).to}`,
      location: 'effectiveTo',
      remedy: 'Leave effectiveTo out, or load the version that follows; a claim of a later date waits for a person.',
      source,
    },
  ];
}

function gapOf(code: string, { from, to }: { readonly from: PlainDate; readonly to: PlainDate }): Finding {
  return {
    code: 'payer-version-gap',
    severity: 'warning',
    message: `no version of ${code} is in force from ${from} to ${to}`,
    location: 'effectiveFrom',
    remedy: 'A claim with such a date of service waits for a person; load a version for these days.',
    source,
  };
}

/** `from 2025-01-01 to 2025-12-31`, `until 2024-12-31`, `from 2026-01-01 on`, `of all dates`. */
export function spanWords({ effectiveFrom, effectiveTo }: Pick<PayerProfile, 'effectiveFrom' | 'effectiveTo'>): string {
  if (effectiveFrom === undefined) return effectiveTo === undefined ? 'of all dates' : `until ${effectiveTo}`;
  return effectiveTo === undefined ? `from ${effectiveFrom} on` : `from ${effectiveFrom} to ${effectiveTo}`;
}
