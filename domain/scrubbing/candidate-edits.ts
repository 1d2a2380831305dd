import { err, ok, type Result } from '../kernel/result.js';
import type { ScrubEdit } from './scrub-edit.js';
import { scrubEdits } from './scrub-edits.js';

/** How candidate rules differ from those in force: warnings that would block, and edits that would not run. */
export interface EditChanges {
  readonly block: readonly string[];
  readonly without: readonly string[];
}

/** The edits in force with changes that are only tried; an error names an id that no edit has. */
export function candidateEdits({ block, without }: EditChanges): Result<readonly ScrubEdit[], string> {
  const unknown = [...block, ...without].find((id) => !scrubEdits.some((edit) => edit.id === id));
  if (unknown !== undefined) return err(`there is no edit ${unknown}`);
  return ok(
    scrubEdits.flatMap((edit) => {
      if (without.includes(edit.id)) return [];
      return block.includes(edit.id) ? [{ ...edit, severity: 'blocking' as const }] : [edit];
    }),
  );
}
