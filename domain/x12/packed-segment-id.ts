/** A segment id of up to three characters as one number, as `packCode` makes it: so it stands in the row of a segment. */
export function packedSegmentId(id: string): number {
  let packed = 1;
  for (let index = 0; index < id.length; index += 1) packed = (packed << 8) | id.charCodeAt(index);
  return packed;
}

/** The id of such a number; the same text each time. */
export function segmentId(packed: number): string {
  const known = ids.get(packed);
  if (known !== undefined) return known;
  const bytes: number[] = [];
  for (let rest = packed; rest > 1; rest >>= 8) bytes.unshift(rest & 0xff);
  const id = String.fromCharCode(...bytes);
  ids.set(packed, id);
  return id;
}

/** Ids met so far: of two or three capital letters and digits there are no more than 35,000. */
const ids = new Map<number, string>();
