import type { ScrubFinding } from './run-edits.js';
import type { ScrubEdit } from './scrub-edit.js';

/**
 * Why a claim is held, in words that may stand in every list: the edits by id and title. What they found has the claim's own
 * values in it, diagnoses among them, and stands in the findings.
 */
export function blockedCause(
  blocking: readonly Pick<ScrubFinding, 'editId'>[],
  edits: readonly Pick<ScrubEdit, 'id' | 'title'>[],
): string {
  const held = new Set(blocking.map(({ editId }) => editId));
  const named = edits.filter(({ id }) => held.has(id)).map(({ id, title }) => `${id} (${title})`);
  return `Held by ${named.join('; ')}.`;
}
