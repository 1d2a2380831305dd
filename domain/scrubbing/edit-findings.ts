import type { ServiceLine } from '../coding/coded-claim.js';
import type { EditFinding, ScrubInput } from './scrub-edit.js';

const nothing: readonly EditFinding[] = [];

/** One finding when the condition holds, else none. */
export function findWhen(condition: boolean, finding: EditFinding): readonly EditFinding[] {
  return condition ? [finding] : nothing;
}

/** A finding for each service line that fails, located at `lines[n]`; `describe` runs for failing lines only. */
export function findOnLines(
  { claim }: ScrubInput,
  fails: (line: ServiceLine) => boolean,
  describe: (line: ServiceLine) => Omit<EditFinding, 'location'> & { readonly field: string },
): readonly EditFinding[] {
  if (!claim.lines.some(fails)) return nothing;
  return claim.lines.flatMap((line, index) => {
    if (!fails(line)) return [];
    const { field, message, remedy } = describe(line);
    return [{ message, remedy, location: `claim.lines[${index}].${field}` }];
  });
}
