import { formatDollars } from '../../domain/kernel/cents.js';
import { precisionOf, type RuleTrial, recallOf } from '../../domain/practice-rule/rule-trial.js';
import { plural } from '../text/plural.js';

const idsShown = 10;

/** What a rule would have done over past claims, in words. */
export function trialLines(ruleId: string, trial: RuleTrial): string[] {
  const { claims, notKnown, firedClaimIds, firedChargeCents, decided, denied, firedAndDenied, firedAndDecided } = trial;
  const fired = firedClaimIds.length;
  const more = fired - idsShown;
  return [
    `${ruleId}: fires on ${fired} of ${plural(claims, 'claim')}, ${formatDollars(firedChargeCents)} charged`,
    ...(notKnown === 0 ? [] : [`  a fact it needs is not known on ${plural(notKnown, 'claim')}`]),
    `  payers decided ${plural(decided, 'claim')} of the span and denied ${denied}, ${formatDollars(trial.deniedCents)}`,
    `  precision ${percent(precisionOf(trial))}: ${firedAndDenied} of the ${firedAndDecided} decided ones it fires on were denied`,
    `  recall    ${percent(recallOf(trial))}: it fires on ${firedAndDenied} of the ${denied} that were denied, ${formatDollars(trial.caughtDeniedCents)}`,
    ...firedClaimIds.slice(0, idsShown).map((id) => `  ${id}`),
    ...(more > 0 ? [`  … and ${more} more (--json lists all)`] : []),
  ];
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}
