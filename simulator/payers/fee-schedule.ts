import { type Cents, cents, minCents, scaleCentsHalfUp } from '../../domain/kernel/cents.js';
import type { ReceivedLine } from '../claims/received-claim.js';
import type { PayerPolicy } from './payer-policy.js';

/** Base fee in cents for one unit; sample figures of our own, in the order of what such services cost. */
const baseFeeCents: Readonly<Record<string, number>> = {
  '99202': 7200,
  '99203': 11000,
  '99204': 16400,
  '99205': 21700,
  '99211': 2300,
  '99212': 5600,
  '99213': 9000,
  '99214': 12800,
  '99215': 18000,
  '99417': 3200,
  G2212: 3200,
  G2211: 1600,
  '98000': 7000,
  '98001': 10800,
  '98002': 16000,
  '98003': 21200,
  '98004': 5400,
  '98005': 8800,
  '98006': 12500,
  '98007': 17600,
  '98008': 6600,
  '98009': 10100,
  '98010': 15000,
  '98011': 20000,
  '98012': 5000,
  '98013': 8200,
  '98014': 11700,
  '98015': 16500,
  '98016': 1600,
  '98966': 1400,
  '98967': 2600,
  '98968': 3700,
  '90791': 17300,
  '90792': 19600,
  '90832': 7700,
  '90834': 10200,
  '90837': 15000,
  '90833': 7000,
  '90836': 8900,
  '90838': 11800,
  '90785': 1500,
  '90839': 14500,
  '90846': 9600,
  '90847': 10000,
  '90853': 2700,
  '96127': 500,
  '99421': 1500,
  '99422': 2900,
  '99423': 4700,
  '99453': 1900,
  '99454': 4700,
  '99457': 4800,
  '99458': 3900,
  G0136: 1800,
  Q3014: 3100,
};

/** A code without a base fee is priced at this share of what was charged. */
const unlistedPercent = 55;

/** What the contract allows for a line: units times fee, never more than the charge. */
export function allowedCents(policy: PayerPolicy, line: ReceivedLine): Cents {
  const base = baseFeeCents[line.procedureCode];
  if (base === undefined) return scaleCentsHalfUp(line.chargeCents, unlistedPercent, 100);
  const units = Math.max(1, Math.round(line.units));
  return minCents(line.chargeCents, scaleCentsHalfUp(cents(base * units), policy.contractPercent, 100));
}
