/** Where two values of plain data differ, and how; `path` is as zod gives it. */
export type Difference = {
  readonly path: readonly (string | number)[];
  readonly before: unknown;
  readonly after: unknown;
};

/** The places at which two values of plain data (objects, lists, texts, numbers) say something else, in order. */
export function differences(before: unknown, after: unknown, path: readonly (string | number)[] = []): Difference[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return [{ path, before, after }];
    return before.flatMap((item: unknown, index) => differences(item, after[index], [...path, index]));
  }
  if (!isRecord(before) || !isRecord(after)) return [{ path, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
