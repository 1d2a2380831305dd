import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../text/usage-error.js';

/** The text of an official code file, also when it is gzipped, whatever its name. */
export function readCodeFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UsageError(`the file ${file} can't be read`);
  }
  // RFC 1952: a gzip file begins with 1F 8B. A .zip and an .xlsx begin with PK.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new UsageError(`the file ${file} is a .zip or .xlsx: unpack it and give its text file (.txt or .csv)`);
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new UsageError(`the file ${file} is a damaged .gz: fetch it again`);
  }
}
