import type { DataConverter } from '@temporalio/common';
import type { KeyRing } from '../gateways/encryption/key-ring.js';
import { failureConverterPath } from './failure-converter-path.js';
import { createPayloadCodec } from './payload-codec.js';

/** The one data converter for client, worker, replay and codec server: everything in a history is encrypted. */
export function createDataConverter(keyRing: KeyRing, namespace: string): DataConverter {
  return { failureConverterPath, payloadCodecs: [createPayloadCodec(keyRing, namespace)] };
}
