import { join } from 'node:path';
import { type RunningTemporal, startTemporalServer } from '../../gateways/provision/temporal-server.js';
import type { Home } from './home.js';
import type { Service } from './service.js';

export interface TemporalServiceOptions {
  readonly home: Home;
  readonly program: string;
  readonly namespace: string;
  readonly port: number;
  readonly uiPort: number;
  readonly codecEndpoint?: string | undefined;
}

/** The Temporal dev server as a service, with its histories in the home; it comes back on its port. */
export function temporalService(options: TemporalServiceOptions): Service<RunningTemporal> {
  const { home, program, namespace, port, uiPort, codecEndpoint } = options;
  return {
    name: 'temporal',
    start: async (hooks) => {
      const databaseFile = join(home.folder, 'temporal.db');
      const temporal = await startTemporalServer({
        program,
        namespace,
        databaseFile,
        port,
        uiPort,
        codecEndpoint,
        hooks,
      });
      if (temporal.port !== port) {
        await temporal.stop();
        throw new Error(`port ${port} of Temporal is taken by another program`);
      }
      return temporal;
    },
  };
}
