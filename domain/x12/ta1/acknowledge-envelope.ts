import type { Interchange } from '../interchange.js';
import type { X12Finding } from '../x12-finding.js';
import type { InterchangeAcknowledgement } from './interchange-acknowledgement.js';

/** The TA1 of an interchange from the findings of its file: the first error of the envelope decides. */
export function acknowledgeEnvelope(
  interchange: Interchange,
  findings: readonly X12Finding[],
): InterchangeAcknowledgement {
  const error = findings.find(
    (finding) =>
      finding.interchange === interchange.ordinal &&
      finding.severity === 'error' &&
      finding.interchangeNoteCode !== undefined,
  );
  return {
    interchangeControlNumber: interchange.controlNumber,
    interchangeDate: interchange.date,
    interchangeTime: interchange.time,
    status: error === undefined ? 'A' : 'R',
    noteCode: error?.interchangeNoteCode ?? '000',
  };
}
