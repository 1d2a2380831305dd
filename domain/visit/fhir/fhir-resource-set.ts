import type { Finding } from '../../kernel/finding.js';
import type { FhirResource } from './fhir-schemas.js';

/** One text to read: a bundle, a single resource or ndjson, with the name that findings give. */
export type FhirFile = { readonly name: string; readonly text: string };

/** A resource that could be read, and where it stood. */
export type FhirEntry<Resource extends FhirResource = FhirResource> = {
  readonly resource: Resource;
  readonly file: string;
  /** File and line, or file and bundle entry, for people. */
  readonly location: string;
  /** Absolute address (`urn:uuid:…` or URL), or the container's with `#id`; undefined when there is none. */
  readonly fullUrl: string | undefined;
};

/** An Encounter that could not be read: it is told of in its own item, never left out. */
export type BrokenEncounter = {
  readonly encounterRef: string;
  readonly location: string;
  readonly findings: readonly Finding[];
};

/** Everything several files hold together; directories of practitioners may stand in other files than the encounters. */
export type FhirResourceSet = {
  readonly entries: readonly FhirEntry[];
  readonly brokenEncounters: readonly BrokenEncounter[];
  /** What could not be read and is no Encounter: bad JSON lines, wrong types, unsupported bundles. */
  readonly findings: readonly Finding[];
  /** Resources of types intake has no use for, by type. */
  readonly ignoredCounts: Readonly<Record<string, number>>;
};
