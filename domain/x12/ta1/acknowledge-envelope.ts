import type { Interchange } from '../interchange.js';
import type { X12Finding } from '../x12-finding.js';
import type { InterchangeAcknowledgement } from './interchange-acknowledgement.js';

/** TA105 024: what stands between ISA and IEA is no functional group. */
const invalidContent = '024';

/**
 * The TA1 of an interchange from the findings of its file: the first error of the envelope decides (R), else the first
 * warning (E). Segments outside of any group reject the interchange too: no 999 could speak of them.
 */
export function acknowledgeEnvelope(
  interchange: Interchange,
  findings: readonly X12Finding[],
): InterchangeAcknowledgement {
  const own = findings.filter((finding) => finding.interchange === interchange.ordinal);
  const noted = own.filter((finding) => noteOf(finding) !== undefined);
  const error = noted.find((finding) => finding.severity === 'error');
  const first = error ?? noted[0];
  const status = error === undefined ? 'E' : 'R';
  return {
    interchangeControlNumber: interchange.controlNumber,
    interchangeDate: interchange.date,
    interchangeTime: interchange.time,
    status: first === undefined ? 'A' : status,
    noteCode: (first && noteOf(first)) ?? '000',
  };
}

function noteOf({ interchangeNoteCode, code }: X12Finding): string | undefined {
  return interchangeNoteCode ?? (code === 'missing-group-header' ? invalidContent : undefined);
}
