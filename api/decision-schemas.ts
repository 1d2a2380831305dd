import { z } from 'zod';
import { placeOfServiceSchema } from '../domain/coding/coded-claim.js';
import { decisionKinds } from '../domain/decision/visit-decision.js';
import { factsVersion } from '../domain/decision/visit-facts.js';
import { traceStepSchema } from '../domain/kernel/trace.js';
import { payerClassSchema } from '../domain/payer/payer-profile.js';
import { findingResponse } from './answer-parts.js';
import { problemItemSchema } from './problem-schema.js';

const decisionShape = {
  version: z.literal(factsVersion).describe('version of the form'),
  ruleSetVersion: z.string(),
  id: z.string().exactOptional().describe('the caller’s own reference'),
  payer: z
    .object({ code: z.string(), name: z.string(), payerClass: payerClassSchema })
    .nullable()
    .describe('null when it is not known, or when all payers of the class give this answer'),
  decision: z.enum(decisionKinds),
  codes: z.array(z.object({ code: z.string(), modifiers: z.array(z.string()).readonly(), units: z.int() })).readonly(),
  placeOfService: placeOfServiceSchema.nullable(),
  diagnoses: z.array(z.string()).readonly().describe('ICD-10-CM without the dot'),
  findings: z.array(findingResponse).readonly(),
  missingFacts: z
    .array(
      z.object({
        path: z.string().describe('where the fact belongs: `patientLocation.setting`'),
        why: z.string(),
        allowedValues: z.array(z.string()).readonly(),
        neededFor: z
          .enum(['answer', 'claim'])
          .describe('`answer`: there is none without it; `claim`: it must be on record before a claim goes'),
        source: z.string(),
      }),
    )
    .readonly(),
  notChecked: z
    .array(z.object({ checks: z.array(z.string()).readonly(), why: z.string() }))
    .readonly()
    .describe('edits of claims that these facts can’t answer'),
  trace: z.array(traceStepSchema).readonly(),
};

export const decisionResponse = z.object(decisionShape).meta({ id: 'Decision' });

const itemShape = {
  index: z.int().describe('position in the batch, from 0'),
  line: z.int().nullable().describe('line of newline-delimited JSON, from 1'),
};

const decidedItemResponse = z.union([
  z.object({ ...itemShape, outcome: z.literal('answered'), ...decisionShape }),
  z.object({ ...itemShape, outcome: z.literal('refused'), errors: z.array(problemItemSchema) }),
]);

/** What became of one item of a batch. */
export type DecidedItem = z.input<typeof decidedItemResponse>;

export const decisionBatchResponse = z
  .object({
    counts: z.object({ answered: z.int(), refused: z.int() }),
    items: z.array(decidedItemResponse),
  })
  .meta({ id: 'DecisionBatchResult' });
