import { writeFileSync } from 'node:fs';
import { procedureTable } from '../domain/coding/procedure-table.js';
import { writeCodingPage } from '../test/support/write-coding-page.js';
import { outcomesOfCases } from '../test/unit/coding/cases/outcomes-of-cases.js';

// npm run docs:coding: docs/coding-words.md from the coding cases; a unit test fails while it is out of date.
writeFileSync(new URL('../docs/coding-words.md', import.meta.url), writeCodingPage(outcomesOfCases(), procedureTable));
