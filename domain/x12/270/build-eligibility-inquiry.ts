import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { EligibilityInquiry } from './eligibility-inquiry.js';
import { eligibilityInquirySchema } from './eligibility-inquiry-schema.js';

/** An inquiry from plain data: what it gives is written by `writeEligibilityInquiry` and read back the same. */
export function buildEligibilityInquiry(input: unknown): Result<EligibilityInquiry, readonly Finding[]> {
  return buildModel(eligibilityInquirySchema('guide'), input);
}
