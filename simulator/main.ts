import { loadSimulatorConfig } from './config/simulator-config.js';
import { runSimulator } from './run-simulator.js';

/** Ends the process with what went wrong and the exit code that says so. */
function stop(error: unknown): never {
  process.stderr.write(`simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

try {
  const config = loadSimulatorConfig(process.env);
  const simulator = await runSimulator(config, stop);
  const end = () => {
    simulator.close().then(() => process.exit(0), stop);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (config.isSupervised) process.once('disconnect', () => process.exit(0));
  process.stdout.write(`${JSON.stringify(simulator.ready)}\n`);
  process.send?.(simulator.ready);
} catch (error) {
  stop(error);
}
