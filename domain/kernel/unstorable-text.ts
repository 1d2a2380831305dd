const unstorable = /[\u0000\p{Surrogate}]/u;

/** Path of the first text that no database can keep (a NUL, or half of a surrogate pair), as `a.0.b`; null for none. */
export function unstorableTextPath(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return unstorable.test(value) ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, member] of Object.entries(value)) {
    const memberPath = path === '' ? key : `${path}.${key}`;
    if (unstorable.test(key)) return path;
    const found = unstorableTextPath(member, memberPath);
    if (found !== null) return found;
  }
  return null;
}
