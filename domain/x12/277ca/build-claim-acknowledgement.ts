import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { ClaimAcknowledgement } from './claim-acknowledgement.js';
import { claimAcknowledgementSchema } from './claim-acknowledgement-schema.js';

/** An acknowledgement from plain data: what it gives is written by `writeClaimAcknowledgement` and read back the same. */
export function buildClaimAcknowledgement(input: unknown): Result<ClaimAcknowledgement, readonly Finding[]> {
  return buildModel(claimAcknowledgementSchema('guide'), input);
}
