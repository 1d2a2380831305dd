import fc from 'fast-check';

/** A way to cut bytes into chunks. */
type Cutting = (bytes: Uint8Array) => Uint8Array[];

/** Every byte on its own, equal chunks, and cuts anywhere (empty chunks among them). */
export const cuttings: fc.Arbitrary<Cutting> = fc.oneof(
  fc.constant(1).map(equalChunks),
  fc.integer({ min: 2, max: 700 }).map(equalChunks),
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }).map(cutAt),
);

/** Chunks of `size` bytes. */
export function equalChunks(size: number): Cutting {
  return (bytes) =>
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
}

function cutAt(shares: readonly number[]): Cutting {
  return (bytes) => {
    const cuts = [0, ...shares.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b), bytes.length];
    return cuts.slice(1).map((cut, index) => bytes.subarray(cuts[index], cut));
  };
}

/** A change of some bytes of a file, as a bad line or a careless editor makes it. */
const mutation: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc
  .record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 0, max: 200 })),
    inserted: fc.oneof(
      fc
        .constantFrom('~', '*', ':', '^', '\n', '\r\n', '~~', 'ISA*', 'ST*', 'SE*', 'IEA*1*1~', '\u0000', 'ü', '\ufeff')
        .map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 8 }),
    ),
  })
  .map(({ at, length, inserted }) => (bytes: Uint8Array) => {
    const start = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + length)]);
  });

/** One of these files, whole or broken in a few places. */
export function brokenFiles(files: readonly (Uint8Array | string)[]): fc.Arbitrary<Uint8Array> {
  const whole = files.map((file) => (typeof file === 'string' ? new TextEncoder().encode(file) : file));
  return fc
    .tuple(fc.constantFrom(...whole), fc.array(mutation, { maxLength: 5 }))
    .map(([bytes, mutations]) => mutations.reduce((broken, mutate) => mutate(broken), bytes));
}
