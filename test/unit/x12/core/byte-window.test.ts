import { expect, test } from 'vitest';
import { ByteWindow } from '../../../../domain/x12/byte-window.js';

const letter = Uint8Array.of(65);

test('a segment that comes byte by byte is looked at a few times, not once a byte', () => {
  const window = new ByteWindow();
  const byteCount = 100_000;
  let charactersRead = 0;
  for (let count = 0; count < byteCount; count += 1) {
    window.add(letter);
    if (!window.isDue) continue;
    window.read(({ text }) => {
      charactersRead += text.length;
      return 0;
    });
  }
  expect(charactersRead).toBeLessThanOrEqual(3 * byteCount);
});

test('nothing is due before new bytes come', () => {
  const window = new ByteWindow();
  expect(window.isDue).toBe(false);
  window.add(new Uint8Array());
  expect(window.isDue).toBe(false);
  window.add(letter);
  expect(window.isDue).toBe(true);
});

test('what a reader leaves comes again with its offset, and bytes above 127 are known as long as they are there', () => {
  const window = new ByteWindow();
  window.add(Uint8Array.of(0xff, 65, 66));
  window.read((first) => {
    expect(first).toEqual({ text: '\u00ffAB', bytes: Buffer.from([0xff, 65, 66]), ascii: false, base: 0 });
    return 1;
  });
  window.add(Uint8Array.of(67));
  window.read((second) => {
    expect(second).toEqual({ text: 'ABC', bytes: Buffer.from('ABC'), ascii: true, base: 1 });
    return 3;
  });
  window.read((third) => {
    expect(third).toEqual({ text: '', bytes: Buffer.from(''), ascii: true, base: 4 });
    return 0;
  });
});
