import { sumCents } from '../../domain/kernel/cents.js';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import { isValidNpi } from '../../domain/kernel/npi.js';
import { addDays } from '../../domain/kernel/plain-date.js';
import { payerPolicy } from '../payers/payer-policies.js';
import { memberScenario } from './member-scenario.js';
import { type ReceivedClaim, servicePeriodOf } from './received-claim.js';

/** Why a payer's front end turns a claim back in the 277CA: status category, code and entity. */
export interface ScreeningRejection {
  readonly category: 'A3' | 'A7' | 'A8';
  readonly code: string;
  readonly entity: string;
}

/** Checks that need the claim alone, before any adjudication; undefined when the claim may go in. */
export function screenClaim(claim: ReceivedClaim, receivedAt: Instant): ScreeningRejection | undefined {
  const policy = payerPolicy(claim.payerId);
  if (!policy) return { category: 'A7', code: '116', entity: 'PR' };
  const scenario = memberScenario(claim.memberId);
  if (scenario === 'rejected' || scenario === 'unknown') return { category: 'A7', code: '33', entity: 'IL' };
  if (!isValidNpi(claim.billingNpi)) return { category: 'A7', code: '562', entity: '85' };
  if (!isValidNpi(claim.renderingNpi)) return { category: 'A7', code: '562', entity: '82' };
  if (claim.diagnoses.length === 0) return { category: 'A7', code: '254', entity: '' };
  const period = servicePeriodOf(claim);
  if (period === undefined) return { category: 'A7', code: '454', entity: '' };
  // A day of grace: the date of service is local, receipt is in UTC.
  if (period.to > addDays(plainDateAt(receivedAt), 1)) return { category: 'A7', code: '187', entity: '' };
  const lineTotal = sumCents(claim.lines.map((line) => line.chargeCents));
  if (lineTotal !== claim.chargeCents) return { category: 'A8', code: '400', entity: '' };
  const isCorrection = claim.frequency === '7' || claim.frequency === '8';
  if (isCorrection && !policy.acceptsReplacement) return { category: 'A7', code: '535', entity: '' };
  if (!isCorrection && claim.frequency !== '1') return { category: 'A7', code: '535', entity: '' };
  if (isCorrection && claim.originalReference === undefined) return { category: 'A7', code: '464', entity: '' };
  return undefined;
}
