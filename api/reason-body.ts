import { z } from 'zod';

/** Why a person decides as they do; kept with what they decided. */
export const reason = z.string().trim().min(3, 'say why, in at least three characters').max(500);

/** The body of a decision that needs nothing but its reason. */
export const reasonBody = z.strictObject({ reason }).meta({ id: 'CommandReason' });
