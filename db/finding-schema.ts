import { z } from 'zod';

/** A finding as kept in a jsonb column. */
export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  location: z.string().exactOptional(),
  remedy: z.string().exactOptional(),
  source: z.string().exactOptional(),
});
