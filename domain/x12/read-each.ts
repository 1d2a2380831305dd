import type { FieldReader } from './field-reader.js';
import { nothing } from './nothing.js';

/**
 * What `read` makes of each segment or loop, in order; the shared empty list for an empty one. The reader is handed on,
 * so that `read` can be a plain function: a closure for each list of a large file costs more than most lists.
 */
export function readEach<From extends object, To>(
  reader: FieldReader,
  list: readonly From[],
  read: (reader: FieldReader, one: From) => To,
): readonly To[] {
  if (list.length === 0) return nothing;
  const only = list.length === 1 ? list[0] : undefined;
  return only === undefined ? readAll(reader, list, read) : [read(reader, only)];
}

function readAll<From, To>(
  reader: FieldReader,
  list: readonly From[],
  read: (reader: FieldReader, one: From) => To,
): To[] {
  return list.map((one) => read(reader, one));
}
