import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { EligibilityResponse } from './eligibility-response.js';
import { eligibilityResponseSchema } from './eligibility-response-schema.js';

/** A response from plain data: what it gives is written by `writeEligibilityResponse` and read back the same. */
export function buildEligibilityResponse(input: unknown): Result<EligibilityResponse, readonly Finding[]> {
  return buildModel(eligibilityResponseSchema('guide'), input);
}
