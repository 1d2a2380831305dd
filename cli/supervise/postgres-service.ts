import { join } from 'node:path';
import { type RunningPostgres, startEmbeddedPostgres } from '../../gateways/provision/embedded-postgres.js';
import type { Home } from './home.js';
import type { Service } from './service.js';

/** The embedded PostgreSQL as a service. It comes back on its port: its clients hold that address. */
export function postgresService(home: Home, port: number): Service<RunningPostgres> {
  return {
    name: 'postgres',
    start: async (hooks) => {
      const postgres = await startEmbeddedPostgres({
        folder: join(home.folder, 'postgres'),
        passwordFile: join(home.folder, 'postgres.json'),
        port,
        hooks,
      });
      if (postgres.port !== port) {
        await postgres.stop();
        throw new Error(`port ${port} of PostgreSQL is taken by another program`);
      }
      return postgres;
    },
  };
}
