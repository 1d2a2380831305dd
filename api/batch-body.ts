import { z } from 'zod';
import { err, ok, type Result } from '../domain/kernel/result.js';
import { type BodySpec, isJson, notJson, readJsonBody } from './body.js';
import { type Problem, type ProblemItem, problem } from './problem.js';
import { readJson, readText } from './read-json.js';

const limitBytes = 20 * 1024 * 1024;

/** One item of a batch before it is looked at; `line` counts from 1 and is there for newline-delimited JSON. */
export interface BatchItem {
  readonly line: number | null;
  readonly content: Result<unknown, ProblemItem>;
}

/** How many items a batch may have, and what they are called. */
interface BatchOf {
  readonly what: string;
  readonly itemsMax: number;
}

/** A batch as one JSON array, or as one JSON object a line. */
export function batchBody(item: z.ZodType, of: BatchOf): BodySpec<readonly BatchItem[]> {
  return {
    limitBytes,
    content: { 'application/json': z.array(item).max(of.itemsMax), 'application/x-ndjson': item },
    parse: (bytes, contentType) => {
      const read = readOneOrMany(bytes, contentType, of);
      if (!read.ok) return read;
      return read.value.kind === 'many'
        ? ok(read.value.items)
        : err(problem('invalid-body', `Send an array of ${of.what}.`));
    },
  };
}

/** A body that holds one item, or many of them. */
export type OneOrMany =
  | { readonly kind: 'one'; readonly content: unknown }
  | { readonly kind: 'many'; readonly items: readonly BatchItem[] };

/** One JSON object, or a batch as `batchBody` takes it. */
export function oneOrManyBody(item: z.ZodType, of: BatchOf): BodySpec<OneOrMany> {
  return {
    limitBytes,
    content: {
      'application/json': z.union([item, z.array(item).max(of.itemsMax)]),
      'application/x-ndjson': item,
    },
    parse: (bytes, contentType) => readOneOrMany(bytes, contentType, of),
  };
}

function readOneOrMany(bytes: Uint8Array, contentType: string, of: BatchOf): Result<OneOrMany, Problem> {
  if (/^application\/(x-)?nd-?json\b/i.test(contentType)) return readLines(bytes, of);
  if (!isJson(contentType)) return err(notJson(contentType, ' or application/x-ndjson'));
  const json = readJsonBody(bytes);
  if (!json.ok) return json;
  if (!Array.isArray(json.value)) return ok({ kind: 'one', content: json.value });
  return many(
    json.value.map((content: unknown) => ({ line: null, content: ok(content) })),
    of,
  );
}

function readLines(bytes: Uint8Array, of: BatchOf): Result<OneOrMany, Problem> {
  const text = readText(bytes);
  if (!text.ok) return err(problem('malformed-json', 'The body is not UTF-8.', { errors: [text.error] }));
  const items = text.value.split('\n').flatMap((line, index) => {
    return line.trim() === '' ? [] : [{ line: index + 1, content: readJson(line, index + 1) }];
  });
  return many(items, of);
}

function many(items: readonly BatchItem[], { what, itemsMax }: BatchOf): Result<OneOrMany, Problem> {
  if (items.length <= itemsMax) return ok({ kind: 'many', items });
  return err(problem('batch-too-large', `Send at most ${itemsMax} ${what} at once; these are ${items.length}.`));
}
