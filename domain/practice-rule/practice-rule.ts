import { z } from 'zod';
import { plainDateSchema } from '../kernel/schemas.js';
import { findConditionProblems } from './find-condition-problems.js';
import { ruleConditionSchema } from './rule-condition.js';

const words = (most: number) => z.string().trim().min(3).max(most);

/**
 * A rule of the practice's own, as a person writes it in JSON: a condition on documented facts, and what is to be said when
 * it holds. Data, never code; it can hold a claim or warn, and changes nothing on it.
 */
export const practiceRuleSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id has small letters, digits and single hyphens')
      .max(60),
    title: words(120),
    severity: z.enum(['warning', 'blocking']),
    /** Dates of service for which it holds, inclusive. */
    effectiveFrom: plainDateSchema,
    effectiveTo: plainDateSchema.optional(),
    when: ruleConditionSchema,
    message: words(300),
    remedy: words(300),
    /** Where the practice has it from: a payer's letter, a contract's section, a denial seen. */
    source: words(200),
  })
  .superRefine((rule, context) => {
    for (const { path, message } of findConditionProblems(rule.when)) {
      context.addIssue({ code: 'custom', path: ['when', ...path], message });
    }
    if (rule.effectiveTo !== undefined && rule.effectiveTo < rule.effectiveFrom) {
      context.addIssue({ code: 'custom', path: ['effectiveTo'], message: 'lies before effectiveFrom' });
    }
  });
export type PracticeRule = z.infer<typeof practiceRuleSchema>;
