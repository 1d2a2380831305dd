import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { procedureTable } from '../../../domain/coding/procedure-table.js';
import { writeCodingPage } from '../../support/write-coding-page.js';
import { outcomesOfCases } from './cases/outcomes-of-cases.js';

test('docs/coding-words.md is what coding says today, word for word: run `npm run docs:coding`', () => {
  const page = readFileSync(new URL('../../../docs/coding-words.md', import.meta.url), 'utf8');
  expect(page.split('\n')).toEqual(writeCodingPage(outcomesOfCases(), procedureTable).split('\n'));
});
