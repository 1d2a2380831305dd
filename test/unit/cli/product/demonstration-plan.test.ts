import { expect, test } from 'vitest';
import { generatePractice } from '../../../../cli/demonstration/generate-practice.js';
import { openDemonstrationPlan } from '../../../../cli/product/demonstration-plan.js';
import { openHome } from '../../../../cli/supervise/home.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

test('a restart on another day makes the same visits', () => {
  const home = openHome(temporaryFolder());
  const first = openDemonstrationPlan(home, { seed: 'a', visits: 5, today: plainDate('2026-03-01') });
  const second = openDemonstrationPlan(home, { seed: 'a', visits: 9, today: plainDate('2026-04-01') });
  expect(second).toEqual(first);
  const visitsOf = ({ seed, today, visits }: typeof first) => generatePractice({ seed, today, count: visits }).visits;
  expect(visitsOf(second)).toEqual(visitsOf(first));
});

test('another seed has a plan of its own, and the first one stays', () => {
  const home = openHome(temporaryFolder());
  const today = plainDate('2026-03-01');
  openDemonstrationPlan(home, { seed: 'a', visits: 5, today });
  expect(openDemonstrationPlan(home, { seed: 'b', visits: 7, today })).toEqual({ seed: 'b', visits: 7, today });
  expect(openDemonstrationPlan(home, { seed: 'a', visits: 7, today }).visits).toBe(5);
});
