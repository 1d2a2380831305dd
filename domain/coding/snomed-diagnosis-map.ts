import type { PlainDate } from '../kernel/plain-date.js';
import type { Patient } from '../visit/visit.js';
import {
  snomedDiagnoses,
  snomedDiagnosesBySex,
  snomedNotDiagnoses,
  snomedSeventhCharacter,
} from './snomed-diagnosis-table.js';

/** What a SNOMED CT concept means for a claim. */
export type SnomedMeaning =
  | { readonly kind: 'diagnosis'; readonly code: string; readonly note?: string }
  | { readonly kind: 'not_a_diagnosis'; readonly because: string }
  | { readonly kind: 'needs_coder'; readonly because: string };

/** ICD-10-CM codes that changed for a concept on 1 October; the first period that ends on or after the date of service wins. */
const datedDiagnoses: Readonly<Record<string, readonly { readonly until: string; readonly code: string }[]>> = {
  '24700007': [
    { until: '2025-09-30', code: 'G35' },
    { until: '9999-12-31', code: 'G35D' },
  ],
};

const diagnoses = new Map(Object.entries(snomedDiagnoses));
const diagnosesBySex = new Map(Object.entries(snomedDiagnosesBySex));
const injuries = new Map(Object.entries(snomedSeventhCharacter));
const notDiagnoses = new Map(Object.entries(snomedNotDiagnoses));
const dated = new Map(Object.entries(datedDiagnoses));

/** Maps a SNOMED CT concept to the ICD-10-CM code to report on a date of service, without the dot. */
export function mapSnomedDiagnosis(concept: string, dateOfService: PlainDate, sex: Patient['sex']): SnomedMeaning {
  const leftOut = notDiagnoses.get(concept);
  if (leftOut !== undefined) return { kind: 'not_a_diagnosis', because: leftOut };
  const period = dated.get(concept)?.find(({ until }) => dateOfService <= until);
  if (period) return { kind: 'diagnosis', code: period.code };
  const bySex = diagnosesBySex.get(concept);
  if (bySex) {
    if (sex === 'U')
      return { kind: 'needs_coder', because: 'the ICD-10-CM code depends on the patient’s sex, which is unknown' };
    return { kind: 'diagnosis', code: bySex[sex] };
  }
  const injury = injuries.get(concept);
  if (injury !== undefined)
    return {
      kind: 'diagnosis',
      code: injury,
      note: 'the seventh character stands for active treatment (A); use D when this visit was routine healing care',
    };
  const code = diagnoses.get(concept);
  return code === undefined
    ? { kind: 'needs_coder', because: 'the SNOMED CT concept has no entry in the diagnosis map' }
    : { kind: 'diagnosis', code };
}
