/** True when two values of plain data (objects, lists, texts, numbers) say the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  // Most that is compared differs, and soon: nothing is copied or counted before.
  for (const key in a) if (!Object.hasOwn(b, key) || !isSameValue(a[key], b[key])) return false;
  for (const key in b) if (!Object.hasOwn(a, key)) return false;
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
