import type { StartConfig } from '../../gateways/config/config.js';

/** A business day in two seconds of wall time: sixty days of a demonstration pass in two minutes. */
const demonstrationRate = 43_200;

/** The rate asked for, else real time on a database and a Temporal of one's own, else the demonstration's. */
export function clockRateOf(config: Pick<StartConfig, 'clockRate' | 'database' | 'temporal'>): number {
  if (config.clockRate !== undefined) return config.clockRate;
  const isInstallation = config.database.kind === 'external' && config.temporal.kind === 'external';
  return isInstallation ? 1 : demonstrationRate;
}
