import { addDays, type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import type { Identifier, Person } from '../../domain/x12/party.js';
import type { PostalAddress } from '../../domain/x12/postal-address.js';

/** Makes values of patients that stand nowhere else, and remembers them, so that a test can look for each. */
export class PatientSecrets {
  /** Every value given out, dates in each way they may be written. */
  readonly all: string[] = [];
  #count = 0;

  /** `seed` becomes a part of each text: letters and digits, at most six. Texts begin with `start`. */
  constructor(
    private readonly seed: string,
    private readonly start = 'QX',
  ) {}

  /** At least seven characters, none of them a sign. */
  text(): string {
    this.#count += 1;
    const text = `${this.start}${this.seed}${String(this.#count).padStart(5, '0')}`;
    this.all.push(text);
    return text;
  }

  /** A day of the years 1900 and after, before those of the other builders. */
  date(): PlainDate {
    this.#count += 1;
    const date = addDays(plainDate('1900-01-01'), this.#count % 20_000);
    this.all.push(date, date.replaceAll('-', ''));
    return date;
  }

  identifier(qualifier: string): Identifier {
    return { qualifier, value: this.text() };
  }

  /** With all parts of a name that every guide has. */
  person(qualifier?: string): Person {
    return {
      kind: 'person',
      lastName: this.text(),
      firstName: this.text(),
      middleName: this.text(),
      ...(qualifier === undefined ? {} : { identifier: this.identifier(qualifier) }),
    };
  }

  /** The state is a code that many share, and is not looked for. */
  address(): PostalAddress {
    return { line1: this.text(), line2: this.text(), city: this.text(), state: 'NY', postalCode: this.text() };
  }
}
