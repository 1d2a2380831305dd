import { element, type Segment } from '../segment.js';

/**
 * Follows the levels (HL) of an 837P and says where the set can be cut: at a billing provider, or at a subscriber of the
 * provider before. What follows is then read the same with nothing of what went before but heading and provider.
 */
export class ClaimLevelCutter {
  /** The loop 2000A that is open, without its subscribers: HL to the next HL. */
  provider: Segment[] = [];
  #lastNumber = 0;
  #providerNumber: string | undefined;
  #subscriberNumber: string | undefined;
  #isInProvider = false;
  #isRegular = true;

  /** Takes the next segment; true when the set can be cut before it. */
  isCutBefore(segment: Segment): boolean {
    if (segment.id !== 'HL') {
      if (this.#isInProvider) this.provider.push(segment);
      return false;
    }
    const [number, parent, kind] = [element(segment, 1), element(segment, 2), element(segment, 3)];
    this.#isRegular &&= number === String(this.#lastNumber + 1) && this.#isWhereItBelongs(kind, parent);
    this.#lastNumber += 1;
    const hasSubscriber = this.#subscriberNumber !== undefined;
    this.#isInProvider = kind === '20';
    if (kind === '20') {
      const isFirst = this.#providerNumber === undefined;
      this.provider = [segment];
      this.#providerNumber = number;
      this.#subscriberNumber = undefined;
      return this.#isRegular && !isFirst;
    }
    if (kind === '22') this.#subscriberNumber = number;
    return this.#isRegular && kind === '22' && hasSubscriber;
  }

  /** A level of another kind, number or place may change what others belong to: then nothing more is cut. */
  #isWhereItBelongs(kind: string, parent: string): boolean {
    if (kind === '20') return parent === '';
    if (kind === '22') return this.#providerNumber === parent;
    return kind === '23' && this.#subscriberNumber === parent;
  }
}
