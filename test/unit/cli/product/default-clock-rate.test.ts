import { expect, test } from 'vitest';
import { clockRateOf } from '../../../../cli/product/default-clock-rate.js';
import { loadStartConfig } from '../../../../gateways/config/load-config.js';

const database = { DATABASE_URL: 'postgres://teleclaim_app:secret@db.example:5432/teleclaim' };
const temporal = { TEMPORAL_ADDRESS: 'temporal.example:7233' };

test.each([
  ['a demonstration day takes two seconds', {}, 43_200],
  ['a database of one’s own alone is still a demonstration', database, 43_200],
  ['on a database and a Temporal of one’s own time is real', { ...database, ...temporal }, 1],
  ['a rate that is asked for counts', { ...database, ...temporal, TELECLAIM_CLOCK_RATE: '60' }, 60],
])('%s', (_, environment, rate) => {
  expect(clockRateOf(loadStartConfig(environment))).toBe(rate);
});
