import type { z } from 'zod';
import { err, ok, type Result } from '../domain/kernel/result.js';
import { unstorableTextPath } from '../domain/kernel/unstorable-text.js';
import { findingToError, issuesToErrors } from './issues-to-errors.js';
import { type Problem, problem } from './problem.js';
import { readJson, readText } from './read-json.js';

/** How the body of a route is read: the most bytes, the media types with their schemas, and the parser. */
export interface BodySpec<B> {
  readonly limitBytes: number;
  readonly content: Readonly<Record<string, z.ZodType>>;
  parse(bytes: Uint8Array, contentType: string): Result<B, Problem>;
}

/** For routes that read no body. */
export const noBody: BodySpec<null> = { limitBytes: 0, content: {}, parse: () => ok(null) };

export function hasBody(body: BodySpec<unknown>): boolean {
  return Object.keys(body.content).length > 0;
}

const defaultLimitBytes = 1024 * 1024;

/** A JSON body read by one schema. */
export function jsonBody<T extends z.ZodType>(schema: T, limitBytes = defaultLimitBytes): BodySpec<z.output<T>> {
  return {
    limitBytes,
    content: { 'application/json': schema },
    parse: (bytes, contentType) => {
      if (!isJson(contentType)) return err(notJson(contentType));
      const json = readJsonBody(bytes);
      if (!json.ok) return json;
      const parsed = schema.safeParse(json.value);
      if (!parsed.success) {
        const errors = issuesToErrors(parsed.error.issues, json.value);
        return err(
          problem('invalid-body', `The body has ${errors.length} error${errors.length === 1 ? '' : 's'}.`, { errors }),
        );
      }
      const broken = unstorableTextPath(parsed.data);
      return broken === null ? ok(parsed.data) : err(brokenText(broken));
    },
  };
}

/** JSON of a whole body, or the problem with its position. */
export function readJsonBody(bytes: Uint8Array): Result<unknown, Problem> {
  const text = readText(bytes);
  const json = text.ok ? readJson(text.value) : text;
  return json.ok
    ? json
    : err(problem('malformed-json', `The body is ${json.error.message}.`, { errors: [json.error] }));
}

export function isJson(contentType: string): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(contentType);
}

export function notJson(contentType: string, also = ''): Problem {
  const named = /^[\w.+/-]+/.exec(contentType)?.[0] ?? 'something else';
  return problem('unsupported-media-type', `Send application/json${also}, not ${named}.`);
}

function brokenText(path: string): Problem {
  const message = 'the text holds a NUL character or half of a surrogate pair';
  const finding = { code: 'text-not-storable', severity: 'error', message, location: path } as const;
  const errors = [findingToError({ ...finding, remedy: 'Take the broken character out.' })];
  return problem('invalid-body', 'The body holds text that can’t be stored.', { errors });
}
