import type { Finding } from '../../kernel/finding.js';
import type { Result } from '../../kernel/result.js';
import { buildModel } from '../schema/build-model.js';
import type { ImplementationAcknowledgement } from './implementation-acknowledgement.js';
import { implementationAcknowledgementSchema } from './implementation-acknowledgement-schema.js';

/** An acknowledgement from plain data: what it gives is written by `writeImplementationAcknowledgement` and read back the same. */
export function buildImplementationAcknowledgement(
  input: unknown,
): Result<ImplementationAcknowledgement, readonly Finding[]> {
  return buildModel(implementationAcknowledgementSchema('guide'), input);
}
