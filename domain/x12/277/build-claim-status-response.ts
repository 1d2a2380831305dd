import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { ClaimStatusResponse } from './claim-status-response.js';
import { claimStatusResponseSchema } from './claim-status-response-schema.js';

/** A response from plain data: what it gives is written by `writeClaimStatusResponse` and read back the same. */
export function buildClaimStatusResponse(input: unknown): Result<ClaimStatusResponse, readonly Finding[]> {
  return buildModel(claimStatusResponseSchema('guide'), input);
}
