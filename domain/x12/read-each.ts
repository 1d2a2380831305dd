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
  const { length } = list;
  if (length === 0) return nothing;
  const made = new Array<To>(length);
  for (let index = 0; index < length; index += 1) {
    const one = list[index];
    if (one !== undefined) made[index] = read(reader, one);
  }
  return made;
}
