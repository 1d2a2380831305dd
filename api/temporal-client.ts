import { Client, Connection } from '@temporalio/client';
import type { TemporalConnection } from '../gateways/config/temporal-connection.js';
import type { KeyRing } from '../gateways/encryption/key-ring.js';
import { createDataConverter } from '../worker/data-converter.js';

/** A client that connects when it is first used, so that the API starts, and reads, while Temporal is away. */
export function createTemporalClient(temporal: TemporalConnection, keyRing: KeyRing): Client {
  const { namespace, connectionOptions } = temporal;
  return new Client({
    connection: Connection.lazy(connectionOptions),
    namespace,
    dataConverter: createDataConverter(keyRing, namespace),
  });
}
