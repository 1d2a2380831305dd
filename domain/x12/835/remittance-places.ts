import { childLoops, descendantLoops, findSegment, firstSegment, type LoopInstance } from '../loop-instance.js';
import type { RemittancePlaces } from './prove-balance.js';

/** Where payment, claims and lines of an 835 stand, in the order its reader keeps them. */
export function remittancePlaces(root: LoopInstance): RemittancePlaces {
  const payment = findSegment(root, 'BPR');
  return {
    ...(payment === undefined ? {} : { paymentPosition: payment.position }),
    claims: descendantLoops(root, '2100').map((claim) => ({
      segmentPosition: firstSegment(claim)?.position ?? 0,
      linePositions: childLoops(claim, '2110').map((line) => firstSegment(line)?.position ?? 0),
    })),
  };
}
