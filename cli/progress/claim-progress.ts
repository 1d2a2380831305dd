import type { ProgressOutput } from '../x12/check-progress.js';

const eraseLine = '\r\u001b[K';
const drawEveryMillis = 200;
/** Where each time is a line of its own, as in a log. */
const lineEveryMillis = 5_000;

/**
 * Tells how far a run over many claims is: claims, rate, time left. One line that is drawn anew on a terminal, and
 * elsewhere a line every few seconds.
 */
export class ClaimProgress {
  readonly #startedMillis: number;
  #shownMillis: number;
  #isDrawn = false;

  constructor(
    private readonly output: ProgressOutput,
    private readonly nowMillis: () => number = () => performance.now(),
  ) {
    this.#startedMillis = nowMillis();
    this.#shownMillis = this.#startedMillis;
  }

  /** So many claims of all are done; shown when the last time is a moment ago. */
  show(claimsDone: number, claimsAll: number): void {
    const isTerminal = this.output.isTTY === true;
    const now = this.nowMillis();
    if (now - this.#shownMillis < (isTerminal ? drawEveryMillis : lineEveryMillis)) return;
    this.#shownMillis = now;
    this.#isDrawn = isTerminal;
    const line = progressLine(claimsDone, claimsAll, now - this.#startedMillis);
    this.output.write(isTerminal ? `${eraseLine}${line}` : `${line}\n`);
  }

  /** Takes the line away, so that something else can be printed in its place. */
  clear(): void {
    if (this.#isDrawn) this.output.write(eraseLine);
    this.#isDrawn = false;
  }
}

/** `1000 of 4000 claims, 500 claims/s, 6 s left`. */
export function progressLine(done: number, all: number, elapsedMillis: number): string {
  const rate = (done * 1000) / Math.max(1, elapsedMillis);
  const secondsLeft = rate === 0 ? '?' : String(Math.ceil((all - done) / rate));
  return `${done} of ${all} claims, ${Math.round(rate)} claims/s, ${secondsLeft} s left`;
}
