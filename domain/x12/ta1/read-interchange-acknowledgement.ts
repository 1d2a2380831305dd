import { element, type Segment } from '../segment.js';
import type { InterchangeAcknowledgement } from './interchange-acknowledgement.js';

/** Reads a TA1 segment. A status that is missing or unknown counts as rejected. */
export function readInterchangeAcknowledgement(segment: Segment): InterchangeAcknowledgement {
  const status = element(segment, 4).trim();
  return {
    interchangeControlNumber: element(segment, 1).trim(),
    interchangeDate: element(segment, 2).trim(),
    interchangeTime: element(segment, 3).trim(),
    status: status === 'A' || status === 'E' ? status : 'R',
    noteCode: element(segment, 5).trim(),
  };
}
