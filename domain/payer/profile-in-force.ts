import { type PlainDate, plainDate } from '../kernel/plain-date.js';
import type { PayerProfile } from './payer-profile.js';

type Dated = Pick<PayerProfile, 'effectiveFrom' | 'effectiveTo'>;

/** The first and the last day a version without an end stands for. */
export const firstDay = plainDate('0001-01-01');
export const lastDay = plainDate('9999-12-31');

/** The dates of service a version is for, both included. */
export function spanOf(profile: Dated): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: profile.effectiveFrom ?? firstDay, to: profile.effectiveTo ?? lastDay };
}

export function isInForce(profile: Dated, on: PlainDate): boolean {
  const { from, to } = spanOf(profile);
  return from <= on && on <= to;
}

/** The version of a payer's profile in force on a date of service; null when there is none. Versions don't overlap. */
export function profileInForce<P extends Dated>(versions: readonly P[], on: PlainDate): P | null {
  return versions.find((version) => isInForce(version, on)) ?? null;
}

/** One version a payer: that in force on the day, else the nearest before it, else the first to come. For what has no date of service. */
export function nearestProfiles(profiles: readonly PayerProfile[], on: PlainDate): PayerProfile[] {
  const nearest = new Map<string, PayerProfile>();
  for (const profile of [...profiles].sort((a, b) => compareStarts(a, b))) {
    if (!nearest.has(profile.code) || spanOf(profile).from <= on) nearest.set(profile.code, profile);
  }
  return [...nearest.values()];
}

/** Orders versions by the day on which they begin. */
export function compareStarts(a: Dated, b: Dated): number {
  return spanOf(a).from < spanOf(b).from ? -1 : spanOf(a).from > spanOf(b).from ? 1 : 0;
}
