import type { SourceWindow } from './interchange-reader.js';
import { sourceText } from './source-text.js';

/**
 * The bytes of a stream that have come and are not read yet. It is to be read again only when what was left over has
 * doubled: so the time stays linear even when a segment comes byte by byte.
 */
export class ByteWindow {
  #buffer = new Uint8Array();
  #length = 0;
  #restLength = 0;
  #base = 0;

  /** Takes a copy: whoever gives the bytes may use their place again. */
  add(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.#buffer.length));
      grown.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = length;
  }

  get isDue(): boolean {
    const added = this.#length - this.#restLength;
    return added > 0 && added >= this.#restLength;
  }

  /** Gives all there is to a reader, which says how much of it is done with. What was read is never written over. */
  read(reader: (window: SourceWindow) => number): void {
    const source = sourceText(this.#buffer.subarray(0, this.#length));
    const position = Math.min(reader({ ...source, base: this.#base }), this.#length);
    if (position > 0) this.#buffer = this.#buffer.slice(position, this.#length);
    this.#length -= position;
    this.#restLength = this.#length;
    this.#base += position;
  }
}
