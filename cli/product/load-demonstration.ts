import type { BusinessClock } from '../../domain/kernel/business-clock.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import { businessNow } from '../../gateways/config/process-clock.js';
import { demonstrationPractice } from '../demonstration/demonstration-practice.js';
import { generatePractice } from '../demonstration/generate-practice.js';
import { postInChunks } from '../intake/post-in-chunks.js';
import type { VisitApi } from '../intake/visit-api.js';
import type { Home } from '../supervise/home.js';
import { openDemonstrationPlan } from './demonstration-plan.js';

export interface DemonstrationOptions {
  readonly home: Home;
  readonly clock: BusinessClock;
  readonly api: VisitApi;
  readonly seed: string;
  readonly visits: number;
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
}

const visitsAtATime = 20;

/**
 * Takes the demonstration's visits in through the API, as anybody would. Those that an earlier run took in are left as
 * they are, so a run that was killed on the way is completed. Gives the number of visits that have a claim.
 */
export async function loadDemonstration(options: DemonstrationOptions): Promise<number> {
  const { home, clock, api, log, stop } = options;
  const today = plainDateAt(businessNow(clock), demonstrationPractice.timeZone);
  const plan = openDemonstrationPlan(home, { seed: options.seed, visits: options.visits, today });
  if (plan.visits !== options.visits) {
    log(`The demonstration of seed ${plan.seed} has ${plan.visits} visits; another --seed makes another one.`);
  }
  const generated = generatePractice({ seed: plan.seed, today: plan.today, count: plan.visits });
  const visits = generated.visits.map(({ visit }) => visit);
  const results = await postInChunks({ api, visits, chunkSize: visitsAtATime, stop });
  let taken = 0;
  for (const [index, { outcome, errors }] of results.entries()) {
    if (outcome === 'created' || outcome === 'existing') taken += 1;
    else {
      const reasons = errors.map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
      log(`Visit ${index + 1} of the demonstration was not taken in: ${reasons}`);
    }
  }
  return taken;
}
