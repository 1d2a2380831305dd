import { z } from 'zod';
import { practiceRuleStates } from '../db/practice-rules.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import { practiceRuleSchema } from '../domain/practice-rule/practice-rule.js';
import { moment } from './answer-parts.js';
import { type BodySpec, jsonBody } from './body.js';

/** A condition stands in itself, which the document can't say in place: docs/practice-rules.md tells its form. */
const when = z.looseObject({}).describe('a condition on documented facts, see GET /v1/rule-facts');

const ruleResponse = z.object({ ...practiceRuleSchema.shape, when }).meta({ id: 'PracticeRule' });
const ruleInput = z.strictObject({ ...practiceRuleSchema.shape, when }).meta({ id: 'PracticeRuleInput' });

/** A rule as a person writes it: read by its own schema, documented without the condition's inside. */
export const practiceRuleBody: BodySpec<z.output<typeof practiceRuleSchema>> = {
  ...jsonBody(practiceRuleSchema),
  content: { 'application/json': ruleInput },
};

const keptRule = z.object({
  rule: ruleResponse,
  version: z.int(),
  state: z.enum(practiceRuleStates).describe('whether this version judges claims'),
  changedBy: z.string(),
  changedAt: moment,
});

export const keptRuleResponse = keptRule.meta({ id: 'KeptPracticeRule' });
export const rulesResponse = z.object({ items: z.array(keptRule) }).meta({ id: 'PracticeRuleList' });

const cents = z.int();
const share = z.number().min(0).max(1).nullable();

export const trialResponse = z
  .object({
    ruleId: z.string(),
    version: z.int(),
    since: z.iso.date(),
    until: z.iso.date(),
    claims: z.int().describe('claims of the span within the rule’s dates'),
    notKnown: z.int().describe('claims on which a fact it needs is not known: it could not fire'),
    firedClaimIds: z.array(z.string()).readonly(),
    firedChargeCents: cents,
    decided: z.int().describe('claims that their payers have decided'),
    denied: z.int(),
    deniedCents: cents,
    firedAndDecided: z.int(),
    firedAndDenied: z.int(),
    caughtDeniedCents: cents.describe('what was denied on claims it fires on'),
    precision: share.describe('of the decided claims it fires on, the share that was denied; null when there is none'),
    recall: share.describe('of the denied claims, the share it fires on; null when none was denied'),
  })
  .meta({ id: 'PracticeRuleTrial' });

export const switchedRuleResponse = z
  .object({
    rule: keptRuleResponse,
    trial: trialResponse.nullable().describe('what the rule would have done, when it was switched on; kept with it'),
  })
  .meta({ id: 'SwitchedPracticeRule' });

const span = {
  since: plainDateSchema.optional().describe('first date of service; two years ago when left out'),
  until: plainDateSchema.optional().describe('last date of service; today when left out'),
};

/** Which past claims a trial looks at. */
export const trialBody = z.strictObject(span).meta({ id: 'PracticeRuleTrialInput' });
export const switchBody = z
  .strictObject({ inUse: z.boolean().describe('whether it judges claims from now on'), ...span })
  .meta({ id: 'PracticeRuleSwitch' });
