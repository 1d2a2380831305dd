import { usStateSchema, zipSchema } from '../../kernel/schemas.js';
import type { Finding } from '../../kernel/finding.js';
import type { Patient, VisitInput } from '../visit.js';
import { codingsOf, type FhirAddress, type FhirHumanName } from './fhir-elements.js';
import { type Extracted, fhirFinding } from './extracted.js';
import type { EntryOf } from './reference-index.js';

type PersonEntry = EntryOf<'Patient'> | EntryOf<'RelatedPerson'>;
type AddressInput = NonNullable<VisitInput['patient']['address']>;

/** Family name and given names: the official name, else the usual one, else the first that is not a former one. */
export function chooseName(names: readonly FhirHumanName[] | undefined): {
  first: string;
  middle: string;
  last: string;
} {
  const former = new Set(['old', 'maiden', 'nickname', 'anonymous']);
  const all = names ?? [];
  const by = (use: string) => all.find((name) => name.use === use);
  const name = by('official') ?? by('usual') ?? all.find((each) => !former.has(each.use ?? '')) ?? all[0];
  const [first, ...middle] = (name?.given ?? []).flatMap((given) => given?.trim() || []);
  return { first: first ?? '', middle: middle.join(' '), last: name?.family ?? '' };
}

function sexOf(gender: string | undefined): Patient['sex'] {
  if (gender === 'female') return 'F';
  return gender === 'male' ? 'M' : 'U';
}

function chooseAddress(addresses: readonly FhirAddress[] | undefined): FhirAddress | undefined {
  const current = (addresses ?? []).filter((address) => address.use !== 'old' && address.use !== 'billing');
  return current.find((address) => address.use === 'home') ?? current[0];
}

/** The state of residence, when it is a postal abbreviation. */
export function stateOf(address: FhirAddress | undefined): AddressInput['state'] | undefined {
  const parsed = usStateSchema.safeParse(address?.state?.trim().toUpperCase());
  return parsed.success ? parsed.data : undefined;
}

/** The ZIP code, unless it is malformed or 00000, which stands for an unknown one. */
export function zipOf(address: FhirAddress | undefined): string | undefined {
  const parsed = zipSchema.safeParse(address?.postalCode?.trim());
  return parsed.success && !parsed.data.startsWith('00000') ? parsed.data : undefined;
}

export function homeAddress(person: PersonEntry): FhirAddress | undefined {
  return chooseAddress(person.resource.address);
}

function addressOf(person: PersonEntry): Extracted<AddressInput | undefined> {
  const address = homeAddress(person);
  const where = `${person.location}, ${person.resource.resourceType}.address`;
  const [line1, line2] = (address?.line ?? []).flatMap((line) => line?.trim() || []);
  const state = stateOf(address);
  const zip = zipOf(address);
  const city = address?.city?.trim() ?? '';
  const missing = Object.entries({ line: line1, city, state, postalCode: zip }).flatMap(([part, value]) =>
    value ? [] : part,
  );
  const findings: Finding[] = [];
  if (missing.length > 0) {
    const message = `the address is not fit for a claim: ${missing.join(', ')} missing or not usable; the address is left out`;
    findings.push(fhirFinding('warning', 'address-incomplete', where, message, 'complete the patient’s address'));
  }
  if (!line1 || city === '' || !state || !zip) return { value: undefined, findings };
  const second = line2 === undefined ? {} : { line2: line2.slice(0, 55) };
  return { value: { line1: line1.slice(0, 55), ...second, city: city.slice(0, 30), state, zip }, findings };
}

function medicalRecordNumber(person: PersonEntry): string | undefined {
  const isRecordNumber = (codings: readonly { code?: string | undefined }[]) =>
    codings.some(({ code }) => code === 'MR');
  const found = person.resource.identifier?.find(({ type }) => isRecordNumber(codingsOf(type ? [type] : [])));
  return found?.value === undefined || found.value.length > 50 ? undefined : found.value;
}

/** Demographics of a patient or subscriber; what is missing altogether is found when the visit is checked. */
export function personOf(person: PersonEntry): Extracted<VisitInput['patient']> {
  const { first, middle, last } = chooseName(person.resource.name);
  const address = addressOf(person);
  const recordNumber = medicalRecordNumber(person);
  const value = {
    firstName: first,
    lastName: last,
    ...(middle === '' ? {} : { middleName: middle.slice(0, 60) }),
    birthDate: person.resource.birthDate ?? '',
    sex: sexOf(person.resource.gender),
    ...(address.value ? { address: address.value } : {}),
    ...(recordNumber === undefined ? {} : { medicalRecordNumber: recordNumber }),
  };
  return { value, findings: address.findings };
}
