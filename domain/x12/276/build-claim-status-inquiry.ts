import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { ClaimStatusInquiry } from './claim-status-inquiry.js';
import { claimStatusInquirySchema } from './claim-status-inquiry-schema.js';

/** An inquiry from plain data: what it gives is written by `writeClaimStatusInquiry` and read back the same. */
export function buildClaimStatusInquiry(input: unknown): Result<ClaimStatusInquiry, readonly Finding[]> {
  return buildModel(claimStatusInquirySchema('guide'), input);
}
