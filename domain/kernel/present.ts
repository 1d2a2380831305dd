type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** An object without the fields that are undefined, so that laid over another it changes only what it names. */
export function present<T extends object>(values: T): Present<T>;
export function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
