import { z } from 'zod';
import { type Cents, cents } from './cents.js';
import { isValidNpi } from './npi.js';
import { type PlainDate, parsePlainDate } from './plain-date.js';
import { usStateCodes } from './us-state.js';

/** A calendar date at a boundary: `YYYY-MM-DD` of a day that exists. */
export const plainDateSchema = z
  .string()
  .transform((text, context): PlainDate => {
    const parsed = parsePlainDate(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.error });
    return z.NEVER;
  })
  .meta({ format: 'date', example: '2026-01-05' });

/** A whole, non-negative number of cents at a boundary. */
export const chargeCentsSchema = z
  .int('an amount must be a whole number of cents')
  .nonnegative('an amount can not be negative')
  .max(100_000_000, 'an amount over $1,000,000.00 is not believed')
  .transform((amount): Cents => cents(amount));

/** A ten-digit National Provider Identifier whose check digit is right (45 CFR 162.406). */
export const npiSchema = z
  .string()
  .refine(isValidNpi, 'not a valid NPI: ten digits, the last one a check digit')
  .meta({ example: '1234567893' });

export const usStateSchema = z.enum(usStateCodes);

/** A US postal code of five or nine digits, with or without the hyphen; kept as digits only. */
export const zipSchema = z
  .string()
  .regex(/^\d{5}(-?\d{4})?$/, 'a ZIP code has five or nine digits')
  .transform((text) => text.replace('-', ''));

export const addressSchema = z.object({
  line1: z.string().trim().min(1).max(55),
  line2: z.string().trim().min(1).max(55).optional(),
  city: z.string().trim().min(2).max(30),
  state: usStateSchema,
  zip: zipSchema,
});
export type Address = z.infer<typeof addressSchema>;
