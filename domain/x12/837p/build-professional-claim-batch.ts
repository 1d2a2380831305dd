import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { ProfessionalClaimBatch } from './professional-claim-batch.js';
import { professionalClaimBatchSchema } from './professional-claim-batch-schema.js';

/** A batch from plain data: what it gives is written by `writeProfessionalClaimBatch` and read back the same. */
export function buildProfessionalClaimBatch(input: unknown): Result<ProfessionalClaimBatch, readonly Finding[]> {
  return buildModel(professionalClaimBatchSchema('guide'), input);
}
