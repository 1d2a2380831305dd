import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The places inside the folder that holds the product's state. */
export interface Home {
  readonly folder: string;
  /** Pid files and the lock of the running product. */
  readonly run: string;
  readonly logs: string;
}

/** Makes the folders as needed. The state folder may be entered by the unprivileged user that the database runs as. */
export function openHome(folder: string): Home {
  const home = { folder, run: join(folder, 'run'), logs: join(folder, 'logs') };
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  for (const part of [home.run, home.logs]) mkdirSync(part, { recursive: true, mode: 0o700 });
  return home;
}
