import { join } from 'node:path';
import { z } from 'zod';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { plainDateSchema } from '../../domain/kernel/schemas.js';
import type { Home } from '../supervise/home.js';
import { readJson, writeJson } from '../supervise/json-file.js';

const planSchema = z.strictObject({ seed: z.string(), today: plainDateSchema, visits: z.int().nonnegative() });

/** What decides the visits of a demonstration; the same plan gives the same visits. */
export type DemonstrationPlan = z.infer<typeof planSchema>;

const plansSchema = z.record(z.string(), planSchema);

/**
 * The plan of a seed as it was kept at its first start, or a new one that is kept from now on: a restart completes the
 * same visits, whatever day it is then.
 */
export function openDemonstrationPlan(
  home: Home,
  wanted: { readonly seed: string; readonly visits: number; readonly today: PlainDate },
): DemonstrationPlan {
  const file = join(home.folder, 'demonstration.json');
  const plans = new Map(Object.entries(readJson(file, plansSchema) ?? {}));
  const kept = plans.get(wanted.seed);
  if (kept !== undefined) return kept;
  const { seed, visits, today } = wanted;
  plans.set(seed, { seed, today, visits });
  writeJson(file, Object.fromEntries(plans));
  return { seed, today, visits };
}
