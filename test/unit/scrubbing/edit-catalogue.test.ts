import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editCatalogue } from '../../../domain/scrubbing/edit-catalogue.js';
import { editExampleTexts } from '../../../domain/scrubbing/edit-example-texts.js';
import { editExampleTextsOf } from '../../support/edit-example-texts-of.js';
import { writeEditsPage } from '../../support/write-edits-page.js';

test('the texts of the examples are those of today: run `npm run docs:edits`', () => {
  expect(editExampleTexts).toEqual(editExampleTextsOf());
});

test('docs/edits.md is what the catalogue says today: run `npm run docs:edits`', () => {
  const page = readFileSync(new URL('../../../docs/edits.md', import.meta.url), 'utf8');
  expect(page).toBe(writeEditsPage(editCatalogue()));
});

test('each edit says what is wrong and what to do, and its two examples differ', () => {
  for (const { id, example } of editCatalogue()) {
    expect([id, example.message !== '', example.remedy !== '']).toEqual([id, true, true]);
    expect([id, example.fails.length > 0]).toEqual([id, true]);
  }
});

test('the catalogue has at least 150 edits, and none without its place in a family', () => {
  expect(editCatalogue().length).toBeGreaterThanOrEqual(150);
});
