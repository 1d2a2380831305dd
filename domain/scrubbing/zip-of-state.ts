import type { UsState } from '../kernel/us-state.js';

/** States by the first digit of their ZIP codes (USPS Publication 65); a few reach over a border. */
const statesByFirstDigit: Readonly<Record<string, readonly UsState[]>> = {
  '0': ['CT', 'MA', 'ME', 'NH', 'NJ', 'NY', 'PR', 'RI', 'VI', 'VT'],
  '1': ['DE', 'NY', 'PA'],
  '2': ['DC', 'MD', 'NC', 'SC', 'VA', 'WV'],
  '3': ['AL', 'FL', 'GA', 'MS', 'TN'],
  '4': ['IN', 'KY', 'MI', 'OH'],
  '5': ['DC', 'IA', 'MN', 'MT', 'ND', 'SD', 'WI'],
  '6': ['IL', 'KS', 'MO', 'NE'],
  '7': ['AR', 'LA', 'OK', 'TX'],
  '8': ['AZ', 'CO', 'ID', 'NM', 'NV', 'TX', 'UT', 'WY'],
  '9': ['AK', 'AS', 'CA', 'GU', 'HI', 'MP', 'OR', 'WA'],
};

/** Whether a ZIP code can be one of the state, as far as its first digit tells. */
export function isZipOfState(zip: string, state: UsState): boolean {
  return statesByFirstDigit[zip.charAt(0)]?.includes(state) ?? false;
}
