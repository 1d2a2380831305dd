import type { TraceStep } from '../kernel/trace.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, nothing, stepDone } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** When an add-on begins: minutes of its first unit, and how many each further one takes. */
interface AddOnTime {
  readonly base: string;
  readonly addOn: string;
  readonly firstUnitMinutes: number;
  readonly furtherMinutes: number;
  readonly unitsMax?: number;
  readonly source: string;
}

/**
 * Add-ons that time alone decides. A unit that CPT counts past its midpoint begins there; one that must be full begins
 * at its end. G2212 counts from the longest time of the level, 99417 from the shortest (CY2021 PFS final rule).
 */
const addOnTimes: readonly AddOnTime[] = [
  prolonged('99417', ['99205', '98003', '98011'], 75),
  prolonged('99417', ['99215', '98007', '98015'], 55),
  prolonged('G2212', ['99205'], 89),
  prolonged('G2212', ['99215'], 69),
  timed('90839', '90840', 75, 30, codingSources.crisisPsychotherapy),
  timed('96158', '96159', 38, 15, codingSources.healthBehavior),
  timed('96164', '96165', 38, 15, codingSources.healthBehavior),
  timed('96167', '96168', 38, 15, codingSources.healthBehavior),
  timed('96170', '96171', 38, 15, codingSources.healthBehavior),
  { ...timed('99457', '99458', 40, 20, codingSources.monitoringManagement)[0], unitsMax: 3 },
  timed('98980', '98981', 40, 20, codingSources.monitoringManagement),
  { ...timed('99490', '99439', 40, 20, codingSources.careManagement)[0], unitsMax: 2 },
  timed('99491', '99437', 60, 30, codingSources.careManagement),
  timed('99487', '99489', 90, 30, codingSources.careManagement),
  timed('99424', '99425', 60, 30, codingSources.careManagement),
  timed('99426', '99427', 60, 30, codingSources.careManagement),
  timed('99492', '99494', 86, 30, codingSources.careManagement),
  timed('99493', '99494', 76, 30, codingSources.careManagement),
].flat();

function prolonged(addOn: string, bases: readonly string[], firstUnitMinutes: number): readonly AddOnTime[] {
  const source = addOn === 'G2212' ? codingSources.prolongedByMedicare : codingSources.prolongedByCpt;
  return bases.map((base) => ({ base, addOn, firstUnitMinutes, furtherMinutes: 15, unitsMax: 6, source }));
}

function timed(
  base: string,
  addOn: string,
  firstUnitMinutes: number,
  furtherMinutes: number,
  source: string,
): readonly [AddOnTime] {
  return [{ base, addOn, firstUnitMinutes, furtherMinutes, source }];
}

const timesByPair = new Map(addOnTimes.map((time) => [`${time.base}+${time.addOn}`, time]));

/** Whether minutes can add units of this add-on to this base. */
export function hasAddOnTime(base: string, addOn: string): boolean {
  return timesByPair.has(`${base}+${addOn}`);
}

function unitsWithin({ firstUnitMinutes, furtherMinutes }: AddOnTime, minutes: number): number {
  return minutes < firstUnitMinutes ? 0 : Math.floor((minutes - firstUnitMinutes) / furtherMinutes) + 1;
}

/** Units of the add-on that the minutes reach beside this base, before any limit; none when time adds none to it. */
export function addOnUnitsWithin(base: string, addOn: string, minutes: number): number {
  const time = timesByPair.get(`${base}+${addOn}`);
  return time === undefined ? 0 : unitsWithin(time, minutes);
}

/** The add-on's line when the minutes reach its first unit, with the arithmetic; none, and what it would need, below. */
export function addOnByTime(base: string, addOn: string, minutes: number): CodingStep<readonly ProposedProcedure[]> {
  const time = timesByPair.get(`${base}+${addOn}`);
  if (!time) return nothing;
  const { firstUnitMinutes, furtherMinutes, unitsMax = Number.POSITIVE_INFINITY, source } = time;
  const reached = unitsWithin(time, minutes);
  const units = Math.min(reached, unitsMax);
  const nextUnitAt = firstUnitMinutes + units * furtherMinutes;
  const cut = reached > units ? `, the most in a day or month of ${reached} reached` : '';
  const step: TraceStep = {
    ruleId: `add-on-${addOn}`,
    facts: { base, minutes, firstUnitMinutes, furtherMinutes, units },
    decision: units === 0 ? `${addOn} is not added` : `${addOn} × ${units} added to ${base}${cut}`,
    source,
    ...(units === 0
      ? { alternatives: [`${addOn}: begins with ${firstUnitMinutes} minutes, the record has ${minutes}`] }
      : {}),
    ...(units < unitsMax ? { nextLevel: `${addOn} × ${units + 1} would need ${nextUnitAt} documented minutes` } : {}),
  };
  return stepDone(units === 0 ? [] : [proposedProcedure(addOn, units)], [step]);
}
