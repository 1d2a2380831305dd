import type { PlainDate } from '../kernel/plain-date.js';
import { isInNewPatientWindow } from './new-patient-window.js';
import type { PatientHistory } from './service-details.js';
import type { Visit } from './visit.js';

/** Whether the history makes the patient new or established, with what it was seen from. */
export type PatientStatus =
  | { readonly kind: 'established'; readonly lastService: PlainDate; readonly by: 'group and specialty' | 'clinician' }
  | { readonly kind: 'new'; readonly servicesLookedAt: number }
  | { readonly kind: 'undecided'; readonly reason: string };

type PriorService = PatientHistory['services'][number];

/** Taxonomy codes that name a profession and not its specialty: nurse practitioner, physician assistant, nurse specialist. */
const professionTaxonomies = ['363L', '363A', '364S'];

function namesProfessionOnly(taxonomyCode: string): boolean {
  return professionTaxonomies.some((prefix) => taxonomyCode.startsWith(prefix));
}

function latest(services: readonly PriorService[]): PlainDate | undefined {
  return services
    .map((service) => service.dateOfService)
    .reduce<PlainDate | undefined>((last, date) => (last === undefined || date > last ? date : last), undefined);
}

/**
 * New or established by history: established when the clinician, or anyone of the same group and specialty, gave a
 * face-to-face service in the three years before (CPT E/M guidelines; Pub. 100-04 ch. 12 §30.6.7). New only when the
 * history is complete. A specialty that a taxonomy does not name leaves it undecided.
 */
export function patientStatusByHistory(visit: Visit, history: PatientHistory, groupNpi: string): PatientStatus {
  const specialty = history.specialtyTaxonomyCode ?? visit.clinician.taxonomyCode;
  const inWindow = history.services.filter(
    ({ dateOfService, faceToFace }) => faceToFace && isInNewPatientWindow(dateOfService, visit.dateOfService),
  );
  const byClinician = latest(inWindow.filter((service) => service.clinicianNpi === visit.clinician.npi));
  if (byClinician !== undefined) return { kind: 'established', lastService: byClinician, by: 'clinician' };
  const ofGroup = inWindow.filter((service) => service.groupNpi === groupNpi);
  const ofSpecialty = latest(ofGroup.filter((service) => service.specialtyTaxonomyCode === specialty));
  if (ofSpecialty !== undefined) return { kind: 'established', lastService: ofSpecialty, by: 'group and specialty' };
  const unclear = ofGroup.some(
    (service) => namesProfessionOnly(service.specialtyTaxonomyCode) || namesProfessionOnly(specialty),
  );
  if (unclear) return { kind: 'undecided', reason: 'a taxonomy code names a profession and not its specialty' };
  if (history.complete) return { kind: 'new', servicesLookedAt: history.services.length };
  return { kind: 'undecided', reason: 'the history is not complete and shows no service of group and specialty' };
}
