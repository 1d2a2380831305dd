/** Slots at the start; always a power of two. */
const firstSlots = 1_024;

/**
 * A set of texts of which only 64 bits each are kept: 16 to 32 bytes a text, however long. Of a million texts two of
 * one print are met one time in thirty million.
 */
export class FingerprintSet {
  #prints = new Uint32Array(firstSlots * 2);
  #count = 0;

  has(text: string): boolean {
    const [high, low] = fingerprint(text);
    const slot = slotOf(this.#prints, high, low);
    return this.#prints[slot] !== 0 || this.#prints[slot + 1] !== 0;
  }

  add(text: string): void {
    const [high, low] = fingerprint(text);
    const slot = slotOf(this.#prints, high, low);
    if (this.#prints[slot] !== 0 || this.#prints[slot + 1] !== 0) return;
    this.#prints[slot] = high;
    this.#prints[slot + 1] = low;
    this.#count += 1;
    if (this.#count * 4 > this.#prints.length) this.#grow();
  }

  #grow(): void {
    const old = this.#prints;
    this.#prints = new Uint32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 2) {
      const [high = 0, low = 0] = [old[slot], old[slot + 1]];
      if (high === 0 && low === 0) continue;
      const at = slotOf(this.#prints, high, low);
      this.#prints[at] = high;
      this.#prints[at + 1] = low;
    }
  }
}

/** Where the print stands, or the free place it would take. */
function slotOf(prints: Uint32Array, high: number, low: number): number {
  const last = prints.length - 1;
  let slot = (low * 2) & last & ~1;
  while ((prints[slot] !== 0 || prints[slot + 1] !== 0) && (prints[slot] !== high || prints[slot + 1] !== low)) {
    slot = (slot + 2) & last;
  }
  return slot;
}

/** Two FNV-1a hashes of different seeds, mixed at the end; never zero together, which marks a free place. */
function fingerprint(text: string): readonly [number, number] {
  let [high, low] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995) ^ (low >>> 15);
  }
  return [mixed(high), mixed(low) || 1];
}

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
