import type { PlainDate } from '../../kernel/plain-date.js';
import type { EntryOf, ReferenceIndex } from './reference-index.js';
import type { FhirEntry } from './fhir-resource-set.js';
import type { FhirResourceType } from './fhir-schemas.js';

/** What the resources of a set say about one encounter, by pointing at it. */
export class EncounterLinks {
  readonly #byEncounter = new Map<EntryOf<'Encounter'>, Map<FhirResourceType, FhirEntry[]>>();

  constructor(index: ReferenceIndex) {
    for (const condition of index.all('Condition')) {
      this.#link(index.find(condition.resource.encounter, condition, 'Encounter'), condition);
    }
    for (const procedure of index.all('Procedure')) {
      this.#link(index.find(procedure.resource.encounter, procedure, 'Encounter'), procedure);
    }
    for (const document of index.all('DocumentReference')) {
      for (const encounter of document.resource.context?.encounter ?? []) {
        this.#link(index.find(encounter, document, 'Encounter'), document);
      }
    }
    for (const claim of index.all('Claim')) {
      for (const encounter of (claim.resource.item ?? []).flatMap((item) => item.encounter ?? [])) {
        this.#link(index.find(encounter, claim, 'Encounter'), claim);
      }
    }
  }

  of<Type extends FhirResourceType>(encounter: EntryOf<'Encounter'>, type: Type): EntryOf<Type>[] {
    const linked = this.#byEncounter.get(encounter)?.get(type) ?? [];
    return linked.filter((entry): entry is EntryOf<Type> => entry.resource.resourceType === type);
  }

  #link(encounter: EntryOf<'Encounter'> | undefined, entry: FhirEntry): void {
    if (!encounter) return;
    const byType = this.#byEncounter.get(encounter) ?? new Map<FhirResourceType, FhirEntry[]>();
    this.#byEncounter.set(encounter, byType);
    const type = entry.resource.resourceType;
    const linked = byType.get(type) ?? [];
    byType.set(type, linked);
    if (!linked.includes(entry)) linked.push(entry);
  }
}

/** One encounter with everything needed to read it. */
export type EncounterContext = {
  readonly encounter: EntryOf<'Encounter'>;
  readonly index: ReferenceIndex;
  readonly links: EncounterLinks;
  readonly dateOfService: PlainDate;
};
