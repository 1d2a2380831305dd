import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { RemittanceAdvice } from './remittance-advice.js';
import { remittanceAdviceSchema } from './remittance-advice-schema.js';

/** An advice from plain data: what it gives is written by `writeRemittanceAdvice` and read back the same. */
export function buildRemittanceAdvice(input: unknown): Result<RemittanceAdvice, readonly Finding[]> {
  return buildModel(remittanceAdviceSchema('guide'), input);
}
