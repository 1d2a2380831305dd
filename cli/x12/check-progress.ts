/** Where progress is shown: standard error, or anything like it. */
export type ProgressOutput = { write(text: string): unknown; readonly isTTY?: boolean | undefined };

/** All there is to do. */
export type Work = { readonly fileCount: number; readonly bytes: number };

const eraseLine = '\r\u001b[K';
const showEveryMillis = 200;

/** One line that tells how far a check is: files, rate, time left. Silent where no terminal listens. */
export class CheckProgress {
  readonly #startedMillis: number;
  #files = 0;
  #bytes = 0;
  /** Of the file that is being read. */
  #partBytes = 0;
  #shownMillis: number;
  #isShown = false;

  constructor(
    private readonly output: ProgressOutput,
    private readonly work: Work,
    private readonly nowMillis: () => number,
  ) {
    this.#startedMillis = nowMillis();
    this.#shownMillis = this.#startedMillis;
  }

  /** A piece of a file was read. */
  bytesRead(bytes: number): void {
    this.#partBytes += bytes;
    this.#draw();
  }

  /** A file is done. */
  fileDone(bytes: number): void {
    this.#files += 1;
    this.#bytes += bytes;
    this.#partBytes = 0;
    this.#draw();
  }

  /** Draws the line anew when the last time is a moment ago. */
  #draw(): void {
    const now = this.nowMillis();
    if (this.output.isTTY !== true || now - this.#shownMillis < showEveryMillis) return;
    this.#shownMillis = now;
    this.#isShown = true;
    this.output.write(`${eraseLine}${this.#line(now - this.#startedMillis)}`);
  }

  /** Takes the line away, so that something else can be printed in its place. */
  clear(): void {
    if (this.#isShown) this.output.write(eraseLine);
    this.#isShown = false;
  }

  #line(elapsedMillis: number): string {
    const bytes = this.#bytes + this.#partBytes;
    const bytesLeft = Math.max(0, this.work.bytes - bytes);
    const secondsLeft = bytes === 0 ? 0 : Math.ceil((bytesLeft / bytes) * (elapsedMillis / 1000));
    const megabytes = (bytes / 1_000_000).toFixed(1);
    const rate = (bytes / 1000 / Math.max(1, elapsedMillis)).toFixed(1);
    return `${this.#files} of ${this.work.fileCount} files, ${megabytes} MB, ${rate} MB/s, ${secondsLeft} s left`;
  }
}
