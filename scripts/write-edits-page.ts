import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editCatalogue } from '../domain/scrubbing/edit-catalogue.js';
import { writeEditsPage } from '../test/support/write-edits-page.js';
import { editExampleTextsOf } from '../test/support/edit-example-texts-of.js';

// Writes what people read of the edits from the edits and their examples: texts for the API and the command line, and the page.

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const texts = editExampleTextsOf();
writeFileSync(
  `${projectFolder}/domain/scrubbing/edit-example-texts.ts`,
  `import type { EditExampleText } from './edit-example-text.js';

/** Written by \`npm run docs:edits\` from the examples that run as tests. */
export const editExampleTexts: Readonly<Record<string, EditExampleText>> = ${JSON.stringify(texts, null, 2)};
`,
);
const entries = editCatalogue().map((entry) => {
  const example = texts[entry.id];
  return example === undefined ? entry : { ...entry, example };
});
writeFileSync(`${projectFolder}/docs/edits.md`, writeEditsPage(entries));
