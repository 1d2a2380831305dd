import fc from 'fast-check';
import type { InterchangeAcknowledgement } from '../../domain/x12/ta1/interchange-acknowledgement.js';
import { time } from './x12-arbitraries.js';

/** TA1 as receivers send them. */
export const interchangeAcknowledgements: fc.Arbitrary<InterchangeAcknowledgement> = fc.record({
  interchangeControlNumber: fc.integer({ min: 1, max: 999_999_999 }).map((number) => String(number).padStart(9, '0')),
  interchangeDate: fc.constantFrom('260105', '991231', '240229'),
  interchangeTime: time,
  status: fc.constantFrom('A', 'E', 'R'),
  noteCode: fc.constantFrom('000', '001', '021', '025'),
});
