import fc from 'fast-check';
import type { GoodFile } from './small-files.js';

// Texts here have one character a byte. Places are fractions of a whole, so that shrinking keeps their meaning.

/** Evenly spread, as `fc.double` is not: nearly all of its values lie next to zero. */
const place = fc.nat(999_999).map((millionths) => millionths / 1_000_000);
const byte = fc.integer({ min: 0, max: 255 });

const pieces = [
  '~',
  '*',
  ':',
  '^',
  '\n',
  '\r\n',
  '~~',
  '**',
  'ISA*',
  'GS*HC',
  'ST*837*1~',
  'ST*835*1~',
  'SE*1~',
  'GE~',
  'IEA~',
  'TA1*1~',
  'HL*1**20*1~',
  'HL*9*9*22~',
  'HL*2*1*PT~',
  'CLM*A*1~',
  'LX*1~',
  'CLP*~',
  'CAS*XX*1*A~',
  'PLB~',
  'SVC*HC:1*-~',
  'STC*A1:20~',
  'EB*1**1^^33~',
  'LS*2120~',
  'IK3*CLM*1~',
  'CTX*A:B^C~',
  'NM1*85~',
  'NM1*IL*1~',
  'REF*G1*~',
  'DTP*472*RD8*20260101-2026~',
  'BHT*0085~',
  '999999999999999999999.99',
  '-0',
  '1e9',
  '20261332',
  '\u0000',
  '\u001a',
  '\u00ef\u00bb\u00bf',
  '\u00c3\u00bc',
  '\u00ff',
] as const;

const piece = fc.constantFrom(...pieces);
const bytes = fc.array(byte, { maxLength: 6 }).map((codes) => String.fromCharCode(...codes));

/** One thing done to a text. */
type Change = (text: string) => string;

function changeOf<T>(arbitrary: fc.Arbitrary<T>, change: (given: T, text: string) => string): fc.Arbitrary<Change> {
  return arbitrary.map((given) => (text: string) => change(given, text));
}

/** Of an ISA. */
const headerLength = 106;

const byteChanges = [
  changeOf(fc.tuple(place, fc.integer({ min: 0, max: 7 })), ([at, bit], text) =>
    replaceAt(text, at, (code) => code ^ (1 << bit)),
  ),
  changeOf(fc.tuple(place, byte), ([at, code], text) => replaceAt(text, at, () => code)),
  changeOf(fc.tuple(place, fc.oneof(piece, bytes)), ([at, inserted], text) => insert(text, at, inserted)),
  changeOf(fc.tuple(place, fc.integer({ min: 1, max: 60 })), ([at, length], text) => {
    const start = indexAt(text, at);
    return text.slice(0, start) + text.slice(start + length);
  }),
  changeOf(fc.tuple(place, place, fc.integer({ min: 1, max: 300 })), ([from, to, length], text) =>
    insert(text, to, text.slice(indexAt(text, from), indexAt(text, from) + length)),
  ),
  changeOf(place, (at, text) => text.slice(0, indexAt(text, at))),
  // Without its header a file is hardly read: one cut in ten takes it along.
  changeOf(fc.tuple(place, fc.nat(9)), ([at, die], text) => {
    const kept = die === 0 ? 0 : headerLength;
    return text.slice(0, kept) + text.slice(Math.max(kept, indexAt(text, at)));
  }),
];

type ListChange = (items: readonly string[]) => string[];

/** Dropping, doubling, swapping, moving and replacing one of the pieces between separators. */
const listChange: fc.Arbitrary<ListChange> = fc.oneof(
  place.map(
    (at): ListChange =>
      (items) =>
        items.toSpliced(indexIn(items, at), 1),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 3 })).map(
    ([at, times]): ListChange =>
      (items) => {
        const index = indexIn(items, at);
        return items.toSpliced(index, 0, ...Array.from({ length: times }, () => items[index] ?? ''));
      },
  ),
  fc.tuple(place, place).map(
    ([a, b]): ListChange =>
      (items) => {
        const swapped = [...items];
        [swapped[indexIn(items, a)], swapped[indexIn(items, b)]] = [
          items[indexIn(items, b)] ?? '',
          items[indexIn(items, a)] ?? '',
        ];
        return swapped;
      },
  ),
  fc.tuple(place, place).map(
    ([from, to]): ListChange =>
      (items) => {
        const index = indexIn(items, from);
        return items.toSpliced(index, 1).toSpliced(indexIn(items, to), 0, items[index] ?? '');
      },
  ),
  // A piece between two others, or in place of one.
  fc.tuple(place, fc.oneof(piece, bytes), fc.nat(1)).map(
    ([at, text, replaced]): ListChange =>
      (items) =>
        items.toSpliced(indexIn(items, at), replaced, text),
  ),
);

const segmentChange = changeOf(listChange, (change, text) => change(text.split('~')).join('~'));

const elementChange = changeOf(
  fc.tuple(place, fc.constantFrom('*', ':', '^'), listChange),
  ([at, separator, change], text) => {
    const segments = text.split('~');
    const index = indexIn(segments, at);
    return segments.with(index, change((segments[index] ?? '').split(separator)).join(separator)).join('~');
  },
);

/** All of a separator becomes another byte, in the whole file or in the header alone. */
const separatorChange = changeOf(
  fc.tuple(
    fc.constantFrom('*', ':', '^', '~'),
    fc.oneof(
      { weight: 1, arbitrary: byte },
      { weight: 4, arbitrary: fc.constantFrom(42, 58, 94, 126, 10, 29, 62, 124) },
    ),
    fc.boolean(),
  ),
  ([separator, code, everywhere], text) => {
    const other = String.fromCharCode(code);
    return everywhere
      ? text.replaceAll(separator, other)
      : text.slice(0, headerLength).replaceAll(separator, other) + text.slice(headerLength);
  },
);

/** One to five changes, one after the other. */
const changes = fc.array(
  fc.oneof(
    { weight: 7, arbitrary: fc.oneof(...byteChanges) },
    { weight: 8, arbitrary: segmentChange },
    { weight: 6, arbitrary: elementChange },
    { weight: 1, arbitrary: separatorChange },
  ),
  { minLength: 1, maxLength: 5 },
);

const header =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*T*:~GS*HC*S*R*20260105*1200*1*X*005010X222A1~ST*837*0001~';

/** An input to read, with what it was made from. */
export type SpoiledFile = { readonly from: string; readonly text: string };

/** Good files with changes, two of them spliced, pieces of X12 in any order, and plain bytes; none much over 10 KB. */
export function spoiledFiles(good: readonly GoodFile[]): fc.Arbitrary<SpoiledFile> {
  const file = fc.constantFrom(...good);
  const spliced = fc.tuple(file, place, file, place).map(
    ([first, end, second, start]): GoodFile => ({
      name: `${first.name} and ${second.name}`,
      text: first.text.slice(0, indexAt(first.text, end)) + second.text.slice(indexAt(second.text, start)),
    }),
  );
  const spoil = (one: GoodFile, done: readonly Change[]): SpoiledFile => ({
    from: one.name,
    text: done.reduce((text, change) => change(text), one.text),
  });
  const soup = fc
    .tuple(fc.boolean(), fc.array(fc.oneof(piece, bytes), { maxLength: 80 }))
    .map(([begun, parts]): SpoiledFile => ({ from: 'pieces', text: (begun ? header : '') + parts.join('') }));
  const noise = fc.tuple(fc.boolean(), fc.array(byte, { maxLength: 300 })).map(
    ([begun, codes]): SpoiledFile => ({
      from: 'bytes',
      text: (begun ? header : '') + String.fromCharCode(...codes),
    }),
  );
  return fc.oneof(
    { weight: 14, arbitrary: fc.tuple(file, changes).map(([one, done]) => spoil(one, done)) },
    { weight: 2, arbitrary: spliced.map((one) => spoil(one, [])) },
    { weight: 2, arbitrary: fc.tuple(spliced, changes).map(([one, done]) => spoil(one, done)) },
    { weight: 1, arbitrary: soup },
    { weight: 1, arbitrary: noise },
  );
}

function indexAt(text: string, at: number): number {
  return Math.floor(at * text.length);
}

function indexIn(items: readonly string[], at: number): number {
  return Math.min(Math.floor(at * items.length), Math.max(items.length - 1, 0));
}

function insert(text: string, at: number, inserted: string): string {
  const index = indexAt(text, at);
  return text.slice(0, index) + inserted + text.slice(index);
}

function replaceAt(text: string, at: number, change: (code: number) => number): string {
  if (text === '') return text;
  const index = indexAt(text, at);
  return text.slice(0, index) + String.fromCharCode(change(text.charCodeAt(index)) & 255) + text.slice(index + 1);
}
