import { performance } from 'node:perf_hooks';

/** Where progress is shown: standard error, or anything like it. */
type ProgressOutput = { write(text: string): unknown; readonly isTTY?: boolean | undefined };

/** One line on a terminal that tells how far a run over many things is: count, rate, time left. Silent where no terminal listens. */
export function countProgress(
  things: string,
  output: ProgressOutput = process.stderr,
  nowMillis: () => number = () => performance.now(),
): (done: number, all: number) => void {
  const startedMillis = nowMillis();
  return (done, all) => {
    if (output.isTTY !== true) return;
    const seconds = Math.max(0.001, (nowMillis() - startedMillis) / 1000);
    const rate = done / seconds;
    const left = rate === 0 ? '?' : String(Math.ceil((all - done) / rate));
    const end = done >= all ? '\n' : '';
    output.write(`\r\u001b[K${done} of ${all} ${things}, ${rate.toFixed(0)}/s, ${left} s left${end}`);
  };
}
