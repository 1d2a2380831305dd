import { z } from 'zod';
import { placeOfServiceSchema } from '../coding/coded-claim.js';

/** A correction made without a person; kept with the claim so that nothing is tried two times. */
export const triedCorrectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('telehealth_modifier'), value: z.enum(['95', 'GT', '93', 'FQ', 'GQ', 'none']) }),
  z.object({ kind: z.literal('place_of_service'), value: placeOfServiceSchema }),
]);
export type TriedCorrection = z.infer<typeof triedCorrectionSchema>;
