import fc from 'fast-check';

/** Values no model should be surprised by: some good in one place and bad in another, some never good. */
const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    '',
    ' A',
    'A ',
    'A  B',
    'a@b',
    'A*B',
    'A:B',
    'A^B',
    'A~B',
    'A`B',
    'Ñ',
    '\n',
    '0',
    'XX',
    'EI',
  ),
  fc.constantFrom<unknown[]>('PXC', '1234567893', '20260105', '2026-01-05', '2026-02-30', '1200', '120000', '25'),
  fc.string({ unit: fc.constantFrom(...'ABC123 .-/&'), maxLength: 90 }),
  fc.constantFrom<unknown[]>(0, 1, -1, 0.1, 1 / 3, 12, 51, 1e15, 1e21, 1e-7, -0, 123_456_789_012_345, Number.NaN),
  fc.constantFrom<unknown[]>(true, false, null, [], {}, ['A'], undefined),
);

type Change =
  | { readonly kind: 'replace'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number }
  | { readonly kind: 'leave-out'; readonly at: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly times: number };

const place = fc.nat(100_000);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: place, value: oddValues }),
  fc.record({ kind: fc.constant('copy' as const), at: place, from: place }),
  fc.record({ kind: fc.constant('leave-out' as const), at: place }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, times: fc.integer({ min: 2, max: 60 }) }),
);

/** Models of an arbitrary with up to three parts replaced, copied over another, left out or repeated. */
export function changed(models: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(models, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([model, changes]) => changes.reduce(apply, structuredClone(model)));
}

function apply(model: unknown, { at, ...what }: Change): unknown {
  const places = [...placesOf(model)];
  const [holder, key] = places[at % Math.max(places.length, 1)] ?? [];
  if (holder === undefined || key === undefined) return model;
  const value: unknown = Reflect.get(holder, key);
  switch (what.kind) {
    case 'replace':
      Reflect.set(holder, key, what.value);
      break;
    case 'copy': {
      const [other, otherKey] = places[what.from % places.length] ?? [];
      if (other !== undefined && otherKey !== undefined) {
        Reflect.set(holder, key, structuredClone(Reflect.get(other, otherKey)));
      }
      break;
    }
    case 'leave-out':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case 'repeat':
      if (Array.isArray(value) && value.length > 0) {
        const copies = Array.from({ length: what.times }, (_, index): unknown => value[index % value.length]);
        Reflect.set(holder, key, structuredClone(copies));
      }
      break;
  }
  return model;
}

/** Every property and list item of plain data, with what holds it. */
function* placesOf(value: unknown): Generator<readonly [object, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield [value, key];
    yield* placesOf(member);
  }
}
