/**
 * Members whose id begins with one of these letters get a scripted answer; all others are answered as contracted.
 * - `deductible`: part of the allowed amount falls under the deductible
 * - `rejected`: the payer's 277CA turns the claim back (member not found)
 * - `silent`: acknowledged by 999 only; pays some days after a 276 asked
 * - `paid-early`: the 835 comes before the 277CA
 * - `paid-twice`: the 835 file is delivered a second time under another name
 * - `denied`: not medically necessary (CARC 50)
 * - `inactive`: no coverage on the date of service
 * - `unknown`: the payer does not find the member
 * - `partly-denied`: the last of several lines is denied
 */
const scenarioByPrefix = {
  SIMDED: 'deductible',
  SIMREJ: 'rejected',
  SIMSIL: 'silent',
  SIMEAR: 'paid-early',
  SIMDUP: 'paid-twice',
  SIMDEN: 'denied',
  SIMINA: 'inactive',
  SIMNOT: 'unknown',
  SIMPAR: 'partly-denied',
} as const;

export type MemberScenario = (typeof scenarioByPrefix)[keyof typeof scenarioByPrefix] | 'contracted';

export function memberScenario(memberId: string): MemberScenario {
  const prefix = memberId.slice(0, 6).toUpperCase();
  const found = Object.entries(scenarioByPrefix).find(([key]) => key === prefix);
  return found?.[1] ?? 'contracted';
}
