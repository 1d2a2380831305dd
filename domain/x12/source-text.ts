/** Input as one character a byte: an index in `text` is a byte offset of the input. */
export type SourceText = { readonly text: string; readonly ascii: boolean };

/** Puts any input into that form; a string counts as the UTF-8 bytes it would be written as. */
export function sourceText(input: Uint8Array | string): SourceText {
  if (typeof input === 'string') {
    if (isAscii(input)) return { text: input, ascii: true };
    return { text: Buffer.from(input, 'utf8').toString('latin1'), ascii: false };
  }
  const text = Buffer.from(input.buffer, input.byteOffset, input.byteLength).toString('latin1');
  return { text, ascii: isAscii(text) };
}

/** The same text on its own: a part of a longer text keeps all of that one in memory. */
export function detachedText(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text, 'utf8').toString('utf8');
}

/** V8 copies shorter parts of a text instead of pointing into it. */
const shortestSlice = 13;

export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
