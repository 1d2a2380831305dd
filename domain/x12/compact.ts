/** An object type whose possibly undefined properties are optional instead. */
export type Compact<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the properties that are undefined. */
export function compact<T extends object>(value: T): Compact<T>;
export function compact(value: Readonly<Record<string, unknown>>): object {
  const kept: Record<string, unknown> = {};
  for (const key in value) {
    const property = value[key];
    if (property !== undefined) kept[key] = property;
  }
  return kept;
}
