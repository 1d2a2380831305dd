import { type ProcedureFacts, proceduresOfFamily } from '../coding/procedure-facts.js';

function codesOf(...families: readonly ProcedureFacts['family'][]): readonly string[] {
  return families.flatMap((family) => proceduresOfFamily(family).map(({ code }) => code));
}

/** Check-ins and image reviews, which a visit near them pays for. */
export const shortContactCodes = codesOf('brief_check_in', 'image_review');
export const digitalVisitCodes = codesOf('digital_visit');
/** Evaluation and management visits, in person or by the telemedicine family. */
export const visitCodes = codesOf('office_visit', 'telemedicine_visit');
export const physiologicMonitoringCodes = codesOf('remote_monitoring');
export const therapeuticMonitoringCodes = codesOf('therapeutic_monitoring');
export const monitoringCodes: readonly string[] = [...physiologicMonitoringCodes, ...therapeuticMonitoringCodes];

/** How near to a visit a short contact is part of it: seven days after, and the day before (24 hours, as dates of service show them). */
export const contactReach = { daysAfterVisit: 7, daysBeforeVisit: 1 } as const;
