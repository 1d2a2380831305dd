import type { FhirIdentifier, FhirReference } from './fhir-elements.js';
import type { FhirEntry, FhirResourceSet } from './fhir-resource-set.js';
import type { FhirResource, FhirResourceType } from './fhir-schemas.js';

type Entry = FhirEntry;
export type EntryOf<Type extends FhirResourceType> = FhirEntry<Extract<FhirResource, { resourceType: Type }>>;

/** What a reference leads to: one resource, nothing in the set, or several that differ. */
export type Resolved =
  | { readonly kind: 'found'; readonly entry: Entry }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous' };

/**
 * Finds resources by reference: `urn:uuid:…` and absolute URLs, `Type/id`, `#contained`, search-style
 * `Type?identifier=system|value` and logical references. The same file is asked first, since two systems may both
 * have a `Patient/1`; candidates elsewhere that differ are ambiguous, never guessed.
 */
export class ReferenceIndex {
  readonly #byAddress = new Map<string, Entry[]>();
  readonly #byIdentifier = new Map<string, Entry[]>();
  readonly #byType = new Map<FhirResourceType, Entry[]>();
  readonly #canonical = new Map<Entry, Entry>();

  constructor(set: FhirResourceSet) {
    for (const entry of set.entries) this.#add(entry);
  }

  /** Every resource of a type, in the order read. */
  every<Type extends FhirResourceType>(type: Type): EntryOf<Type>[] {
    return (this.#byType.get(type) ?? []).filter((entry) => isOfType(entry, type));
  }

  /** Every resource of a type, exact repetitions (a directory sent twice) once. */
  all<Type extends FhirResourceType>(type: Type): EntryOf<Type>[] {
    return this.every(type).filter((entry) => this.#canonical.get(entry) === entry);
  }

  resolve(reference: FhirReference | undefined, from: Entry, type: FhirResourceType): Resolved {
    if (!reference) return { kind: 'missing' };
    const candidates = this.#candidates(reference, from, type).filter((entry) => entry.resource.resourceType === type);
    return this.#choose(candidates, from);
  }

  /** The resource of the given type behind a reference, when there is exactly one. */
  find<Type extends FhirResourceType>(
    reference: FhirReference | undefined,
    from: Entry,
    type: Type,
  ): EntryOf<Type> | undefined {
    const resolved = this.resolve(reference, from, type);
    return resolved.kind === 'found' && isOfType(resolved.entry, type) ? resolved.entry : undefined;
  }

  #add(entry: Entry): void {
    const { resource } = entry;
    const type = resource.resourceType;
    if (entry.fullUrl !== undefined) this.#put(this.#byAddress, entry.fullUrl, entry);
    if (resource.id !== undefined && !entry.fullUrl?.includes('#')) {
      this.#put(this.#byAddress, `${type}/${resource.id}`, entry);
    }
    if ('identifier' in resource) {
      for (const key of identifierKeys(type, resource.identifier ?? [])) this.#put(this.#byIdentifier, key, entry);
    }
    const first = (this.#byAddress.get(`${type}/${resource.id}`) ?? []).find((other) => sameContent(other, entry));
    this.#canonical.set(entry, (first && this.#canonical.get(first)) ?? entry);
    const ofType = this.#byType.get(type);
    if (ofType) ofType.push(entry);
    else this.#byType.set(type, [entry]);
  }

  #put(index: Map<string, Entry[]>, key: string, entry: Entry): void {
    const entries = index.get(key);
    if (!entries) index.set(key, [entry]);
    else if (!entries.includes(entry)) entries.push(entry);
  }

  #candidates(reference: FhirReference, from: Entry, type: FhirResourceType): readonly Entry[] {
    const text = reference.reference?.trim();
    if (text === undefined || text === '') {
      return identifierKeys(type, reference.identifier ? [reference.identifier] : []).flatMap(
        (key) => this.#byIdentifier.get(key) ?? [],
      );
    }
    if (text.startsWith('#')) return this.#byAddress.get(`${from.fullUrl ?? from.location}${text}`) ?? [];
    const searched = searchKey(text);
    if (searched !== undefined) return this.#byIdentifier.get(searched) ?? [];
    const address = text.replace(/\/_history\/[^/]*$/, '');
    const relative = address.split('/').slice(-2).join('/');
    return this.#byAddress.get(address) ?? this.#byAddress.get(relative) ?? [];
  }

  #choose(candidates: readonly Entry[], from: Entry): Resolved {
    const near = candidates.filter((entry) => entry.file === from.file);
    const among = near.length > 0 ? near : candidates;
    const first = among[0];
    if (!first) return { kind: 'missing' };
    if (among.some((entry) => !sameContent(entry, first))) return { kind: 'ambiguous' };
    return { kind: 'found', entry: this.#canonical.get(first) ?? first };
  }
}

function isOfType<Type extends FhirResourceType>(entry: Entry, type: Type): entry is EntryOf<Type> {
  return entry.resource.resourceType === type;
}

/** Equal but for the id: systems that send a directory with every patient number it anew each time. */
function sameContent(a: Entry, b: Entry): boolean {
  if (a === b) return true;
  const text = (entry: Entry) => JSON.stringify({ ...entry.resource, id: undefined });
  return text(a) === text(b);
}

function identifierKeys(type: string, identifiers: readonly FhirIdentifier[]): string[] {
  return identifiers.flatMap(({ system, value }) => {
    if (value === undefined || value === '') return [];
    return system === undefined ? [`${type}|${value}`] : [`${type}|${system}|${value}`, `${type}|${value}`];
  });
}

/** `Practitioner?identifier=system|value` as a key of the index; undefined for any other reference. */
function searchKey(text: string): string | undefined {
  const match = /^(?:.*\/)?([A-Za-z]+)\?identifier=([^&]+)$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return `${match[1]}|${decodeQuery(match[2]).replace(/^\|/, '')}`;
}

function decodeQuery(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
