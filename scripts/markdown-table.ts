/** A Markdown table as the formatter leaves it: each column as wide as its widest cell. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = headings.map((_, index) => Math.max(3, ...lines.map((cells) => [...(cells[index] ?? '')].length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => padded(cells[index] ?? '', width)).join(' | ')} |`;
  const [heading = [], ...body] = lines;
  return [line(heading), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - [...text].length);
}
