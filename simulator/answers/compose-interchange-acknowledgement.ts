import type { Interchange } from '../../domain/x12/interchange.js';
import { type Envelope, writeInterchange } from '../../domain/x12/write-interchange.js';

/** The TA1 about an interchange: accepted, or rejected for the reason of that note code (TA105). */
export function composeInterchangeAcknowledgement(
  interchange: Interchange,
  noteCode: string | undefined,
  envelope: Envelope,
): string {
  const { controlNumber, date, time } = interchange;
  const verdict = noteCode === undefined ? ['A', '000'] : ['R', noteCode];
  return writeInterchange(envelope, {
    acknowledgements: [['TA1', controlNumber, date, time, ...verdict]],
    transactionSets: [],
  });
}
