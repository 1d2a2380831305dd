import { z } from 'zod';

/** One step of an explanation: which rule decided what, from which facts, on whose authority, and what it was worth. */
export const traceStepSchema = z.object({
  ruleId: z.string(),
  /** Facts read, as `name: value`; no names, birth dates or member ids among them. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  decision: z.string(),
  source: z.string(),
  effectCents: z.int().optional(),
  /** What else was considered, as `code: why not`. */
  alternatives: z.array(z.string()).optional(),
  /** What documentation would support the next higher service, where there is one. */
  nextLevel: z.string().optional(),
});
export type TraceStep = z.infer<typeof traceStepSchema>;
