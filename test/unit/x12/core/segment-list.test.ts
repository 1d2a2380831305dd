import { describe, expect, test } from 'vitest';
import { allBites } from '../../../../domain/kernel/bites.js';
import { readInterchangeBites } from '../../../../domain/x12/read-interchange-bites.js';
import type { Segment } from '../../../../domain/x12/segment.js';
import { SegmentList } from '../../../../domain/x12/segment-list.js';

describe('the segments of a set read in bites, which have several sources', () => {
  const notes = Array.from({ length: 20_000 }, (_, index) => `NTE*ADD*${index}~`);
  const text = `ST*837*0001~${notes.join('')}SE*20002*0001~`;
  const { interchanges } = allBites(readInterchangeBites(text));
  const segments = interchanges[0]?.groups[0]?.transactionSets[0]?.segments ?? new SegmentList();
  const all = [...segments];

  test('are those of the file in its order', () => {
    expect(new Set(all.map(({ source }) => source)).size).toBeGreaterThan(2);
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
    expect(all.every(({ id, byteOffset }) => text.startsWith(`${id}*`, byteOffset))).toBe(true);
    expect(segments.length).toBe(20_002);
  });

  test('are had by their place in any order, and nothing beside them', () => {
    // A prime leads to each place once, far from the one before.
    const places = all.map((_, index) => (index * 7_919) % all.length);
    expect(places.every((place) => isSame(segments.at(place), all[place]))).toBe(true);
    expect(segments.at(-1)).toBeUndefined();
    expect(segments.at(all.length)).toBeUndefined();
  });

  test('are lent one by one as they are', () => {
    const lent: Pick<Segment, 'source' | 'first'>[] = [];
    segments.lendEach(({ source, first }) => lent.push({ source, first }));
    expect(lent.length).toBe(all.length);
    expect(lent.every((one, place) => isSame(one, all[place]))).toBe(true);
  });
});

type Place = Pick<Segment, 'source' | 'first'> | undefined;

function isSame(one: Place, other: Place): boolean {
  return one !== undefined && one.source === other?.source && one.first === other.first;
}
