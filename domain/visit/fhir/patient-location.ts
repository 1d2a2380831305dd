import type { VisitInput } from '../visit.js';
import type { EncounterContext } from './encounter-context.js';
import { codingsOf } from './fhir-elements.js';
import { type Extracted, fhirFinding } from './extracted.js';
import { homeAddress, stateOf, zipOf } from './fhir-person.js';
import type { EntryOf } from './reference-index.js';

type PatientLocation = VisitInput['patientLocation'];

function isHome(location: EntryOf<'Location'> | undefined, display: string | undefined): boolean {
  const codes = codingsOf(location?.resource.physicalType ? [location.resource.physicalType] : []);
  if (codes.some(({ code }) => code === 'ho')) return true;
  const names = [display, location?.resource.name, location?.resource.description];
  return names.some((name) => /\bhome\b/i.test(name ?? ''));
}

/** True when a location belongs to the encounter's own organisation: there the clinician sat, not the patient. */
function isClinicianSite({ encounter, index }: EncounterContext, location: EntryOf<'Location'>): boolean {
  const owner = index.find(location.resource.managingOrganization, location, 'Organization');
  const provider = index.find(encounter.resource.serviceProvider, encounter, 'Organization');
  return owner !== undefined && owner === provider;
}

/** Where the patient was: decides the place of service and whose licence and Medicaid rules hold. */
export function patientLocationOf(
  context: EncounterContext,
  patient: EntryOf<'Patient'>,
): Extracted<PatientLocation | undefined> {
  const { encounter, index } = context;
  const where = `${encounter.location}, Encounter.location`;
  const stated = encounter.resource.location?.[0]?.location;
  const location = index.find(stated, encounter, 'Location');
  const home = homeAddress(patient);
  if (location && !isHome(location, stated?.display) && !isClinicianSite(context, location)) {
    const state = stateOf(location.resource.address) ?? stateOf(home);
    const zip = zipOf(location.resource.address);
    return withState(state && { setting: 'other', state, ...(zip === undefined ? {} : { zip }) }, patient);
  }
  const state = stateOf(home);
  const zip = zipOf(home);
  const atHome = withState(state && { setting: 'home', state, ...(zip === undefined ? {} : { zip }) }, patient);
  if (isHome(location, stated?.display)) return atHome;
  const message = 'nothing says where the patient was during the visit; the patient’s home is assumed';
  const remedy = 'send a Location of physical type ho for a patient at home';
  const assumed = fhirFinding('warning', 'patient-location-inferred', where, message, remedy);
  return { value: atHome.value, findings: [...atHome.findings, assumed] };
}

function withState(
  value: PatientLocation | undefined,
  patient: EntryOf<'Patient'>,
): Extracted<PatientLocation | undefined> {
  if (value) return { value, findings: [] };
  const message = 'the state where the patient was is not known, and licence and payer rules depend on it';
  const remedy = 'send the state as a postal abbreviation such as NY';
  const where = `${patient.location}, Patient.address.state`;
  return { value: undefined, findings: [fhirFinding('error', 'patient-state-missing', where, message, remedy)] };
}
