import type { Finding } from '../../domain/kernel/finding.js';
import type { Result } from '../../domain/kernel/result.js';

/** What a builder finds, as `path: message`; none when it takes the input. */
export function buildTroubles(built: Result<unknown, readonly Finding[]>): string[] {
  return built.ok ? [] : built.error.map(({ location, message }) => `${location ?? '(whole)'}: ${message}`);
}

/** Plain data with other values at some paths (`claims[0].chargeCents`); undefined leaves the property out. */
export function withValues(value: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(value);
  for (const [path, changed] of Object.entries(changes)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop() ?? '';
    let holder: unknown = copy;
    for (const key of keys) holder = isObject(holder) ? Reflect.get(holder, key) : undefined;
    if (!isObject(holder)) throw new Error(`there is nothing at ${path}`);
    if (changed === undefined) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, changed);
  }
  return copy;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
