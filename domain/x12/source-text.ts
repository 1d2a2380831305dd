/** Input as one character a byte: an index in `text` and in `bytes` is a byte offset of the input. */
export type SourceText = {
  readonly text: string;
  /** The same as bytes, which are scanned several times faster than a text. */
  readonly bytes: Uint8Array;
  readonly ascii: boolean;
};

/** Puts any input into that form; a string counts as the UTF-8 bytes it would be written as. */
export function sourceText(input: Uint8Array | string): SourceText {
  const bytes =
    typeof input === 'string'
      ? Buffer.from(input, 'utf8')
      : Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const text = bytes.toString('latin1');
  // A character above 0x7F would take two bytes of UTF-8; this is counted a good deal faster than bytes are looked at.
  return { text, bytes, ascii: Buffer.byteLength(text, 'utf8') === bytes.length };
}

/** The same text on its own: a part of a longer text keeps all of that one in memory. */
export function detachedText(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text, 'utf8').toString('utf8');
}

/** V8 copies shorter parts of a text instead of pointing into it. */
const shortestSlice = 13;

/** The way back: a text of one character a byte. */
export function latinText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
