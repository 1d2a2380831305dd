import { err, ok, type Result } from '../domain/kernel/result.js';
import { jsonErrorOffset } from '../domain/visit/fhir/json-error-offset.js';
import type { ProblemItem } from './problem.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text of a body, which must be UTF-8 (RFC 8259 section 8.1). */
export function readText(bytes: Uint8Array): Result<string, ProblemItem> {
  try {
    return ok(utf8.decode(bytes));
  } catch {
    const message = 'the bytes are not UTF-8';
    return err({ pointer: '', code: 'not-utf-8', message, remedy: 'Send the body encoded as UTF-8.' });
  }
}

/** Reads JSON, or says at which line and column it stops being JSON; nothing of the text is repeated. */
export function readJson(text: string, firstLine = 1): Result<unknown, ProblemItem> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const remedy = 'Correct the text at this place; numbers, quotes, commas and brackets are the usual causes.';
    return err({ pointer: '', code: 'malformed-json', message: `not JSON at ${position(text, firstLine)}`, remedy });
  }
}

function position(text: string, firstLine: number): string {
  const before = text.slice(0, jsonErrorOffset(text) ?? text.length).split('\n');
  return `line ${firstLine + before.length - 1}, column ${(before.at(-1) ?? '').length + 1}`;
}
