import type { Guide } from '../guide.js';
import { professionalClaimLoops } from './guide/professional-claim-loops.js';

/** 837P as adopted under HIPAA (45 CFR 162.1102), with the ids of its errata that real senders also write. */
export const professionalClaimGuide: Guide = {
  ids: ['005010X222A1', '005010X222', '005010X222A2'],
  transactionId: '837',
  functionalId: 'HC',
  root: professionalClaimLoops,
};
