/** White space, then a string, a number or literal, or a mark (RFC 8259 sections 2 to 7). */
const token =
  /[ \t\n\r]*(?:("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/y;

type Kind = 'string' | 'scalar' | '{' | '}' | '[' | ']' | ',' | ':';
type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end-of-text';

function step(expected: Expectation, kind: Kind, open: ('{' | '[')[]): Expectation | undefined {
  const afterValue = (): Expectation => (open.length === 0 ? 'end-of-text' : 'comma-or-end');
  const closes = kind === '}' || kind === ']';
  if (closes && (expected === 'value-or-end' || expected === 'key-or-end' || expected === 'comma-or-end')) {
    const opened = open.pop();
    return (opened === '{') === (kind === '}') ? afterValue() : undefined;
  }
  if (expected === 'colon') return kind === ':' ? 'value' : undefined;
  if (expected === 'comma-or-end') {
    if (kind !== ',') return undefined;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (expected === 'key' || expected === 'key-or-end') return kind === 'string' ? 'colon' : undefined;
  if (expected === 'end-of-text') return undefined;
  if (kind === 'string' || kind === 'scalar') return afterValue();
  if (kind !== '{' && kind !== '[') return undefined;
  open.push(kind);
  return kind === '{' ? 'key-or-end' : 'value-or-end';
}

function kindOf(match: RegExpExecArray): Kind {
  if (match[1] !== undefined) return 'string';
  if (match[2] !== undefined) return 'scalar';
  const mark = match[3];
  return mark === '{' || mark === '}' || mark === '[' || mark === ']' || mark === ',' ? mark : ':';
}

/**
 * Where a text stops being JSON (RFC 8259), as an offset; undefined when it is JSON. The engine's own message is of no
 * use to a biller: it often gives no position and quotes the text, which may name a patient.
 */
export function jsonErrorOffset(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expectation = 'value';
  let offset = 0;
  for (;;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    if (!match) break;
    const next = step(expected, kindOf(match), open);
    if (next === undefined) break;
    expected = next;
    offset = token.lastIndex;
  }
  const rest = text.slice(offset).search(/[^ \t\n\r]/);
  if (rest === -1) return expected === 'end-of-text' ? undefined : text.length;
  return offset + rest;
}
