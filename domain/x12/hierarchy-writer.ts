import type { SegmentValues } from './segment-values.js';

/** Collects the segments of a transaction set with hierarchical levels, numbering HL01 from 1. */
export class HierarchyWriter {
  readonly segments: SegmentValues[] = [];
  #count = 0;

  /** Begins a level and returns its number, for its children to name as parent. HL04 is left out when `children` is. */
  level(code: string, parent?: string, children?: boolean): string {
    this.#count += 1;
    const number = String(this.#count);
    this.segments.push(['HL', number, parent, code, children === undefined ? undefined : children ? '1' : '0']);
    return number;
  }

  add(...segments: readonly SegmentValues[]): void {
    for (const segment of segments) this.segments.push(segment);
  }
}

/** Neighbours with the same key together, in order: what may share one level of a hierarchy. */
export function consecutiveGroups<T>(items: readonly T[], keyOf: (item: T) => unknown): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  let previous: string | undefined;
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const last = groups.at(-1);
    if (last !== undefined && key === previous) last.push(item);
    else groups.push([item]);
    previous = key;
  }
  return groups;
}
