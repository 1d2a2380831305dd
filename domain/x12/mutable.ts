/** The same object while it is being put together: readers of millions of values add what is known to one object. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
