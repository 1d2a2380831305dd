/** The empty list. Most loops lack most of what they may have; all of these share one list. */
export const nothing: readonly never[] = Object.freeze([]);

/** `map`, giving the shared empty list for an empty one. */
export function eachOf<From, To>(list: readonly From[], make: (one: From) => To): readonly To[] {
  return list.length === 0 ? nothing : list.map(make);
}
