import { detachedText } from '../source-text.js';
import type { X12Finding } from '../x12-finding.js';

/** The finding with a value of its own, which keeps no part of the file in memory. */
export function detachedFinding(finding: X12Finding): X12Finding {
  return finding.value === undefined ? finding : { ...finding, value: detachedText(finding.value) };
}
