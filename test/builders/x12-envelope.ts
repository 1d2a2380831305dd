import { plainDate } from '../../domain/kernel/plain-date.js';
import type { Envelope } from '../../domain/x12/write-interchange.js';

/** An envelope as a test's payer sends it. */
export const testEnvelope: Envelope = {
  sender: { qualifier: 'ZZ', id: 'PAYER' },
  receiver: { qualifier: 'ZZ', id: 'PRACTICE' },
  date: plainDate('2026-01-05'),
  time: '1200',
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  transactionControlNumber: 1,
  usage: 'test',
};
