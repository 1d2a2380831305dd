import type { TransactionSet } from '../interchange.js';
import { element } from '../segment.js';

/**
 * Tells a 277CA (005010X214) from an answer to a 276 (005010X212): both are a 277. What BHT01 says (0085, 0010) counts
 * more than the guide's id, which senders get wrong more often.
 */
export function isClaimAcknowledgement(transactionSet: TransactionSet): boolean {
  if (transactionSet.transactionId !== '277') return false;
  const heading = transactionSet.segments.find((segment) => segment.id === 'BHT');
  const structure = heading === undefined ? '' : element(heading, 1);
  if (structure === '0085' || structure === '0010') return structure === '0085';
  return transactionSet.guideId.startsWith('005010X214');
}
