import { createReadStream, readFileSync, statSync } from 'node:fs';
import { checkFile } from '../../domain/x12/check-file.js';
import type { FileReport } from '../../domain/x12/file-report.js';
import { checkFileStream } from '../../domain/x12/stream-check/check-file-stream.js';

/** A file that was checked, or the reason why it could not be. */
export type FileOutcome =
  | { readonly kind: 'read'; readonly path: string; readonly sizeBytes: number; readonly report: FileReport }
  | { readonly kind: 'unread'; readonly path: string; readonly reason: string };

export type CheckOneFileOptions = {
  /** A file of that size or larger is read piece by piece. */
  readonly streamFromBytes: number;
  /** Told of the bytes of each piece before it is read. */
  readonly onBytes?: (bytes: number) => void;
};

const pieceBytes = 1_048_576;

/** Reads and checks one file. Never throws: whatever happens to one file, the others are still to be looked at. */
export async function checkOneFile(
  path: string,
  { streamFromBytes, onBytes }: CheckOneFileOptions,
): Promise<FileOutcome> {
  try {
    const sizeBytes = statSync(path).size;
    if (sizeBytes >= streamFromBytes) return await checkPieces(path, onBytes);
    const bytes = readFileSync(path);
    return { kind: 'read', path, sizeBytes: bytes.length, report: checkFile(bytes) };
  } catch (error) {
    return { kind: 'unread', path, reason: reasonOf(error) };
  }
}

async function checkPieces(path: string, onBytes: CheckOneFileOptions['onBytes']): Promise<FileOutcome> {
  let sizeBytes = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
      if (!(piece instanceof Uint8Array)) continue;
      sizeBytes += piece.length;
      onBytes?.(piece.length);
      yield piece;
    }
  };
  const report = await checkFileStream(pieces());
  return { kind: 'read', path, sizeBytes, report };
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it is not there any more'],
  ['EACCES', 'reading it is not permitted'],
  ['EPERM', 'reading it is not permitted'],
  ['EISDIR', 'it is a folder'],
]);

/** Codes and class names only: a message of an error could hold a part of the file. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown fault';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return reasons.get(code) ?? `reading it failed (${code})`;
}
