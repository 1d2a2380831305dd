import { defineConfig } from 'vitest/config';

// The tests that hold the rules; all run without a database.
export default defineConfig({
  test: {
    include: ['test/unit/{coding,scrubbing,telehealth,practice-rule}/**/*.test.ts'],
    pool: 'threads',
  },
});
