import { readFileSync } from 'node:fs';
import { checkFile } from '../../domain/x12/check-file.js';
import type { FileReport } from '../../domain/x12/file-report.js';

/** A file that was checked, or the reason why it could not be. */
export type FileOutcome =
  | { readonly kind: 'read'; readonly path: string; readonly sizeBytes: number; readonly report: FileReport }
  | { readonly kind: 'unread'; readonly path: string; readonly reason: string };

/** Reads and checks one file. Never throws: whatever happens to one file, the others are still to be looked at. */
export function checkOneFile(path: string): FileOutcome {
  try {
    const bytes = readFileSync(path);
    return { kind: 'read', path, sizeBytes: bytes.length, report: checkFile(bytes) };
  } catch (error) {
    return { kind: 'unread', path, reason: reasonOf(error) };
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it is not there any more'],
  ['EACCES', 'reading it is not permitted'],
  ['EPERM', 'reading it is not permitted'],
  ['EISDIR', 'it is a folder'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large to be read at once'],
  ['ERR_STRING_TOO_LONG', 'it is too large to be read at once'],
]);

/** Codes and class names only: a message of an error could hold a part of the file. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown fault';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return reasons.get(code) ?? `reading it failed (${code})`;
}
