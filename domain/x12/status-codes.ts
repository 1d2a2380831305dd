import type { FieldReader } from './field-reader.js';
import type { Segment } from './segment.js';

/** One health care claim status (C043): category, status code, and whom it is about. */
export type StatusCodes = { readonly category: string; readonly code: string; readonly entity?: string };

/** The statuses of an STC: STC01, and the further ones of STC10 and STC11. */
export function readStatusCodes(reader: FieldReader, segment: Segment): StatusCodes[] {
  return [1, 10, 11].flatMap((number): StatusCodes[] => {
    const category = reader.component(segment, number, 1);
    const code = reader.component(segment, number, 2);
    const entity = reader.component(segment, number, 3);
    if (category === undefined && code === undefined) return [];
    return [{ category: category ?? '', code: code ?? '', ...(entity === undefined ? {} : { entity }) }];
  });
}
