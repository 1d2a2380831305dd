import { addDays, type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';
import type { SeededRandom } from '../../domain/kernel/seeded-random.js';
import type { UsState } from '../../domain/kernel/us-state.js';
import type { VisitInput } from '../../domain/visit/visit.js';

type PatientInput = VisitInput['patient'];

const femaleNames =
  'Adela Brigid Celeste Dalia Elspeth Farah Greta Hanako Ines Juno Katya Leonor Maribel Nadia Ottilie Priya Tamsin'.split(
    ' ',
  );
const maleNames =
  'Anselm Bruno Cormac Dmitri Emeka Florian Gideon Hiro Ivo Jarek Kofi Lorcan Mateus Niall Osvaldo Pavel Silas'.split(
    ' ',
  );
const lastNames = (
  'Abernathy Bellweather Carrasco Dunmore Eastlake Fairbairn Galloway Hollis Iverson Jankowski Kestrel Lockhart ' +
  'Montrose Nakagawa Oduya Pemberton Quillfeather Rasmussen Santangelo Thackeray Underhill Villareal Winslow Yarrow'
).split(' ');
const streets = [
  'Alder St',
  'Birch Ave',
  'Canal Rd',
  'Dover Ln',
  'Elm Ct',
  'Foundry Way',
  'Grove St',
  'Hill Rd',
] as const;

const places: Partial<Record<UsState, readonly (readonly [city: string, zip: string])[]>> = {
  NY: [
    ['Albany', '12207'],
    ['Buffalo', '14201'],
    ['Brooklyn', '11201'],
    ['Syracuse', '13202'],
  ],
  TX: [
    ['Austin', '78701'],
    ['Dallas', '75201'],
    ['Houston', '77002'],
    ['Waco', '76701'],
  ],
  CA: [
    ['Los Angeles', '90012'],
    ['Sacramento', '95814'],
    ['San Diego', '92101'],
    ['Fresno', '93721'],
  ],
  IL: [
    ['Chicago', '60601'],
    ['Springfield', '62701'],
    ['Peoria', '61602'],
  ],
  NJ: [
    ['Trenton', '08608'],
    ['Newark', '07102'],
  ],
  PA: [
    ['Pittsburgh', '15222'],
    ['Harrisburg', '17101'],
  ],
};

/** A made-up address in one of the states the demonstration knows. */
function address(random: SeededRandom, state: UsState): NonNullable<PatientInput['address']> {
  const [city, zip] = random.pick(places[state] ?? [['Albany', '12207'] as const]);
  return { line1: `${random.integer(10, 989)} ${random.pick(streets)}`, city, state, zip };
}

function bornBetween(random: SeededRandom, today: PlainDate, youngest: number, oldest: number): PlainDate {
  const days = random.integer(youngest * 365 + youngest, oldest * 365);
  return addDays(plainDate(today), -days);
}

/** Who is needed: age in years, both ends included, and where the person lives. */
export type PersonWanted = {
  readonly state: UsState;
  readonly ageMin: number;
  readonly ageMax: number;
  readonly today: PlainDate;
};

/** A made-up person; name, birth date and address belong to nobody. */
export function syntheticPerson(random: SeededRandom, wanted: PersonWanted): PatientInput {
  const female = random.chance(0.5);
  return {
    firstName: random.pick(female ? femaleNames : maleNames),
    lastName: random.pick(lastNames),
    birthDate: bornBetween(random, wanted.today, wanted.ageMin, wanted.ageMax),
    sex: female ? 'F' : 'M',
    address: address(random, wanted.state),
  };
}

/** A child in the parent's household: same family name, same address. */
export function syntheticChildOf(random: SeededRandom, parent: PatientInput, today: PlainDate): PatientInput {
  const female = random.chance(0.5);
  return {
    firstName: random.pick(female ? femaleNames : maleNames),
    lastName: parent.lastName,
    birthDate: bornBetween(random, today, 4, 15),
    sex: female ? 'F' : 'M',
    ...(parent.address ? { address: parent.address } : {}),
  };
}
