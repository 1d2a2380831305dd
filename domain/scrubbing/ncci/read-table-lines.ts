import type { Finding } from '../../kernel/finding.js';

/** A line of a CMS table as read, or why it can't be. */
export type TableLine<T> =
  | { readonly kind: 'entry'; readonly entry: T }
  | { readonly kind: 'finding'; readonly finding: Finding };

/** What reads one kind of CMS table. `read` gives the entry, or what is wrong with the cells. */
export interface TableForm<T> {
  readonly source: string;
  readonly findingCode: string;
  readonly isData: (cells: readonly string[]) => boolean;
  readonly read: (cells: readonly string[]) => T | string;
}

/** CMS tables begin with a copyright notice and a heading of a few lines, in some files broken within quotes. */
const headingLinesMax = 40;

/**
 * Reads a CMS table line by line, separated by tabs or commas. Lines before the first line of data are heading; after it
 * each line is an entry or a finding. Lazy, so that a file of half a million lines is never held two times.
 */
export function* readTableLines<T>(text: string, fileName: string, form: TableForm<T>): Generator<TableLine<T>> {
  let lineNumber = 0;
  let hasData = false;
  for (const line of linesOf(text)) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    if (!hasData && !form.isData(cells) && lineNumber <= headingLinesMax) continue;
    hasData = true;
    const entry = form.read(cells);
    if (typeof entry !== 'string') yield { kind: 'entry', entry };
    else yield { kind: 'finding', finding: finding(form, entry, `${fileName}:${lineNumber}`) };
  }
  if (!hasData) yield { kind: 'finding', finding: finding(form, 'the file holds no line of data', fileName) };
}

function finding<T>({ findingCode, source }: TableForm<T>, message: string, location: string): Finding {
  const remedy = 'Load the text file of CMS unchanged; the other lines were read.';
  return { code: findingCode, severity: 'error', message, location, remedy, source };
}

function* linesOf(text: string): Generator<string> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    yield text.slice(start, text[stop - 1] === '\r' ? stop - 1 : stop);
    start = stop + 1;
  }
}

function cellsOf(line: string): readonly string[] {
  const cells = line.includes('\t') ? line.split('\t') : commaCellsOf(line);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/** Commas within quotes part nothing (RFC 4180). */
function commaCellsOf(line: string): readonly string[] {
  return line.includes('"') ? (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).map(withoutComma) : line.split(',');
}

function withoutComma(cell: string): string {
  return cell.endsWith(',') ? cell.slice(0, -1) : cell;
}
