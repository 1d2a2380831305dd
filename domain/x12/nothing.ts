/** The empty list. Most loops lack most of what they may have; all of these share one list. */
export const nothing: readonly never[] = Object.freeze([]);
