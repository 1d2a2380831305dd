import { z } from 'zod';
import { payerProfileSchema } from '../domain/payer/payer-profile.js';
import { findingResponse, moment } from './answer-parts.js';

const profileSchema = payerProfileSchema.meta({ id: 'PayerProfile' });

export const payersResponse = z.object({ items: z.array(profileSchema) }).meta({ id: 'PayerList' });

export const payerResponse = z
  .object({
    code: z.string(),
    inForce: profileSchema.nullable().describe('the version in force on the date asked for, else today'),
    versions: z.array(profileSchema).describe('all versions by the day they begin'),
    findings: z.array(findingResponse).describe('days between versions on which none is in force'),
    changes: z
      .array(
        z.object({
          actor: z.string(),
          at: moment,
          before: profileSchema.nullable(),
          after: profileSchema,
        }),
      )
      .describe('who changed what, newest first'),
  })
  .meta({ id: 'Payer' });

export const savedVersionResponse = z
  .object({
    dryRun: z.boolean(),
    outcome: z.enum(['added', 'replaced', 'unchanged']),
    profile: profileSchema.describe('as it is kept: without an end, it lasts until the next version begins'),
    ended: profileSchema.nullable().describe('the version without an end that this one ends the day before it begins'),
    differences: z
      .array(z.object({ label: z.string(), fields: z.array(z.string()), from: z.string(), to: z.string() }))
      .describe('against the version it replaces or follows, in words'),
    findings: z.array(findingResponse),
  })
  .meta({ id: 'SavedPayerVersion' });
