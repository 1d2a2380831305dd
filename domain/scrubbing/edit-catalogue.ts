import type { EditExampleText } from './edit-example-text.js';
import { editExampleTexts } from './edit-example-texts.js';
import type { CatalogueEdit } from './scrub-edit.js';
import { scrubEdits } from './scrub-edits.js';

/** An edit as people read it. */
export interface CatalogueEntry extends Omit<CatalogueEdit, 'check' | 'fix'> {
  readonly example: EditExampleText;
}

const noExample: EditExampleText = { message: '', location: '', remedy: '', fix: null, fails: [], passes: [] };

/** The whole catalogue in the order in which edits run. */
export function editCatalogue(): readonly CatalogueEntry[] {
  return scrubEdits.map(({ check: _, fix: __, ...edit }) => {
    return { ...edit, example: editExampleTexts[edit.id] ?? noExample };
  });
}
