import fc from 'fast-check';
import { type Cents, cents } from '../../domain/kernel/cents.js';
import { addDays, type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import type { Contact } from '../../domain/x12/contact.js';
import type { DateRange } from '../../domain/x12/date-range.js';
import type { Identifier, Organization, Party, Person } from '../../domain/x12/party.js';
import type { PostalAddress } from '../../domain/x12/postal-address.js';
import type { Procedure } from '../../domain/x12/procedure.js';

/** Values as the guides accept them, in the basic character set, for printing and reading back. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.split('');

/** Letters and digits. */
export function code(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
}

/** Words, with single blanks and signs between. */
export function words(maxLength: number): fc.Arbitrary<string> {
  const separator = fc.constantFrom(' ', '-', ' & ', ', ', '/');
  return fc
    .array(fc.tuple(separator, code(1, 8)), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([sign, word], index) => (index === 0 ? `${word}` : sign + word)).join(''))
    .filter((text) => text.length >= 2 && text.length <= maxLength);
}

export const money: fc.Arbitrary<Cents> = fc.integer({ min: -99_999_999, max: 99_999_999 }).map(cents);

export const quantity: fc.Arbitrary<number> = fc.integer({ min: 1, max: 99_999 }).map((tenths) => tenths / 10);

export const date: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => addDays(plainDate('1990-01-01'), days));

export const period: fc.Arbitrary<DateRange> = fc
  .tuple(date, fc.integer({ min: 0, max: 60 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

export const time: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}${String(minute).padStart(2, '0')}`);

/** A record of which the properties not named may be absent. */
export function some<T, K extends keyof T>(model: { [P in keyof T]: fc.Arbitrary<T[P]> }, required: K[]) {
  return fc.record(model, { requiredKeys: required });
}

export function identifier(qualifiers: readonly string[], maxLength = 20): fc.Arbitrary<Identifier> {
  return fc.record({ qualifier: fc.constantFrom(...qualifiers), value: code(2, maxLength) });
}

export function person(qualifiers: readonly string[]): fc.Arbitrary<Person> {
  const name = {
    lastName: words(35),
    firstName: code(1, 20),
    middleName: code(1, 10),
    suffix: fc.constantFrom('JR', 'III'),
  };
  return qualifiers.length === 0
    ? some({ kind: fc.constant('person' as const), ...name }, ['kind', 'lastName'])
    : some({ kind: fc.constant('person' as const), ...name, identifier: identifier(qualifiers) }, [
        'kind',
        'lastName',
        'identifier',
      ]);
}

export function organization(qualifiers: readonly string[]): fc.Arbitrary<Organization> {
  return fc.record({ kind: fc.constant('organization' as const), name: words(60), identifier: identifier(qualifiers) });
}

export function party(qualifiers: readonly string[]): fc.Arbitrary<Party> {
  return fc.oneof(person(qualifiers), organization(qualifiers));
}

export const address: fc.Arbitrary<PostalAddress> = some(
  {
    line1: words(55),
    line2: words(55),
    city: words(30),
    state: fc.constantFrom('NY', 'NJ', 'TX'),
    postalCode: fc.constantFrom('12207', '787010001'),
  },
  ['line1', 'city', 'state', 'postalCode'],
);

export function contact(functionCode: string): fc.Arbitrary<Contact> {
  const number = fc.record({ kind: fc.constantFrom('TE', 'EM', 'FX'), value: code(3, 20) });
  return some(
    {
      functionCode: fc.constant(functionCode),
      name: words(60),
      numbers: fc.array(number, { minLength: 1, maxLength: 3 }),
    },
    ['functionCode', 'numbers'],
  );
}

export const procedure: fc.Arbitrary<Procedure> = fc.record({
  qualifier: fc.constant('HC'),
  code: code(5, 5),
  modifiers: fc.array(code(2, 2), { maxLength: 4 }),
});
