import { startMillis } from './encounter-time.js';
import type { EntryOf, ReferenceIndex } from './reference-index.js';

const threeYearsMillis = 3 * 365 * 86_400_000;

/**
 * Knows which patients had an earlier visit with the same organisation within three years, as far as the set shows:
 * they are established (E/M guidelines, new and established patient). A set that shows none proves nothing.
 */
export class EarlierVisits {
  readonly #index: ReferenceIndex;
  readonly #startsByPatient = new Map<string, number[]>();

  constructor(index: ReferenceIndex) {
    this.#index = index;
    for (const encounter of index.all('Encounter')) {
      const key = this.#key(encounter);
      const start = startMillis(encounter.resource.period);
      if (key === undefined || start === undefined || encounter.resource.status !== 'finished') continue;
      this.#startsByPatient.set(key, [...(this.#startsByPatient.get(key) ?? []), start]);
    }
  }

  /** False for a patient seen before; undefined when the set does not show it. */
  newPatient(encounter: EntryOf<'Encounter'>): false | undefined {
    const key = this.#key(encounter);
    const start = startMillis(encounter.resource.period);
    if (key === undefined || start === undefined) return undefined;
    const starts = this.#startsByPatient.get(key) ?? [];
    return starts.some((each) => each < start && start - each < threeYearsMillis) ? false : undefined;
  }

  #key(encounter: EntryOf<'Encounter'>): string | undefined {
    const patient = this.#index.find(encounter.resource.subject, encounter, 'Patient');
    const { serviceProvider } = encounter.resource;
    const organization =
      this.#index.find(serviceProvider, encounter, 'Organization')?.location ?? serviceProvider?.reference;
    return patient && organization ? `${patient.location}|${organization}` : undefined;
  }
}
