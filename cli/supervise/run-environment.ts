import { join } from 'node:path';
import { z } from 'zod';
import type { Home } from './home.js';
import { readJson, writeJson } from './json-file.js';

/** Environment variables by name, as `loadConfig` reads them. */
export type RunEnvironment = Readonly<Record<string, string>>;

const fileName = 'environment.json';

/** Leaves the addresses of the running product for other commands (mode 0600: passwords are among them). */
export function writeRunEnvironment(home: Home, environment: RunEnvironment): void {
  writeJson(join(home.run, fileName), environment);
}

/** The addresses of the product as it last ran; undefined when it never did. `runningPid` tells whether a service runs now. */
export function readRunEnvironment(home: Home): RunEnvironment | undefined {
  return readJson(join(home.run, fileName), z.record(z.string(), z.string()));
}
