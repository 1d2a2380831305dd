import { type Cents, cents } from '../kernel/cents.js';
import type { Finding } from '../kernel/finding.js';
import type { Practice } from '../practice/practice.js';
import { codingSources } from './coding-sources.js';
import { question } from './coding-step.js';

/** What the practice charges for so many units of a code, in cents; undefined when its fee schedule does not have the code. */
export function feeScheduleCharge(
  feeSchedule: Practice['feeSchedule'],
  procedureCode: string,
  units: number,
): Cents | undefined {
  const unitCharge = Object.hasOwn(feeSchedule, procedureCode) ? feeSchedule[procedureCode] : undefined;
  return unitCharge === undefined ? undefined : cents(unitCharge * units);
}

/** The question a coder gets about a code without a fee. */
export function chargeMissing(procedureCode: string): Finding {
  return question({
    code: 'charge-missing',
    message: `the fee schedule has no charge for ${procedureCode}`,
    location: `practice.feeSchedule.${procedureCode}`,
    remedy: 'Add the code to the fee schedule, or send the charge with the procedure.',
    source: codingSources.charges,
  });
}
