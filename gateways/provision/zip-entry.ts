import { inflateRawSync } from 'node:zlib';

// Signatures and field offsets: PKWARE APPNOTE 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record).
const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const endBytes = 22;
const longestCommentBytes = 65_535;

/** The content of the first entry whose name ends as asked, or undefined; throws RangeError on what is not a zip archive. */
export function readZipEntry(archive: Buffer, nameEnd: string): Buffer | undefined {
  const end = findEndRecord(archive);
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < entries; index += 1) {
    if (archive.readUInt32LE(at) !== directorySignature) throw new RangeError('the archive has a damaged directory');
    const nameBytes = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameBytes);
    if (name.endsWith(nameEnd)) return contentOf(archive, at);
    at += 46 + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return undefined;
}

function findEndRecord(archive: Buffer): number {
  const last = archive.length - endBytes;
  for (let at = last; at >= 0 && at >= last - longestCommentBytes; at -= 1) {
    if (archive.readUInt32LE(at) === endSignature) return at;
  }
  throw new RangeError('not a zip archive, or cut short');
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const packedBytes = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedBytes);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new RangeError(`the archive uses compression method ${method}; only store and deflate are read`);
}
