import { isTherapist } from '../../visit/is-therapist.js';
import { procedureFacts } from '../../coding/procedure-facts.js';
import { afterMedicareWaivers, always, version5010 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { hasTelehealth } from '../telehealth-lines.js';

/** Who rendered the service and who bills it. */
export const providerEdits: readonly ScrubEdit[] = [
  {
    id: 'clinician-may-not-report',
    severity: 'blocking',
    effectiveFrom: always,
    source:
      'CPT: physician or other qualified health care professional; 42 CFR 410.20, 410.53, 410.54, 410.59–410.62, 410.69–410.77, 410.134',
    title: 'The clinician’s profession may report the code',
    check: (input) => {
      const type = input.visit.clinician.type;
      return findOnLines(
        input,
        (line) => procedureFacts(line.procedureCode)?.clinicians?.includes(type) === false,
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is not reported by a ${type.replaceAll('_', ' ')}`,
          remedy: 'Correct the clinician’s type, or choose a code of this profession.',
        }),
      );
    },
  },
  {
    id: 'billing-zip-nine-digits',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010AA N403: the billing provider’s full nine-digit ZIP code',
    title: 'The practice’s ZIP code has nine digits',
    needs: ['practice'],
    check: ({ practice }) =>
      findWhen(practice.address.zip.length !== 9, {
        message: 'the practice’s address has a ZIP code of five digits; the claim needs nine',
        location: 'practice.address.zip',
        remedy: 'Enter the ZIP+4 of the practice in its settings.',
      }),
  },
  {
    id: 'billing-tax-id-not-real',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2010AA REF*EI',
    title: 'The practice’s tax id is real',
    needs: ['practice'],
    check: ({ practice }) =>
      findWhen(/^(\d)\1{8}$|^123456789$/.test(practice.taxId), {
        message: 'the practice’s tax id is a placeholder number',
        location: 'practice.taxId',
        remedy: 'Enter the employer identification number of the practice in its settings.',
      }),
  },
  {
    id: 'medicare-therapist-after-waivers',
    severity: 'blocking',
    effectiveFrom: afterMedicareWaivers,
    source: 'SSA 1834(m)(4)(E) as amended by the Consolidated Appropriations Act, 2026, sec. 6209',
    title: 'Therapists are Medicare telehealth practitioners only through 2027',
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(isTherapist(input.visit.clinician.type) && hasTelehealth(input), {
        message: 'Medicare pays no telehealth of physical, occupational or speech therapists after 2027',
        location: 'visit.clinician.type',
        remedy: 'See the patient in person, or bill another payer.',
      }),
  },
];
