import { z } from 'zod';
import { addressSchema, chargeCentsSchema, npiSchema } from '../kernel/schemas.js';

/** A billing practice: who bills (837P 2010AA), how it sends (1000A), and what it charges. */
export const practiceSchema = z.object({
  name: z.string().min(1).max(60),
  npi: npiSchema,
  taxId: z.string().regex(/^\d{9}$/, 'a tax id has nine digits'),
  taxonomyCode: z.string().regex(/^[0-9]{3}[A-Z0-9]{6}X$/),
  address: addressSchema,
  contactName: z.string().min(1).max(60),
  contactPhone: z.string().regex(/^\d{10}$/),
  /** Electronic transmitter id at the clearinghouse (1000A NM109); sender id of our files. */
  submitterId: z.string().regex(/^[A-Z0-9]{2,15}$/),
  timeZone: z.string().default('America/New_York'),
  /** Charge a unit by procedure code; a code that is missing parks the claim. */
  feeSchedule: z.record(z.string(), chargeCentsSchema),
});
export type Practice = z.infer<typeof practiceSchema>;
