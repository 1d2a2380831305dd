/** Bytes that one mask tells of, a bit each; the lowest bit stands for the first. */
export const maskBytes = 32;

/**
 * Says where element separators and segment terminators stand, as masks: four bytes are looked at as one number and
 * without a branch. A separator comes every few bytes, as no processor can foresee, and each wrong guess costs as much
 * as ten bytes.
 */
export class SeparatorMasks {
  /** Offset of the first byte that was looked at last, and of the one behind the last. */
  start = 0;
  end = 0;
  #masks = new Int32Array(fewMasks);
  readonly #view: DataView;
  /** Each of their four bytes is the one looked for. */
  readonly #elements: number;
  readonly #segments: number;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly element: number,
    private readonly segment: number,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#elements = Math.imul(element, 0x01010101);
    this.#segments = Math.imul(segment, 0x01010101);
  }

  /** The mask of the bytes from an offset on, a multiple of `maskBytes` behind `start`; none stand behind `end`. */
  at(offset: number): number {
    return this.#masks[(offset - this.start) >> 5] ?? 0;
  }

  /**
   * Looks at some bytes from there on; false when there are none. At few in the beginning and at more each time, since
   * what stands behind the end of an interchange was looked at in vain.
   */
  lookFrom(offset: number): boolean {
    const { length } = this.bytes;
    if (offset >= length) return false;
    if (this.end > 0 && this.#masks.length < manyMasks) this.#masks = new Int32Array(this.#masks.length * 2);
    this.start = offset;
    this.end = Math.min(offset + this.#masks.length * maskBytes, length);
    const whole = (this.end - offset) & ~(maskBytes - 1);
    if (this.element > 0x7f || this.segment > 0x7f) this.#lookAtEach(offset);
    else {
      maskByFours(this.#view, offset, offset + whole, this.#elements, this.#segments, this.#masks);
      this.#lookAtEach(offset + whole);
    }
    return true;
  }

  #lookAtEach(from: number): void {
    const masks = this.#masks;
    for (let first = from; first < this.end; first += maskBytes) {
      const end = Math.min(first + maskBytes, this.end);
      let mask = 0;
      for (let index = first; index < end; index += 1) {
        const byte = this.bytes[index];
        if (byte === this.element || byte === this.segment) mask |= 1 << (index - first);
      }
      masks[(first - this.start) >> 5] = mask;
    }
  }
}

/** At eight times four bytes in each turn: a loop inside of the loop takes half as long again. */
function maskByFours(
  view: DataView,
  start: number,
  end: number,
  elements: number,
  segments: number,
  masks: Int32Array,
): void {
  for (let at = start; at < end; at += maskBytes) {
    let mask = highestBits(view.getInt32(at, true), elements, segments);
    mask = (mask >>> 4) | highestBits(view.getInt32(at + 4, true), elements, segments);
    mask = (mask >>> 4) | highestBits(view.getInt32(at + 8, true), elements, segments);
    mask = (mask >>> 4) | highestBits(view.getInt32(at + 12, true), elements, segments);
    mask = (mask >>> 4) | highestBits(view.getInt32(at + 16, true), elements, segments);
    mask = (mask >>> 4) | highestBits(view.getInt32(at + 20, true), elements, segments);
    mask = (mask >>> 4) | highestBits(view.getInt32(at + 24, true), elements, segments);
    masks[(at - start) >> 5] = (mask >>> 4) | highestBits(view.getInt32(at + 28, true), elements, segments);
  }
}

/**
 * The four highest bits of the result say which of the four bytes are one of the two ASCII characters. A difference of
 * seven bits carries into the eighth unless it is zero; the factor brings the four eighth bits side by side.
 */
function highestBits(four: number, elements: number, segments: number): number {
  const low = four & 0x7f7f7f7f;
  const others = (((low ^ elements) + 0x7f7f7f7f) & ((low ^ segments) + 0x7f7f7f7f)) | four;
  return Math.imul(~others & 0x80808080, 0x00204081) & 0xf0000000;
}

const fewMasks = 8;
const manyMasks = 512;
