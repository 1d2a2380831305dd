import { changeLines } from './change-lines.js';
import { renderSnapshot } from './render-snapshot.js';
import type { Snapshot } from './snapshot.js';

/** Where the table is drawn: standard output, or anything like it. */
export type TableOutput = {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
};

export type LiveTable = {
  /** Shows the present state: redrawn in place on a terminal, as lines of what changed anywhere else. */
  update(snapshot: Snapshot): void;
  /** Prints a line that stays, above the table. */
  print(line: string): void;
  /** Leaves the last state on the screen and gives the cursor back; safe to call again. */
  finish(): void;
};

const ansi = {
  hideCursor: '\u001b[?25l',
  showCursor: '\u001b[?25h',
  clearLine: '\u001b[K',
  clearBelow: '\u001b[J',
  up: (lines: number) => (lines > 0 ? `\u001b[${lines}A` : ''),
} as const;

function createLogTable(output: TableOutput): LiveTable {
  let last: Snapshot | undefined;
  return {
    update(snapshot) {
      const lines = changeLines(last, snapshot);
      last = snapshot;
      if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
    },
    print: (line) => void output.write(`${line}\n`),
    finish: () => undefined,
  };
}

function createTerminalTable(output: TableOutput, color: boolean): LiveTable {
  let drawnLines = 0;
  let last: Snapshot | undefined;
  let finished = false;
  const draw = (before: readonly string[]) => {
    const screen = { columns: output.columns ?? 80, rows: output.rows ?? 24, color };
    const lines = last ? renderSnapshot(last, screen) : [];
    // After the window shrank, the old table may have scrolled out; never move up further than the screen.
    const up = ansi.up(Math.min(drawnLines, Math.max(0, screen.rows - 1)));
    const text = [...before, ...lines].map((line) => `${line}${ansi.clearLine}\n`).join('');
    output.write(`${ansi.hideCursor}\r${up}${text}${ansi.clearBelow}`);
    drawnLines = lines.length;
  };
  return {
    update(snapshot) {
      if (finished) return;
      last = snapshot;
      draw([]);
    },
    print(line) {
      if (finished) output.write(`${line}\n`);
      else draw([line]);
    },
    finish() {
      if (finished) return;
      finished = true;
      output.write(ansi.showCursor);
    },
  };
}

/** The live view of `teleclaim start`. Without colours when told so (NO_COLOR), without cursor movement when no terminal listens. */
export function createLiveTable(output: TableOutput, options: { readonly color: boolean }): LiveTable {
  return output.isTTY ? createTerminalTable(output, options.color) : createLogTable(output);
}
