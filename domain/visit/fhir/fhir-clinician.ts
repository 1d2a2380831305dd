import type { ClinicianType, VisitInput } from '../visit.js';
import { codeSystems } from './fhir-codes.js';
import { codingsOf, type FhirIdentifier } from './fhir-elements.js';
import { chooseName } from './fhir-person.js';
import type { EncounterContext } from './encounter-context.js';
import { type Extracted, fhirFinding } from './extracted.js';
import type { EntryOf, ReferenceIndex } from './reference-index.js';

/** Clinician types by the start of the NUCC taxonomy code, longest first. */
const typesByTaxonomy: readonly (readonly [prefix: string, type: ClinicianType])[] = [
  ['363L', 'nurse_practitioner'],
  ['363A', 'physician_assistant'],
  ['1041', 'clinical_social_worker'],
  ['103T', 'clinical_psychologist'],
  ['103G', 'clinical_psychologist'],
  ['101Y', 'counselor'],
  ['106H', 'counselor'],
  ['133V', 'dietitian'],
  ['2251', 'physical_therapist'],
  ['225X', 'occupational_therapist'],
  ['235Z', 'speech_language_pathologist'],
  ['231H', 'audiologist'],
  ['364S', 'clinical_nurse_specialist'],
  ['367A', 'certified_nurse_midwife'],
  ['3675', 'nurse_anesthetist'],
  ['1835', 'pharmacist'],
  ['20', 'physician'],
];

/** The kind of clinician a NUCC taxonomy code stands for; undefined for one that does not see telemedicine patients. */
function clinicianTypeOf(taxonomyCode: string): ClinicianType | undefined {
  return typesByTaxonomy.find(([prefix]) => taxonomyCode.startsWith(prefix))?.[1];
}

function npiOf(identifiers: readonly FhirIdentifier[] | undefined): string | undefined {
  return identifiers?.find(({ system }) => system === codeSystems.npi)?.value;
}

/** Roles by the NPI of their practitioner, since directories number the same practitioner anew. */
export function rolesByNpi(index: ReferenceIndex): Map<string, EntryOf<'PractitionerRole'>[]> {
  const roles = new Map<string, EntryOf<'PractitionerRole'>[]>();
  for (const role of index.all('PractitionerRole')) {
    const reference = role.resource.practitioner;
    const practitioner = index.find(reference, role, 'Practitioner');
    const stated = reference?.identifier ? [reference.identifier] : undefined;
    const npi = npiOf(practitioner?.resource.identifier) ?? npiOf(stated);
    if (npi !== undefined) roles.set(npi, [...(roles.get(npi) ?? []), role]);
  }
  return roles;
}

type Participant = NonNullable<EntryOf<'Encounter'>['resource']['participant']>[number];

/** Who rendered the service: the primary performer, else the attender, else whoever stands first. */
function orderedParticipants({ encounter }: EncounterContext): Participant[] {
  const rank = ({ type }: Participant) => {
    const codes = codingsOf(type).map(({ code }) => code);
    if (codes.includes('PPRF')) return 0;
    return codes.includes('ATND') ? 1 : 2;
  };
  return [...(encounter.resource.participant ?? [])].sort((a, b) => rank(a) - rank(b));
}

function findPractitioner(context: EncounterContext): EntryOf<'Practitioner'> | undefined {
  const { encounter, index } = context;
  for (const { individual } of orderedParticipants(context)) {
    const practitioner = index.find(individual, encounter, 'Practitioner');
    if (practitioner) return practitioner;
    const role = index.find(individual, encounter, 'PractitionerRole');
    const behind = role && index.find(role.resource.practitioner, role, 'Practitioner');
    if (behind) return behind;
  }
  return undefined;
}

function taxonomyOf(practitioner: EntryOf<'Practitioner'>, roles: readonly EntryOf<'PractitionerRole'>[]): string[] {
  const stated = roles.flatMap(({ resource }) => codingsOf([...(resource.specialty ?? []), ...(resource.code ?? [])]));
  const qualified = codingsOf(practitioner.resource.qualification?.map(({ code }) => code));
  return [...stated, ...qualified].flatMap(({ system, code }) =>
    system === codeSystems.taxonomy && code !== undefined ? [code] : [],
  );
}

/** The rendering provider with NPI, taxonomy (through PractitionerRole or qualification) and type; undefined with the reason. */
export function clinicianOf(
  context: EncounterContext,
  roles: ReadonlyMap<string, EntryOf<'PractitionerRole'>[]>,
): Extracted<VisitInput['clinician'] | undefined> {
  const fail = (code: string, where: string, message: string, remedy: string) => ({
    value: undefined,
    findings: [fhirFinding('error', code, where, message, remedy)],
  });
  const where = `${context.encounter.location}, Encounter.participant`;
  const practitioner = findPractitioner(context);
  if (!practitioner) {
    const message = 'no participant leads to exactly one Practitioner in the set';
    return fail('clinician-missing', where, message, 'import the file with the practitioners together with this one');
  }
  const npi = npiOf(practitioner.resource.identifier);
  if (npi === undefined) {
    const remedy = `add an identifier of system ${codeSystems.npi}`;
    return fail('npi-missing', `${practitioner.location}, Practitioner.identifier`, 'the clinician has no NPI', remedy);
  }
  const taxonomyCodes = taxonomyOf(practitioner, roles.get(npi) ?? []);
  const taxonomyCode = taxonomyCodes.find((code) => clinicianTypeOf(code) !== undefined);
  const type = taxonomyCode === undefined ? undefined : clinicianTypeOf(taxonomyCode);
  if (taxonomyCode === undefined || type === undefined) {
    const message =
      taxonomyCodes.length === 0
        ? 'no taxonomy code, neither on a PractitionerRole nor on a qualification'
        : 'the taxonomy code is of no clinician type that bills telemedicine visits';
    return fail(
      'taxonomy-missing',
      practitioner.location,
      message,
      'import the PractitionerRole with its NUCC specialty',
    );
  }
  const { first, last } = chooseName(practitioner.resource.name);
  return { value: { npi, firstName: first, lastName: last, type, taxonomyCode }, findings: [] };
}
