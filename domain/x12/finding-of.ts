import type { Finding } from '../kernel/finding.js';
import type { X12Finding } from './x12-finding.js';

/** An X12 finding as people see it: where it stands in words, without the offending value, which may be patient data. */
export function findingOf(finding: X12Finding): Finding {
  const element = finding.element === undefined ? '' : `, element ${finding.element}`;
  const segment = finding.segmentId === undefined ? '' : `${finding.segmentId} `;
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    location: `${segment}segment ${finding.segmentPosition ?? 0}${element}, byte ${finding.byteOffset}`,
  };
}
