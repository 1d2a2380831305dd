import type { X12Finding } from './x12-finding.js';

/** Findings by the number `numberOf` takes from them, those without one left out. */
export function findingsByNumber(
  findings: readonly X12Finding[],
  numberOf: (finding: X12Finding) => number | undefined,
): Map<number, X12Finding[]> {
  const lists = new Map<number, X12Finding[]>();
  for (const finding of findings) {
    const number = numberOf(finding);
    if (number === undefined) continue;
    const list = lists.get(number);
    if (list === undefined) lists.set(number, [finding]);
    else list.push(finding);
  }
  return lists;
}
