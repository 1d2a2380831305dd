import { describe, expect, it } from 'vitest';
import { timedUnits } from '../../../domain/coding/timed-units.js';

/** `97110 × 2` of services written as `97110 24`. */
function unitsOf(services: readonly string[], overAllMinutes: boolean): readonly string[] {
  const timed = services.map((each) => {
    const [code = '', minutes] = each.split(' ');
    return { code, minutes: Number(minutes) };
  });
  return timedUnits(timed, overAllMinutes).map(({ code, units }) => `${code} × ${units}`);
}

describe('units over all timed minutes (Medicare)', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['seven minutes reach none', ['97110 7'], ['97110 × 0']],
    ['eight minutes reach one', ['97110 8'], ['97110 × 1']],
    ['twenty-two minutes are one', ['97110 22'], ['97110 × 1']],
    ['twenty-three are two', ['97110 23'], ['97110 × 2']],
    ['the rest goes to the largest remainder', ['97110 18', '97140 20'], ['97110 × 1', '97140 × 2']],
    ['wherever it stands', ['97140 20', '97110 18'], ['97140 × 2', '97110 × 1']],
    ['of equal remainders the first has it', ['97110 7', '97140 7'], ['97110 × 1', '97140 × 0']],
    ['a remainder counts, not the minutes', ['97110 31', '97140 22'], ['97110 × 2', '97140 × 2']],
    ['two left go to two services', ['97110 10', '97140 5', '97530 9'], ['97110 × 1', '97140 × 0', '97530 × 1']],
    ['one code named twice is one service', ['97110 4', '97110 4'], ['97110 × 1']],
  ])('%s', (_, services, expected) => expect(unitsOf(services, true)).toEqual(expected));
});

describe('units of each service alone (CPT)', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['seven minutes reach none, beside others too', ['97110 7', '97140 7'], ['97110 × 0', '97140 × 0']],
    ['eight minutes of each reach one each', ['97110 8', '97140 8'], ['97110 × 1', '97140 × 1']],
  ])('%s', (_, services, expected) => expect(unitsOf(services, false)).toEqual(expected));
});
