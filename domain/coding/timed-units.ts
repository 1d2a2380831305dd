import { unitsPastMidpoint } from './time-units.js';

/** A timed procedure with its one-on-one minutes. */
export interface TimedService {
  readonly code: string;
  readonly minutes: number;
}

const unitMinutes = 15;

/**
 * Units of fifteen minutes for each timed procedure, in order; the same code named twice counts as one. Medicare counts
 * over all timed minutes (Pub. 100-04 ch. 5 §20.2): full units first, the rest to the largest remainders. Others count
 * each procedure alone, a unit from eight minutes.
 */
export function timedUnits(
  services: readonly TimedService[],
  overAllMinutes: boolean,
): readonly (TimedService & { readonly units: number })[] {
  const merged = mergeSameCode(services);
  if (!overAllMinutes) {
    return merged.map((service) => ({ ...service, units: unitsPastMidpoint(service.minutes, unitMinutes) }));
  }
  const total = merged.reduce((sum, { minutes }) => sum + minutes, 0);
  const full = merged.map(({ minutes }) => Math.floor(minutes / unitMinutes));
  const left = unitsPastMidpoint(total, unitMinutes) - full.reduce((sum, units) => sum + units, 0);
  const byRemainder = merged
    .map(({ minutes }, index) => ({ index, remainder: minutes % unitMinutes }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return merged.map((service, index) => {
    return { ...service, units: (full[index] ?? 0) + (byRemainder.includes(index) ? 1 : 0) };
  });
}

function mergeSameCode(services: readonly TimedService[]): TimedService[] {
  const minutesByCode = new Map<string, number>();
  for (const { code, minutes } of services) minutesByCode.set(code, (minutesByCode.get(code) ?? 0) + minutes);
  return [...minutesByCode].map(([code, minutes]) => ({ code, minutes }));
}
