import { z } from 'zod';
import { placeOfServiceSchema } from '../coding/coded-claim.js';
import { chargeCentsSchema, plainDateSchema } from '../kernel/schemas.js';

const rateFields = {
  procedureCode: z.string().regex(/^[A-Z0-9]{5}$/, 'a code has five digits or capital letters'),
  modifier: z
    .string()
    .regex(/^[A-Z0-9]{2}$/, 'a modifier has two digits or capital letters')
    .optional(),
  placeOfService: placeOfServiceSchema.optional(),
  allowedCents: chargeCentsSchema,
  from: plainDateSchema,
  to: plainDateSchema.optional(),
};

function endsAfterItBegins({ from, to }: { readonly from: string; readonly to?: string | undefined }): boolean {
  return to === undefined || to >= from;
}

const endsTooEarly = { message: 'the last day is before the first', path: ['to'] };

/** A contract rate whose payer is known from where it stands. */
export const rateOfPayerSchema = z.strictObject(rateFields).refine(endsAfterItBegins, endsTooEarly);

/**
 * What a payer allows for one unit of a code by the contract with the practice, in cents. A row that names a modifier or a
 * place of service is for lines that have it; both days count.
 */
export const contractRateSchema = z
  .strictObject({ payerCode: z.string().min(1).max(40), ...rateFields })
  .refine(endsAfterItBegins, endsTooEarly);
export type ContractRate = z.infer<typeof contractRateSchema>;

/** What two rates of one payer may not both say: the same code, modifier and place from the same day on. */
export function contractRateKey(rate: Omit<ContractRate, 'payerCode'>): string {
  return [rate.procedureCode, rate.modifier ?? '', rate.placeOfService ?? '', rate.from].join(' ');
}
