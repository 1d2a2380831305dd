import { writeFileSync } from 'node:fs';
import { payersPage } from './payers-page.js';

// npm run docs:payers: docs/payers.md from the payer profiles of domain/payer; a unit test fails while it is out of date.
writeFileSync(new URL('../docs/payers.md', import.meta.url), payersPage());
