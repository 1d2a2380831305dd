import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { type Practice, practiceSchema } from '../../domain/practice/practice.js';
import { type Clinician, clinicianSchema } from '../../domain/visit/visit.js';

/** What the demonstration practice charges, in cents a unit; sample figures of our own. */
const feeSchedule: Readonly<Record<string, number>> = {
  '99202': 14000,
  '99203': 21500,
  '99204': 32000,
  '99205': 42500,
  '99211': 5000,
  '99212': 11000,
  '99213': 17500,
  '99214': 25000,
  '99215': 35000,
  '99417': 6500,
  G2212: 6500,
  G2211: 3500,
  '98000': 14000,
  '98001': 21500,
  '98002': 32000,
  '98003': 42500,
  '98004': 11000,
  '98005': 17500,
  '98006': 25000,
  '98007': 35000,
  '98008': 13000,
  '98009': 20000,
  '98010': 30000,
  '98011': 40000,
  '98012': 10000,
  '98013': 16500,
  '98014': 23500,
  '98015': 33000,
  '98016': 4000,
  '99421': 4000,
  '99422': 7500,
  '99423': 11500,
  '90791': 29500,
  '90792': 34000,
  '90832': 15000,
  '90834': 20000,
  '90837': 29000,
  '90833': 14000,
  '90836': 18000,
  '90838': 23500,
  '90785': 3500,
  '97802': 5500,
  '97803': 5000,
  '97804': 2500,
};

/** The practice of the demonstration: fictional, with numbers of the ranges kept for tests. */
export const demonstrationPractice: Practice = practiceSchema.parse({
  name: 'Harborlight Telehealth Group',
  npi: npiFromNineDigits('199990001'),
  taxId: '999000017',
  taxonomyCode: '193200000X',
  address: { line1: '200 Quay Street', line2: 'Suite 400', city: 'Albany', state: 'NY', zip: '122071234' },
  contactName: 'Billing Office',
  contactPhone: '5185550100',
  submitterId: 'HARBORLIGHT',
  timeZone: 'America/New_York',
  feeSchedule,
} satisfies Record<keyof Practice, unknown>);

function clinician(
  sequence: number,
  name: readonly [first: string, last: string],
  type: Clinician['type'],
  taxonomyCode: string,
): Clinician {
  const npi = npiFromNineDigits(`1999901${String(sequence).padStart(2, '0')}`);
  return clinicianSchema.parse({ npi, firstName: name[0], lastName: name[1], type, taxonomyCode });
}

/** The clinicians by what they are called on to do. */
export const demonstrationClinicians = {
  familyPhysician: clinician(1, ['Amara', 'Lindqvist'], 'physician', '207Q00000X'),
  internist: clinician(2, ['Desmond', 'Okafor'], 'physician', '207R00000X'),
  nursePractitioner: clinician(3, ['Teresa', 'Vandermeer'], 'nurse_practitioner', '363LF0000X'),
  psychiatrist: clinician(4, ['Ilan', 'Brennan'], 'physician', '2084P0800X'),
  psychologist: clinician(5, ['Noor', 'Castellano'], 'clinical_psychologist', '103TC0700X'),
  socialWorker: clinician(6, ['Wyatt', 'Moreau'], 'clinical_social_worker', '1041C0700X'),
  dietitian: clinician(7, ['Saoirse', 'Pham'], 'dietitian', '133V00000X'),
} as const satisfies Record<string, Clinician>;
export type DemonstrationClinician = keyof typeof demonstrationClinicians;
