import { scrubClaim } from '../../../domain/scrubbing/scrub-claim.js';
import type { ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';
import { aScrubInput } from '../../builders/rules.js';

/** What an edit must do with a claim: `finds` something, or `passes` it. */
export type EditCase = readonly [
  editId: string,
  what: string,
  verdict: 'finds' | 'passes',
  overrides: Partial<ScrubInput>,
];

export function verdictOf(editId: string, overrides: Partial<ScrubInput>): 'finds' | 'passes' {
  if (!scrubEdits.some(({ id }) => id === editId)) throw new Error(`there is no edit ${editId}`);
  const { findings } = scrubClaim(aScrubInput(overrides));
  return findings.some((finding) => finding.editId === editId) ? 'finds' : 'passes';
}
