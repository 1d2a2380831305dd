import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readZipEntry } from '../../../../gateways/provision/zip-entry.js';

interface Entry {
  readonly name: string;
  readonly content: Buffer;
  readonly stored?: boolean;
}

/** A minimal zip writer (APPNOTE 4.3), enough to test the reader. */
function zipOf(entries: readonly Entry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored = false } of entries) {
    const packed = stored ? content : deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(stored ? 0 : 8, 10);
    header.writeUInt32LE(packed.length, 20);
    header.writeUInt16LE(Buffer.byteLength(name), 28);
    header.writeUInt32LE(at, 42);
    const parts = [local, Buffer.from(name), packed];
    locals.push(...parts);
    directory.push(header, Buffer.from(name));
    at += parts.reduce((sum, part) => sum + part.length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, ...directory, end, Buffer.from(comment)]);
}

test('an entry is found by the end of its name and unpacked, stored or deflated', () => {
  const archive = zipOf(
    [
      { name: 'x.data/other', content: Buffer.from('no') },
      { name: 'x.data/scripts/temporal', content: Buffer.from('the program'.repeat(100)) },
      { name: 'plain', content: Buffer.from('as is'), stored: true },
    ],
    'a comment',
  );
  expect(readZipEntry(archive, '/scripts/temporal')?.toString()).toBe('the program'.repeat(100));
  expect(readZipEntry(archive, 'plain')?.toString()).toBe('as is');
  expect(readZipEntry(archive, '/scripts/absent')).toBeUndefined();
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.boolean(), (bytes, stored) => {
      const content = Buffer.from(bytes);
      expect(readZipEntry(zipOf([{ name: 'a', content, stored }]), 'a')).toEqual(content);
    }),
  );
});

test('what is not an archive is refused', () => {
  expect(() => readZipEntry(Buffer.from('<html>proxy error</html>'), 'a')).toThrow('not a zip archive');
  expect(() => readZipEntry(Buffer.alloc(0), 'a')).toThrow('not a zip archive');
});
