import { sumCents, zeroCents } from '../kernel/cents.js';
import { inForce } from '../scrubbing/in-force.js';
import type { ScrubEdit } from '../scrubbing/scrub-edit.js';
import { holds } from './holds.js';
import type { PastClaim } from './past-claim.js';
import type { PracticeRule } from './practice-rule.js';
import { practiceRuleEdit } from './practice-rule-edit.js';
import type { RuleTrial } from './rule-trial.js';

/** Tries a rule on past claims one by one, in constant memory but for the ids of those it fires on. */
export class RuleJudge {
  #claims = 0;
  #notKnown = 0;
  #decided = 0;
  #denied = 0;
  #firedAndDecided = 0;
  #firedAndDenied = 0;
  #firedChargeCents = zeroCents;
  #deniedCents = zeroCents;
  #caughtDeniedCents = zeroCents;
  readonly #firedClaimIds: string[] = [];

  readonly #edit: ScrubEdit;

  constructor(private readonly rule: PracticeRule) {
    this.#edit = practiceRuleEdit(rule);
  }

  add(claim: PastClaim): void {
    if (!inForce(this.#edit, claim.input.visit.dateOfService)) return;
    this.#claims += 1;
    const held = holds(this.rule.when, claim.input);
    if (held === null) this.#notKnown += 1;
    const isDenied = claim.decision === 'denied';
    if (claim.decision !== 'undecided') this.#decided += 1;
    if (isDenied) this.#denied += 1;
    this.#deniedCents = sumCents([this.#deniedCents, claim.deniedCents]);
    if (held !== true) return;
    this.#firedClaimIds.push(claim.claimId);
    this.#firedChargeCents = sumCents([this.#firedChargeCents, claim.chargeCents]);
    if (claim.decision !== 'undecided') this.#firedAndDecided += 1;
    if (isDenied) this.#firedAndDenied += 1;
    this.#caughtDeniedCents = sumCents([this.#caughtDeniedCents, claim.deniedCents]);
  }

  trial(): RuleTrial {
    return {
      claims: this.#claims,
      notKnown: this.#notKnown,
      firedClaimIds: this.#firedClaimIds,
      firedChargeCents: this.#firedChargeCents,
      decided: this.#decided,
      denied: this.#denied,
      firedAndDecided: this.#firedAndDecided,
      firedAndDenied: this.#firedAndDenied,
      deniedCents: this.#deniedCents,
      caughtDeniedCents: this.#caughtDeniedCents,
    };
  }
}
