import type { ClinicianType } from '../../visit/visit.js';
import { always, year2025 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';

const onlineDigital = ['99421', '99422', '99423', '98970', '98971', '98972'];
const establishedOnly = [...onlineDigital, '98016', 'G2010', 'G2250', 'G2251', 'G2252'];
/** For clinicians who may not report visits (evaluation and management). */
const nonphysicianCodes = ['98966', '98967', '98968', '98970', '98971', '98972', 'G2250', 'G2251'];
const checkIns = ['98016', 'G2251', 'G2252'];
const reportVisits: readonly ClinicianType[] = ['physician', 'nurse_practitioner', 'physician_assistant'];
/** Visits that already pay for a short contact on their day. */
const visitCode = /^(9920[2-5]|9921[1-5]|980(0\d|1[0-5]))$/;

function hasVisit({ claim }: ScrubInput): boolean {
  return claim.lines.some((line) => visitCode.test(line.procedureCode));
}

/** Check-ins, online digital visits and consultations between professionals, which are not telehealth. */
export const communicationTechnologyEdits: readonly ScrubEdit[] = [
  {
    id: 'communication-service-of-new-patient',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 98016, 99421–99423, 98970–98972; CY2019 PFS final rule on G2010: established patients',
    title: 'Check-ins and digital visits are for established patients',
    procedureCodes: establishedOnly,
    check: (input) =>
      findOnLines(
        input,
        (line) => input.visit.newPatient === true && establishedOnly.includes(line.procedureCode),
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is for established patients and this one is new`,
          remedy: 'Report a visit when one took place, or correct the patient’s history.',
        }),
      ),
  },
  {
    id: 'nonphysician-code-by-physician',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 98966–98968, 98970–98972: qualified nonphysician health care professionals',
    title: 'Codes of nonphysician professionals are reported by them',
    procedureCodes: nonphysicianCodes,
    check: (input) =>
      findOnLines(
        input,
        (line) => nonphysicianCodes.includes(line.procedureCode) && reportVisits.includes(input.visit.clinician.type),
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is for clinicians who do not report visits`,
          remedy: 'Report 99421–99423 for a digital visit, 98016 for a check-in, G2010 for an image.',
        }),
      ),
  },
  {
    id: 'check-in-leads-to-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source:
      'CPT 98016; CY2019 PFS final rule: not when it leads to a visit within 24 hours or follows one within 7 days',
    title: 'A check-in does not stand beside a visit of the day',
    procedureCodes: [...checkIns, 'G2010', 'G2250'],
    check: (input) =>
      findWhen(hasVisit(input), {
        message: 'a check-in or image review stands beside the visit it led to',
        location: 'claim.lines',
        remedy: 'Take the check-in off; the visit pays for it.',
      }),
  },
  {
    id: 'digital-visit-beside-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT online digital evaluation and management: time counts to a visit within seven days',
    title: 'A digital visit does not stand beside a visit of the day',
    procedureCodes: onlineDigital,
    check: (input) =>
      findWhen(hasVisit(input), {
        message: 'an online digital visit stands beside a visit of the same day',
        location: 'claim.lines',
        remedy: 'Add its work to the visit and take it off.',
      }),
  },
  {
    id: 'two-digital-visits',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT online digital evaluation and management: one code for all of seven days',
    title: 'One digital visit stands for seven days',
    procedureCodes: onlineDigital,
    check: ({ claim }) =>
      findWhen(claim.lines.filter((line) => onlineDigital.includes(line.procedureCode)).length > 1, {
        message: 'two online digital visits stand on one claim',
        location: 'claim.lines',
        remedy: 'Add up the minutes of seven days and report the one code of their band.',
      }),
  },
  {
    id: 'digital-visit-in-real-time',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT online digital evaluation and management: through a portal or secure messages, not in real time',
    title: 'A digital visit was not held in real time',
    procedureCodes: onlineDigital,
    check: (input) =>
      findOnLines(
        input,
        (line) => onlineDigital.includes(line.procedureCode) && input.visit.modality !== 'asynchronous',
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is for written exchange and the visit was ${input.visit.modality.replaceAll('_', ' ')}`,
          remedy: 'Report the visit or check-in that took place, or correct the modality.',
        }),
      ),
  },
  {
    id: 'consultation-sides-together',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99446–99449, 99451 of the consultant; 99452 of the treating clinician',
    title: 'One clinician is one side of a consultation',
    procedureCodes: ['99452'],
    check: ({ claim }) =>
      findWhen(
        claim.lines.some((line) => /^(9944[6-9]|99451)$/.test(line.procedureCode)),
        {
          message: 'the consultant’s code and the treating clinician’s 99452 stand on one claim',
          location: 'claim.lines',
          remedy: 'Keep the code of the side that this clinician was on.',
        },
      ),
  },
  {
    id: 'check-in-in-writing',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: 'CPT 98016: a conversation in real time',
    title: 'A brief check-in is a conversation',
    procedureCodes: ['98016'],
    check: ({ visit }) =>
      findWhen(visit.modality === 'asynchronous', {
        message: '98016 needs a conversation and the contact was asynchronous',
        location: 'visit.modality',
        remedy: 'Report an online digital visit when its minutes are met, or correct the modality.',
      }),
  },
];
