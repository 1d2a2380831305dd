/** One row of a file as text, with the line on which it begins, counted from 1. */
export interface TextRow {
  readonly text: string;
  readonly line: number;
}

/** The rows of a JSON array or of newline-delimited JSON, uncut and unread: a broken row leaves the others whole. */
export function splitJsonRows(text: string): readonly TextRow[] {
  const body = text.replace(/^\uFEFF/, '');
  return /^\s*\[/.test(body) ? elementsOfArray(body) : lines(body);
}

function lines(text: string): readonly TextRow[] {
  return text
    .split(/\r?\n/)
    .map((row, index) => ({ text: row.trim(), line: index + 1 }))
    .filter((row) => row.text !== '');
}

/** Cuts at commas of the outermost array; a comma within a string or a deeper level is no cut. */
function elementsOfArray(text: string): readonly TextRow[] {
  const rows: TextRow[] = [];
  let depth = 0;
  let inString = false;
  let line = 1;
  let begin = -1;
  let beginLine = 1;
  const close = (end: number) => {
    if (begin >= 0) rows.push({ text: text.slice(begin, end).trim(), line: beginLine });
    begin = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n') line += 1;
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
      continue;
    }
    if (character === ']' || character === '}') depth -= 1;
    if ((depth === 0 && character === ']') || (depth === 1 && character === ',')) {
      close(at);
      continue;
    }
    if (begin < 0 && /\S/.test(character) && (depth > 0 || character !== '[')) {
      begin = at;
      beginLine = line;
    }
    if (character === '"') inString = true;
    if (character === '[' || character === '{') depth += 1;
  }
  close(text.length);
  return rows;
}
