import type { ClinicianType } from '../../visit/visit.js';
import { always, version5010 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { isZipOfState } from '../zip-of-state.js';

/** How taxonomy codes of each profession begin (NUCC Health Care Provider Taxonomy code set). */
const taxonomies: Readonly<Record<ClinicianType, RegExp>> = {
  physician: /^20/,
  nurse_practitioner: /^363L|^364S|^367A/,
  clinical_nurse_specialist: /^364S/,
  certified_nurse_midwife: /^367A|^176B/,
  nurse_anesthetist: /^3675/,
  physician_assistant: /^363A/,
  clinical_psychologist: /^103/,
  clinical_social_worker: /^104/,
  counselor: /^101Y|^106H/,
  dietitian: /^133/,
  therapist: /^225|^2251|^235Z|^231H/,
  physical_therapist: /^2251/,
  occupational_therapist: /^225X/,
  speech_language_pathologist: /^235Z/,
  audiologist: /^231H|^237600000X/,
  pharmacist: /^1835|^183500000X/,
};

/** Modifiers that name the rendering clinician's profession (HCPCS level II). */
const professionModifiers: ReadonlyMap<string, readonly ClinicianType[]> = new Map([
  ['AF', ['physician']],
  ['AG', ['physician']],
  ['AH', ['clinical_psychologist']],
  ['AJ', ['clinical_social_worker']],
  ['SA', ['nurse_practitioner', 'physician']],
]);

/** A post office box in the first line of an address. */
const postOfficeBox = /^(P\.?\s*O\.?\s*BOX|POST OFFICE BOX|LOCK ?BOX)\b/i;

/** Whether what is said of clinician and practice agrees with itself. */
export const providerIdentityEdits: readonly ScrubEdit[] = [
  {
    id: 'taxonomy-against-profession',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2310B PRV03; NUCC Health Care Provider Taxonomy; CARC 8',
    title: 'The clinician’s taxonomy code is one of the profession',
    needs: ['clinician'],
    check: ({ visit: { clinician } }) =>
      findWhen(!taxonomies[clinician.type].test(clinician.taxonomyCode), {
        message: `taxonomy ${clinician.taxonomyCode} is not one of a ${clinician.type.replaceAll('_', ' ')}`,
        location: 'visit.clinician.taxonomyCode',
        remedy: 'Enter the taxonomy under which the clinician is enrolled, or correct the profession.',
      }),
  },
  {
    id: 'rendering-same-as-billing',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2310B: only when the rendering provider is not the billing provider',
    title: 'The clinician has another NPI than the practice',
    needs: ['clinician', 'practice'],
    check: ({ visit, practice }) =>
      findWhen(visit.clinician.npi === practice.npi, {
        message: 'clinician and practice have the same NPI, which is right for a solo practice alone',
        location: 'visit.clinician.npi',
        remedy: 'Enter the clinician’s own NPI, unless they bill under it as a person.',
      }),
  },
  {
    id: 'billing-address-post-office-box',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010AA N301: a street address; a box belongs in loop 2010AB',
    title: 'The practice’s billing address is a street address',
    needs: ['practice'],
    check: ({ practice }) =>
      findWhen(postOfficeBox.test(practice.address.line1), {
        message: 'the practice’s billing address is a post office box',
        location: 'practice.address.line1',
        remedy: 'Enter the street address of the practice in its settings.',
      }),
  },
  {
    id: 'billing-zip-against-state',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2010AA N402, N403; USPS Publication 65',
    title: 'The practice’s ZIP code lies in the state of its address',
    needs: ['practice'],
    check: ({ practice: { address } }) =>
      findWhen(!isZipOfState(address.zip, address.state), {
        message: `no ZIP code of ${address.state} begins with ${address.zip.charAt(0)}`,
        location: 'practice.address.zip',
        remedy: 'Correct the ZIP code or the state in the practice’s settings; Medicare pays by its locality.',
      }),
  },
  {
    id: 'billing-zip-without-delivery-area',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010AA N403: the real ZIP+4, not 0000 or 9999 in place of the last four',
    title: 'The practice’s ZIP+4 is real',
    needs: ['practice'],
    check: ({ practice: { address } }) =>
      findWhen(/^\d{5}(0000|9999)$/.test(address.zip), {
        message: 'the last four digits of the practice’s ZIP code are filled up',
        location: 'practice.address.zip',
        remedy: 'Look up the ZIP+4 at the Postal Service and enter it in the practice’s settings.',
      }),
  },
  {
    id: 'profession-modifier-against-clinician',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'HCPCS level II modifiers AF, AG, AH, AJ, SA; CARC 4, 8',
    title: 'A modifier that names the profession fits the clinician',
    check: (input) => {
      const type = input.visit.clinician.type;
      const wrong = (modifier: string): boolean => professionModifiers.get(modifier)?.includes(type) === false;
      return findOnLines(
        input,
        (line) => line.modifiers.some(wrong),
        (line) => ({
          field: 'modifiers',
          message: `${line.modifiers.filter(wrong).join(', ')} on line ${line.lineNumber} is not for a ${type.replaceAll('_', ' ')}`,
          remedy: 'Take the modifier off, or correct who rendered the service.',
        }),
      );
    },
  },
];
