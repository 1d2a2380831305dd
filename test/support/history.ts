import type { temporal } from '@temporalio/proto';
import type { StoryClaim } from './story-claim.js';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** The events of a claim's workflow as the server keeps them. */
export async function historyOf(claim: StoryClaim): Promise<readonly HistoryEvent[]> {
  return (await claim.handle().fetchHistory()).events ?? [];
}

/** Size in bytes of every payload in a history, encrypted as it lies there; its metadata counts. */
export function payloadSizes(events: readonly HistoryEvent[]): number[] {
  const sizes: number[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return;
    if (isPayload(value)) sizes.push(value.data.length + metadataSize(value.metadata));
    else for (const member of Object.values(value)) visit(member);
  };
  for (const event of events) visit(event);
  return sizes;
}

function isPayload(value: object): value is { readonly metadata: object; readonly data: Uint8Array } {
  return (
    'metadata' in value && typeof value.metadata === 'object' && 'data' in value && value.data instanceof Uint8Array
  );
}

function metadataSize(metadata: object): number {
  return Object.entries(metadata).reduce(
    (sum, [name, value]) => sum + name.length + (value instanceof Uint8Array ? value.length : 0),
    0,
  );
}
