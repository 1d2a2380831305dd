import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { Database } from '../db/database.js';
import { loadConfig } from '../gateways/config/load-config.js';
import { businessNow } from '../gateways/config/process-clock.js';
import { openKeyRing } from '../gateways/encryption/key-ring.js';
import { createDataConverter } from '../worker/data-converter.js';
import { createApp } from './app.js';
import { serve } from './serve.js';

/** Ends the process with what went wrong and the exit code that says so. */
function stop(error: unknown): never {
  process.stderr.write(`api: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

try {
  const config = loadConfig();
  const logger = pino({ name: 'api', level: config.logLevel });
  const keyRing = await openKeyRing(config.keyRing);
  const onIdleError = () => logger.warn('an idle database connection was lost');
  const db = new Database({ url: config.database.appUrl, onIdleError });
  const { namespace, connectionOptions } = config.temporal;
  // Connects when it is first used, so that the API starts, and reads, while Temporal is away.
  const connection = Connection.lazy(connectionOptions);
  const temporal = new Client({ connection, namespace, dataConverter: createDataConverter(keyRing, namespace) });
  const { host, port, requestsPerSecond } = config.api;
  const now = () => businessNow(config.clock);
  const server = await serve(createApp({ db, temporal, now, logger, requestsPerSecond }), host, port);

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    server
      .close()
      .then(() => Promise.all([db.close(), connection.close()]))
      .then(() => process.exit(0), stop);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (process.env['TELECLAIM_SUPERVISED'] === '1') process.once('disconnect', end);
  logger.info({ url: server.url }, 'ready');
  process.send?.('ready');
} catch (error) {
  stop(error);
}
