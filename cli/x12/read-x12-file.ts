import { readFileSync } from 'node:fs';
import { UsageError } from '../text/usage-error.js';

/** The bytes of the one file a command is about. */
export function readX12File(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`the file ${path} can't be read`);
  }
}
