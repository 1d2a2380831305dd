import type { SourceWindow } from './interchange-reader.js';
import { isAscii, sourceText } from './source-text.js';

/**
 * The bytes of a stream that have come and are not read yet. It is to be read again only when what was left over has
 * doubled: so the time stays linear even when a segment comes byte by byte.
 */
export class ByteWindow {
  #rest = '';
  #restIsAscii = true;
  #base = 0;
  #pieces: string[] = [];
  #pieceBytes = 0;
  #piecesAreAscii = true;

  add(bytes: Uint8Array): void {
    const { text, ascii } = sourceText(bytes);
    this.#pieces.push(text);
    this.#pieceBytes += text.length;
    this.#piecesAreAscii &&= ascii;
  }

  get isDue(): boolean {
    return this.#pieceBytes > 0 && this.#pieceBytes >= this.#rest.length;
  }

  /** Gives all there is to a reader, which says how much of it is done with. */
  read(reader: (window: SourceWindow) => number): void {
    const text = this.#rest + this.#pieces.join('');
    const ascii = this.#restIsAscii && this.#piecesAreAscii;
    const position = reader({ text, ascii, base: this.#base });
    this.#rest = text.slice(position);
    this.#restIsAscii = ascii || isAscii(this.#rest);
    this.#base += position;
    this.#pieces = [];
    this.#pieceBytes = 0;
    this.#piecesAreAscii = true;
  }
}
