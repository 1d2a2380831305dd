import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { InterchangeAcknowledgement } from './interchange-acknowledgement.js';
import { interchangeAcknowledgementSchema } from './interchange-acknowledgement-schema.js';

/** An acknowledgement from plain data: what it gives is written by `writeInterchangeAcknowledgement` and read back the same. */
export function buildInterchangeAcknowledgement(
  input: unknown,
): Result<InterchangeAcknowledgement, readonly Finding[]> {
  return buildModel(interchangeAcknowledgementSchema('guide'), input);
}
