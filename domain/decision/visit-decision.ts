import type { PlaceOfService } from '../coding/coded-claim.js';
import type { Finding } from '../kernel/finding.js';
import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { factsVersion } from './visit-facts.js';

/**
 * `allowed`: a claim like this may go. `allowed_with_conditions`: it may, once the warnings are settled and what it must
 * have on record is there. `not_allowed`: something forbids it. `needs_facts`: the answer turns on a fact that is missing.
 */
export const decisionKinds = ['allowed', 'allowed_with_conditions', 'not_allowed', 'needs_facts'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** A fact that was not given: without one for the `answer` there is none, one for the `claim` must be on record. */
export interface MissingFact {
  /** Where it belongs in the facts: `patientLocation.setting`. */
  readonly path: string;
  readonly why: string;
  readonly allowedValues: readonly string[];
  readonly neededFor: 'answer' | 'claim';
  readonly source: string;
}

/** Edits that a claim has to pass and that these facts can't answer. */
export interface NotChecked {
  readonly checks: readonly string[];
  readonly why: string;
}

export interface DecidedCode {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

/** How a visit is billed, whether it may be, and why. Codes and place of service stand as far as they are known. */
export interface VisitDecision {
  readonly version: typeof factsVersion;
  /** The caller's own reference. */
  readonly id?: string;
  readonly decision: DecisionKind;
  readonly payer: Pick<PayerProfile, 'code' | 'name' | 'payerClass'> | null;
  readonly codes: readonly DecidedCode[];
  readonly placeOfService: PlaceOfService | null;
  /** ICD-10-CM without the dot. */
  readonly diagnoses: readonly string[];
  readonly findings: readonly Finding[];
  readonly missingFacts: readonly MissingFact[];
  readonly notChecked: readonly NotChecked[];
  readonly trace: readonly TraceStep[];
  readonly ruleSetVersion: string;
}
