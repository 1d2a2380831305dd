import type { Finding } from '../../kernel/finding.js';
import { visitSchema, type VisitInput } from '../visit.js';
import { EarlierVisits } from './earlier-visits.js';
import { type EncounterContext, EncounterLinks } from './encounter-context.js';
import { dateOf, totalMinutesOf } from './encounter-time.js';
import { fhirFinding } from './extracted.js';
import { clinicianOf, rolesByNpi } from './fhir-clinician.js';
import { coveragesOf, professionalClaims } from './fhir-coverages.js';
import { diagnosesOf } from './fhir-diagnoses.js';
import { documentationOf, type Sha256Hex } from './fhir-documentation.js';
import { personOf } from './fhir-person.js';
import { proceduresOf } from './fhir-procedures.js';
import { referralNumberOf } from './fhir-referral.js';
import type { FhirResourceSet } from './fhir-resource-set.js';
import { serviceKindOf } from './fhir-service-kind.js';
import { patientLocationOf } from './patient-location.js';
import { type EntryOf, ReferenceIndex } from './reference-index.js';
import { isVirtual, modalityOf } from './virtual-encounter.js';

export type VisitsFromFhirOptions = {
  /** Of the practice: decides on which calendar day a visit near midnight took place. */
  readonly timeZone: string;
  readonly sha256Hex: Sha256Hex;
  /** Name of the sending system; when left out, the identifier system of each encounter. */
  readonly sourceName?: string;
};

/** What became of one Encounter: a visit that passes the visit schema, or the reasons why there is none. */
export type FhirIntakeItem =
  | {
      readonly kind: 'visit';
      readonly encounterRef: string;
      readonly location: string;
      readonly visit: VisitInput;
      readonly warnings: readonly Finding[];
    }
  | {
      readonly kind: 'finding';
      readonly encounterRef: string;
      readonly location: string;
      readonly findings: readonly Finding[];
    };

type Reader = {
  readonly index: ReferenceIndex;
  readonly links: EncounterLinks;
  readonly earlierVisits: EarlierVisits;
  readonly roles: ReturnType<typeof rolesByNpi>;
  readonly coveragesByPatient: ReadonlyMap<EntryOf<'Patient'>, EntryOf<'Coverage'>[]>;
  readonly options: VisitsFromFhirOptions;
};

/** Makes of every Encounter in the set exactly one item, in the order read; the others of a broken one go on. */
export function visitsFromFhir(set: FhirResourceSet, options: VisitsFromFhirOptions): { items: FhirIntakeItem[] } {
  const index = new ReferenceIndex(set);
  const reader: Reader = {
    index,
    links: new EncounterLinks(index),
    earlierVisits: new EarlierVisits(index),
    roles: rolesByNpi(index),
    coveragesByPatient: coveragesByPatient(index),
    options,
  };
  const seen = new Set<string>();
  const items = index.every('Encounter').map((encounter) => {
    const item = readEncounter(reader, encounter);
    const key = item.kind === 'visit' ? `${item.visit.source}|${item.visit.sourceId}` : item.location;
    if (seen.has(key)) return duplicate(encounter);
    seen.add(key);
    return item;
  });
  const broken = set.brokenEncounters.map((each): FhirIntakeItem => ({ kind: 'finding', ...each }));
  return { items: [...items, ...broken] };
}

function coveragesByPatient(index: ReferenceIndex): Map<EntryOf<'Patient'>, EntryOf<'Coverage'>[]> {
  const coverages = new Map<EntryOf<'Patient'>, EntryOf<'Coverage'>[]>();
  for (const coverage of index.all('Coverage')) {
    if (coverage.fullUrl?.includes('#')) continue;
    const patient = index.find(coverage.resource.beneficiary, coverage, 'Patient');
    if (patient) coverages.set(patient, [...(coverages.get(patient) ?? []), coverage]);
  }
  return coverages;
}

function readEncounter(reader: Reader, encounter: EntryOf<'Encounter'>): FhirIntakeItem {
  const encounterRef = encounterRefOf(encounter);
  const { location } = encounter;
  const refusal = refusalOf(reader, encounter);
  if (refusal) return { kind: 'finding', encounterRef, location, findings: [refusal] };
  const { visit, findings } = draftOf(reader, encounter);
  const errors = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...schemaErrors(visit, location, findings),
  ];
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (!visit || errors.length > 0)
    return { kind: 'finding', encounterRef, location, findings: [...errors, ...warnings] };
  return { kind: 'visit', encounterRef, location, visit, warnings };
}

/** Why an encounter is none that could be billed here, before anything of it is read. */
function refusalOf({ links }: Reader, encounter: EntryOf<'Encounter'>): Finding | undefined {
  const { location, resource } = encounter;
  if (!isVirtual(encounter, links)) {
    const message = `not a telemedicine visit: class ${classCode(resource.class?.code)}, and no virtual type or procedure`;
    const remedy = 'nothing to do when the patient was seen in person; else send class VR';
    return fhirFinding('warning', 'not-telemedicine', `${location}, Encounter.class`, message, remedy);
  }
  if (resource.status === 'finished') return undefined;
  const message = 'the encounter is not finished; only a finished one is billed';
  return fhirFinding('warning', 'not-finished', `${location}, Encounter.status`, message, 'import it again when it is');
}

function classCode(code: string | undefined): string {
  return code !== undefined && /^[A-Z]{2,8}$/.test(code) ? code : 'not stated';
}

function draftOf(
  reader: Reader,
  encounter: EntryOf<'Encounter'>,
): { visit: VisitInput | undefined; findings: Finding[] } {
  const { index, links, options } = reader;
  const { location, resource } = encounter;
  const dateOfService = dateOf(resource.period?.start, options.timeZone);
  const patient = index.find(resource.subject, encounter, 'Patient');
  if (!dateOfService || !patient) {
    const missing = [];
    if (!dateOfService) missing.push(missingField(location, 'period.start', 'no usable date of service'));
    if (!patient) missing.push(missingField(location, 'subject', 'no single Patient in the set is the subject'));
    return { visit: undefined, findings: missing };
  }
  const context: EncounterContext = { encounter, index, links, dateOfService };
  return compose(reader, context, patient);
}

function compose(
  { roles, earlierVisits, coveragesByPatient, options }: Reader,
  context: EncounterContext,
  patient: EntryOf<'Patient'>,
): { visit: VisitInput | undefined; findings: Finding[] } {
  const procedures = proceduresOf(context);
  const parts = {
    patient: personOf(patient),
    clinician: clinicianOf(context, roles),
    place: patientLocationOf(context, patient),
    coverages: coveragesOf(context, coveragesByPatient.get(patient) ?? []),
    modality: modalityOf(context.encounter),
    minutes: totalMinutesOf(context),
    diagnoses: diagnosesOf(context),
    documentation: documentationOf(context, options.sha256Hex),
  };
  const serviceKind = serviceKindOf(context, parts.clinician.value?.type, procedures);
  const findings = [...Object.values(parts), serviceKind].flatMap((part): readonly Finding[] => part.findings);
  if (!parts.clinician.value || !parts.place.value) return { visit: undefined, findings };
  const newPatient = earlierVisits.newPatient(context.encounter);
  const preAuthorization = preAuthorizationOf(context);
  const referral = referralNumberOf(context);
  const visit: VisitInput = {
    ...sourceOf(context.encounter, options.sourceName),
    dateOfService: context.dateOfService,
    serviceKind: serviceKind.value,
    modality: parts.modality.value,
    ...(parts.minutes.value === undefined ? {} : { totalMinutes: parts.minutes.value }),
    ...(newPatient === undefined ? {} : { newPatient }),
    patient: parts.patient.value,
    patientLocation: parts.place.value,
    clinician: parts.clinician.value,
    coverages: parts.coverages.value,
    diagnoses: parts.diagnoses.value,
    procedures,
    ...(preAuthorization === undefined ? {} : { priorAuthorizationNumber: preAuthorization }),
    ...(referral === undefined ? {} : { referralNumber: referral }),
    documentation: parts.documentation.value,
  };
  return { visit, findings };
}

function sourceOf(
  encounter: EntryOf<'Encounter'>,
  sourceName: string | undefined,
): { source: string; sourceId: string } {
  const { id, identifier } = encounter.resource;
  const system = identifier?.find((each) => each.system !== undefined)?.system;
  const name = sourceName ?? system?.replace(/^[a-z]+:(\/\/)?/i, '') ?? 'unnamed';
  return { source: `fhir:${name}`.slice(0, 60), sourceId: id ?? identifier?.find((each) => each.value)?.value ?? '' };
}

function preAuthorizationOf(context: EncounterContext): string | undefined {
  const stated = professionalClaims(context).flatMap(({ resource }) => resource.insurance ?? []);
  return stated.flatMap(({ preAuthRef }) => preAuthRef ?? []).flatMap((text) => text?.trim() || [])[0];
}

/** What the visit schema still has to say: missing names, birth dates, an NPI with a wrong check digit. */
function schemaErrors(visit: VisitInput | undefined, location: string, known: readonly Finding[]): Finding[] {
  if (!visit) return known.length > 0 ? [] : [fhirFinding('error', 'no-visit', location, 'no visit could be made')];
  const checked = visitSchema.safeParse(visit);
  if (checked.success) return [];
  return checked.error.issues.map((issue) => {
    const field = issue.path.map(String).join('.');
    return fhirFinding(
      'error',
      'visit-invalid',
      `${location}, visit.${field}`,
      issue.message,
      'correct it at the source',
    );
  });
}

function encounterRefOf({ resource, location }: EntryOf<'Encounter'>): string {
  return resource.id === undefined ? location : `Encounter/${resource.id}`;
}

function missingField(location: string, field: string, message: string): Finding {
  const remedy = 'complete the encounter, or import the file it refers to together with it';
  return fhirFinding('error', 'encounter-incomplete', `${location}, Encounter.${field}`, message, remedy);
}

function duplicate(encounter: EntryOf<'Encounter'>): FhirIntakeItem {
  const message = 'an encounter with the same source and id came earlier in the set; the earlier one counts';
  const finding = fhirFinding('warning', 'encounter-repeated', encounter.location, message);
  return {
    kind: 'finding',
    encounterRef: encounterRefOf(encounter),
    location: encounter.location,
    findings: [finding],
  };
}
