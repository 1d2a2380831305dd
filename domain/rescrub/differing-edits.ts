import type { ScrubEdit } from '../scrubbing/scrub-edit.js';

/**
 * The ids of edits that one list lacks of the other or that differ in severity, when that is all there is between them;
 * undefined when the lists differ in any other way.
 */
export function differingEdits(
  wide: readonly ScrubEdit[],
  narrow: readonly ScrubEdit[],
): ReadonlySet<string> | undefined {
  const differing = new Set<string>();
  let place = 0;
  for (const edit of wide) {
    const counterpart = narrow[place];
    if (counterpart?.id !== edit.id) {
      differing.add(edit.id);
      continue;
    }
    place += 1;
    if (counterpart === edit) continue;
    if (!differsInSeverityOnly(edit, counterpart)) return undefined;
    differing.add(edit.id);
  }
  return place === narrow.length ? differing : undefined;
}

function differsInSeverityOnly(one: ScrubEdit, other: ScrubEdit): boolean {
  const fields = Object.entries(one).filter(([name]) => name !== 'severity');
  const others = new Map(Object.entries(other).filter(([name]) => name !== 'severity'));
  return fields.length === others.size && fields.every(([name, value]) => others.get(name) === value);
}
