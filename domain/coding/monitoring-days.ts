import type { PlainDate } from '../kernel/plain-date.js';

/** Supply and management of short periods exist from here on (CY2026 PFS final rule). */
export const shortPeriodsFrom = '2026-01-01';

/** Days with data before set-up counts: sixteen until 2025, two since the short periods exist. */
export function setUpDaysOn(dateOfService: PlainDate): number {
  return dateOfService < shortPeriodsFrom ? 16 : 2;
}

export type MonitoredSystem = 'respiratory' | 'musculoskeletal' | 'cognitive_behavioral';

/** Device supply of 2–15 days with data and of 16–30 days. */
export interface DeviceSupply {
  readonly short: string;
  readonly long: string;
}

export const physiologicSupply: DeviceSupply = { short: '99445', long: '99454' };

/** Supply of therapeutic monitoring by what is watched. */
export const therapeuticSupply: Readonly<Record<MonitoredSystem, DeviceSupply>> = {
  respiratory: { short: '98984', long: '98976' },
  musculoskeletal: { short: '98985', long: '98977' },
  cognitive_behavioral: { short: '98986', long: '98978' },
};

const shortDays: readonly [number, number] = [2, 15];
const longDays: readonly [number, number] = [16, 30];
const daysBySupply: ReadonlyMap<string, readonly [number, number]> = new Map(
  [physiologicSupply, ...Object.values(therapeuticSupply)].flatMap(({ short, long }) => [
    [short, shortDays],
    [long, longDays],
  ]),
);

export const deviceSupplyCodes: readonly string[] = [...daysBySupply.keys()];

/** The fewest and the most days with data in thirty that a device supply code stands for. */
export function supplyDaysOf(code: string): readonly [fewest: number, most: number] | undefined {
  return daysBySupply.get(code);
}
