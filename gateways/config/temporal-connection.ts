import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { err, ok, type Result } from '../../domain/kernel/result.js';
import type { ConfigProblem } from './config-error.js';

/** Options for `Connection.connect` and `NativeConnection.connect`, and the namespace to work in. */
export interface TemporalConnection {
  readonly namespace: string;
  readonly connectionOptions: Pick<NativeConnectionOptions, 'address' | 'apiKey' | 'tls' | 'metadata'>;
}

export const defaultTemporalNamespace = 'teleclaim';

/** The connection that `TEMPORAL_*` or a `temporal.toml` profile names, as the Temporal CLI reads them; undefined when neither does. */
export function readTemporalConnection(
  environment: Readonly<Record<string, string>>,
): Result<TemporalConnection | undefined, ConfigProblem> {
  try {
    const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: { ...environment } });
    if (connectionOptions.address === undefined) return ok(undefined);
    return ok({ namespace: namespace ?? defaultTemporalNamespace, connectionOptions });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err({
      variable: 'TEMPORAL_*',
      message: `${reason}; see TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE, TEMPORAL_TLS_*`,
    });
  }
}
