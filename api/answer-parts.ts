import { z } from 'zod';

/** Schemas of answers document what goes out; answers are not parsed again. */
export const moment = z.string().meta({ format: 'date-time' });
export const date = z.string().meta({ format: 'date' });
export const cents = z.int().describe('US cents');

export const findingResponse = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    location: z.string().exactOptional(),
    remedy: z.string().exactOptional(),
    source: z.string().exactOptional(),
  })
  .meta({ id: 'Finding' });
