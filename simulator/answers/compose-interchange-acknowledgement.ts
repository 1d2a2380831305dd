import type { Interchange } from '../../domain/x12/interchange.js';
import type { InterchangeAcknowledgement } from '../../domain/x12/ta1/interchange-acknowledgement.js';

/** The TA1 about an interchange: accepted, or rejected for the reason of that note code (TA105). */
export function composeInterchangeAcknowledgement(
  interchange: Interchange,
  noteCode: string | undefined,
): InterchangeAcknowledgement {
  return {
    interchangeControlNumber: interchange.controlNumber,
    interchangeDate: interchange.date,
    interchangeTime: interchange.time,
    status: noteCode === undefined ? 'A' : 'R',
    noteCode: noteCode ?? '000',
  };
}
