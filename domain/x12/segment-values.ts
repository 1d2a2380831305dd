/** A component, or nothing. */
export type ComponentValue = string | undefined;
/** A simple element, a composite (components in order), or a repeated element. */
export type ElementValue = ComponentValue | readonly ComponentValue[] | RepeatedElement;
export type RepeatedElement = { readonly repetitions: readonly (string | readonly ComponentValue[])[] };
/** A segment to write: its id, then its elements in order. */
export type SegmentValues = readonly [id: string, ...elements: readonly ElementValue[]];
