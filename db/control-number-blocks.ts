import { takeControlNumber } from './control-numbers.js';
import type { Database } from './database.js';

/** Numbers taken from the database at a time; what is left at the end of a process is never used. */
const blockSize = 50;

type Block = { next: number; last: number };

/**
 * Interchange control numbers for real-time inquiries, of which many are under way at once: taken in blocks, so that no
 * inquiry waits for the counter of another. A batch file takes its number in the transaction that writes it down.
 */
export class ControlNumberBlocks {
  private readonly blocks = new Map<string, Block>();
  private readonly refills = new Map<string, Promise<void>>();

  constructor(private readonly db: Database) {}

  /** The next number of the practice; unique among all processes. */
  async take(practiceId: string): Promise<number> {
    for (;;) {
      const block = this.blocks.get(practiceId);
      if (block !== undefined && block.next <= block.last) {
        const number = block.next;
        block.next += 1;
        return number;
      }
      await this.refill(practiceId);
    }
  }

  private refill(practiceId: string): Promise<void> {
    const underWay = this.refills.get(practiceId);
    if (underWay !== undefined) return underWay;
    const refill = this.db
      .inPractice(practiceId, (tx) => takeControlNumber(tx, 'interchange', blockSize))
      .then((last) => {
        this.blocks.set(practiceId, { next: last - blockSize + 1, last });
      })
      .finally(() => this.refills.delete(practiceId));
    this.refills.set(practiceId, refill);
    return refill;
  }
}
