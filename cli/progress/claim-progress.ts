import type { ProgressOutput } from '../x12/check-progress.js';

const eraseLine = '\r\u001b[K';
const showEveryMillis = 200;

/** One line that tells how far a run over many claims is: claims, rate, time left. Silent where no terminal listens. */
export class ClaimProgress {
  readonly #startedMillis: number;
  #shownMillis = 0;

  constructor(
    private readonly output: ProgressOutput,
    private readonly nowMillis: () => number = () => performance.now(),
  ) {
    this.#startedMillis = nowMillis();
  }

  /** So many claims of all are done; the line is drawn anew when the last time is a moment ago. */
  show(claimsDone: number, claimsAll: number): void {
    const now = this.nowMillis();
    if (this.output.isTTY !== true || now - this.#shownMillis < showEveryMillis) return;
    this.#shownMillis = now;
    this.output.write(`${eraseLine}${progressLine(claimsDone, claimsAll, now - this.#startedMillis)}`);
  }

  /** Takes the line away, so that something else can be printed in its place. */
  clear(): void {
    if (this.#shownMillis > 0) this.output.write(eraseLine);
  }
}

/** `1000 of 4000 claims, 500 claims/s, 6 s left`. */
export function progressLine(done: number, all: number, elapsedMillis: number): string {
  const rate = (done * 1000) / Math.max(1, elapsedMillis);
  const secondsLeft = rate === 0 ? '?' : String(Math.ceil((all - done) / rate));
  return `${done} of ${all} claims, ${Math.round(rate)} claims/s, ${secondsLeft} s left`;
}
