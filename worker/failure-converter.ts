import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Moves the message and stack trace of every failure into a payload, which the codec then encrypts: a fault may quote
 * the data it broke on. Loaded by path in the client, the worker and the workflow bundle.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
