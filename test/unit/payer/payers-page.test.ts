import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { payersPage } from '../../../scripts/payers-page.js';

test('docs/payers.md says what the payer profiles say; npm run docs:payers writes it', () => {
  expect(readFileSync(new URL('../../../docs/payers.md', import.meta.url), 'utf8')).toBe(payersPage());
});
