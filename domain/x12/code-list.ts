/** The longest code that fits into one number. */
const packedLengthMax = 3;
/** In front of the characters, so that codes of different length differ whatever their bytes are. */
const lengthMark = 1;

/** A code of up to three characters as one number; undefined when it is longer, empty or not ASCII. */
export function packCode(code: string): number | undefined {
  if (code === '' || code.length > packedLengthMax) return undefined;
  let packed = lengthMark;
  for (let index = 0; index < code.length; index += 1) {
    const character = code.charCodeAt(index);
    if (character > 0x7f) return undefined;
    packed = (packed << 8) | character;
  }
  return packed;
}

/** The same of bytes where they stand; 0, which is no code, when they are too many. */
export function packedCode(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > packedLengthMax) return 0;
  let packed = lengthMark;
  for (let index = start; index < end; index += 1) packed = (packed << 8) | (bytes[index] ?? 0);
  return packed;
}

/** Codes that are looked up where they stand in the bytes, without a text being made of each. */
export class CodeList {
  readonly #packed = new Set<number>();
  /** Of a short list the packed codes: they are sooner compared than looked up. */
  readonly #few: readonly number[] | undefined;
  readonly #long = new Set<string>();

  constructor(codes: Iterable<string>) {
    for (const code of codes) {
      const packed = packCode(code);
      if (packed === undefined) this.#long.add(code);
      else this.#packed.add(packed);
    }
    this.#few = this.#packed.size <= fewCodesMax ? [...this.#packed] : undefined;
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > packedLengthMax) return this.#long.size > 0 && this.#long.has(asciiText(bytes, start, end));
    const packed = packedCode(bytes, start, end);
    const few = this.#few;
    if (few === undefined) return this.#packed.has(packed);
    for (let index = 0; index < few.length; index += 1) if (few[index] === packed) return true;
    return false;
  }
}

const fewCodesMax = 6;

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index += 1) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}
