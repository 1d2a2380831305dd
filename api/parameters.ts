import { z } from 'zod';
import { type IdKind, idPrefixes } from '../domain/kernel/id.js';

/** An id of ours in a path. */
export function idParameter(kind: IdKind) {
  const pattern = new RegExp(`^${idPrefixes[kind]}_[0-9a-hj-km-np-tv-z]{26}$`);
  return z.string().regex(pattern, `must look like ${idPrefixes[kind]}_ and 26 characters`);
}

/** One or several values, as `a,b` or by repeating the parameter. */
export function oneOrMore<T extends string>(item: z.ZodType<T>) {
  return z
    .preprocess(splitList, z.array(item).min(1).optional())
    .meta({ type: 'array', items: { type: 'string' }, param: { explode: false, required: false } });
}

function splitList(given: unknown): unknown {
  if (given === undefined) return undefined;
  return [given].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : [text]));
}

export const payerCodeParameter = z.string().regex(/^[a-z0-9-]{2,40}$/, 'must be a payer code, such as summit-health');

export const flagParameter = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

/** Cents as a query parameter. */
export const centsParameter = z
  .string()
  .regex(/^\d{1,12}$/, 'must be a whole number of cents')
  .transform(Number)
  .optional();

export const pageParameters = {
  pageSize: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a number')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: 200 }),
  pageToken: z.string().max(200).optional(),
};
