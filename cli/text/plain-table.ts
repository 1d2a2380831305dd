import { cell, clip } from '../live-table/text-cells.js';

/** One column: its heading, the text of a row, and on which side numbers line up. */
export interface Column<Row> {
  readonly heading: string;
  readonly text: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Longer texts are cut, with a mark. */
  readonly widthMax?: number;
}

/** Rows as lines of text with a heading, each column as wide as its widest text. */
export function plainTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const texts = rows.map((row) => columns.map((column) => clip(column.text(row), column.widthMax ?? 200)));
  const lines = [columns.map((column) => column.heading), ...texts];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => [...(line[index] ?? '')].length)));
  return lines.map((line) =>
    line
      .map((text, index) => cell(text, widths[index] ?? 0, columns[index]?.align))
      .join('  ')
      .trimEnd(),
  );
}
