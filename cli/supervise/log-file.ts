import { createWriteStream, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const rotateBytes = 20_000_000;

/** Appends a service's lines to its log. */
export interface LogFile {
  readonly path: string;
  write(line: string): void;
  close(): void;
}

/** Opens `<name>.log`; one that has grown large becomes `<name>.log.1` first. */
export function openLogFile(folder: string, name: string): LogFile {
  const path = join(folder, `${name}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > rotateBytes) renameSync(path, `${path}.1`);
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  // A full disk must not take the product down; what a log would tell is lost then.
  stream.on('error', () => undefined);
  return {
    path,
    write: (line) => {
      stream.write(`${line}\n`);
    },
    close: () => {
      stream.end();
    },
  };
}
