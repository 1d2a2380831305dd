import { z } from 'zod';

const scalar = z.union([z.string().max(80), z.number(), z.boolean()]);
const scalars = z.array(scalar).min(1).max(500);
const texts = z.array(z.string().min(1).max(80)).min(1).max(500);

/** How a fact is compared; each test uses exactly one. */
const comparisons = {
  is: scalar.optional(),
  isNot: scalar.optional(),
  oneOf: scalars.optional(),
  noneOf: scalars.optional(),
  atLeast: z.union([z.number(), z.string()]).optional(),
  atMost: z.union([z.number(), z.string()]).optional(),
  includesAny: texts.optional(),
  includesAll: texts.optional(),
  includesNone: texts.optional(),
  /** A text, or any item of a list, begins with one of these. */
  startsWithAny: texts.optional(),
  /** Whether the claim says the fact at all. */
  known: z.boolean().optional(),
} as const;

export type Comparison = keyof typeof comparisons;
export const comparisonNames: readonly string[] = Object.keys(comparisons);

/**
 * What must hold for a rule to fire: `all`, `any` or `not` of conditions, or a test of one fact. That the parts fit together
 * is checked by `findConditionProblems`, which says where and why.
 */
export type RuleCondition = z.infer<z.ZodObject<typeof comparisons>> & {
  readonly all?: readonly RuleCondition[] | undefined;
  readonly any?: readonly RuleCondition[] | undefined;
  readonly not?: RuleCondition | undefined;
  readonly fact?: string | undefined;
};

export const ruleConditionSchema: z.ZodType<RuleCondition> = z.strictObject({
  all: z.lazy(() => z.array(ruleConditionSchema).min(1).max(50)).optional(),
  any: z.lazy(() => z.array(ruleConditionSchema).min(1).max(50)).optional(),
  not: z.lazy(() => ruleConditionSchema).optional(),
  fact: z.string().max(80).optional(),
  ...comparisons,
});
