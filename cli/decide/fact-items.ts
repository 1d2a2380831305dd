import type { Finding } from '../../domain/kernel/finding.js';
import { err, ok, type Result } from '../../domain/kernel/result.js';
import { jsonErrorOffset } from '../../domain/visit/fhir/json-error-offset.js';

/** One object of a file before it is looked at; `line` counts from 1 and is there for newline-delimited JSON. */
export interface FactItem {
  readonly index: number;
  readonly line: number | null;
  readonly content: Result<unknown, Finding>;
}

/** Takes a text apart: one JSON object, a JSON array of them, or one object a line. */
export function factItems(text: string, fileName: string): readonly FactItem[] {
  if (/\.(ndjson|jsonl)$/i.test(fileName)) return itemsOfLines(text);
  const whole = parse(text);
  if (whole.ok) {
    const values: readonly unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value];
    return values.map((value, index) => ({ index, line: null, content: ok(value) }));
  }
  return isLines(text) ? itemsOfLines(text) : [{ index: 0, line: null, content: err(notJson(text, 1)) }];
}

/** Most lines of newline-delimited JSON are whole objects or begin one; a single object that is broken has few such lines. */
function isLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const ofObjects = lines.filter((line) => line.trimStart().startsWith('{'));
  return (
    lines.length > 1 && (ofObjects.length === lines.length || ofObjects.filter(isObject).length * 2 >= lines.length)
  );
}

function isObject(line: string): boolean {
  return parse(line).ok;
}

function itemsOfLines(text: string): readonly FactItem[] {
  return text
    .split('\n')
    .map((line, index) => ({ text: line, line: index + 1 }))
    .filter((each) => each.text.trim() !== '')
    .map((each, index) => {
      const parsed = parse(each.text);
      return { index, line: each.line, content: parsed.ok ? parsed : err(notJson(each.text, each.line)) };
    });
}

const nothingThere = {
  code: 'empty-input',
  severity: 'error',
  message: 'there is nothing in it',
  remedy: 'Give the facts of a visit as a JSON object, an array of them, or one a line.',
} as const;

function parse(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(null);
  }
}

function notJson(text: string, firstLine: number): Finding {
  if (text.trim() === '') return { ...nothingThere, source: 'RFC 8259' };
  const before = text.slice(0, jsonErrorOffset(text) ?? text.length).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return {
    code: 'malformed-json',
    severity: 'error',
    message: `not JSON at line ${firstLine + before.length - 1}, column ${column}`,
    remedy: 'Correct the text at this place; numbers, quotes, commas and brackets are the usual causes.',
    source: 'RFC 8259',
  };
}
