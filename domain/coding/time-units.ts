/** Units of so many minutes, each reached once more than half of it is documented (CPT time rule). */
export function unitsPastMidpoint(minutes: number, unitMinutes: number): number {
  const midpoint = Math.floor(unitMinutes / 2) + 1;
  return minutes < midpoint ? 0 : Math.floor((minutes - midpoint) / unitMinutes) + 1;
}
