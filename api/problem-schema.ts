import { z } from 'zod';

/** One error within a problem, or with one item of a batch. */
export const problemItemSchema = z
  .object({
    pointer: z.string().describe('JSON pointer to the place (RFC 6901); empty for the whole'),
    code: z.string(),
    message: z.string(),
    remedy: z.string().exactOptional(),
  })
  .meta({ id: 'ProblemItem' });

/** A problem as it goes out (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z.array(problemItemSchema),
  })
  .meta({ id: 'Problem' });
