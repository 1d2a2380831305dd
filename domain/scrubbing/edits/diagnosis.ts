import { safeFix } from '../claim-fix.js';
import { icd10, version5010 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { changesOfLines } from '../fixes.js';
import type { EditFinding, ScrubEdit, ScrubInput } from '../scrub-edit.js';
import type { DiagnosisLookUpStatus } from '../../coding/diagnosis-code-set.js';
import { uncheckedDiagnosis } from '../../coding/unchecked-diagnosis.js';

function diagnosesWithStatus(
  { claim, visit, diagnosisCodes }: ScrubInput,
  statuses: readonly DiagnosisLookUpStatus[],
  describe: (code: string, fiscalYear: number) => Omit<EditFinding, 'location'>,
): readonly EditFinding[] {
  return claim.diagnoses.flatMap((code, index) => {
    const { status, fiscalYear } = diagnosisCodes.lookUp(code, visit.dateOfService);
    return statuses.includes(status) ? [{ ...describe(code, fiscalYear), location: `claim.diagnoses[${index}]` }] : [];
  });
}

/** What the patient has. */
export const diagnosisEdits: readonly ScrubEdit[] = [
  {
    id: 'diagnosis-missing',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2300 HI*ABK: a principal diagnosis is required',
    title: 'The claim has a diagnosis',
    needs: ['diagnoses'],
    check: ({ claim }) =>
      findWhen(claim.diagnoses.length === 0, {
        message: 'the claim has no diagnosis',
        location: 'claim.diagnoses',
        remedy: 'Enter the ICD-10-CM code of the reason for the visit.',
      }),
  },
  {
    id: 'diagnosis-not-valid-on-date',
    severity: 'blocking',
    effectiveFrom: icd10,
    source: '45 CFR 162.1002: ICD-10-CM valid on the date of service',
    title: 'Each diagnosis is valid on the date of service',
    check: (input) =>
      diagnosesWithStatus(input, ['invalid', 'wrong_year'], (code, fiscalYear) => ({
        message: `${code} is not valid in fiscal year ${fiscalYear}, in which the visit falls`,
        remedy: 'Enter a code of that year, to its full length.',
      })),
  },
  {
    id: 'diagnosis-not-checked',
    severity: 'warning',
    effectiveFrom: icd10,
    source: '45 CFR 162.1002: ICD-10-CM valid on the date of service',
    title: 'Each diagnosis could be checked',
    check: (input) => diagnosesWithStatus(input, ['not_in_subset'], uncheckedDiagnosis),
  },
  {
    id: 'diagnosis-repeated',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2300 HI: each diagnosis one time',
    title: 'No diagnosis stands two times',
    check: ({ claim }) =>
      findWhen(new Set(claim.diagnoses).size < claim.diagnoses.length, {
        message: 'a diagnosis stands on the claim two times',
        location: 'claim.diagnoses',
        remedy: 'Take the second one off and set the pointers again.',
      }),
    fix: () => safeFix([{ kind: 'drop_repeated_diagnoses' }]),
  },
  {
    id: 'diagnosis-pointer-outside',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2400 SV107: points to a diagnosis of the claim',
    title: 'Each pointer leads to a diagnosis',
    needs: ['diagnoses'],
    check: (input) =>
      findOnLines(
        input,
        (line) => line.diagnosisPointers.some((pointer) => pointer > input.claim.diagnoses.length),
        (line) => ({
          field: 'diagnosisPointers',
          message: `line ${line.lineNumber} points to a diagnosis that the claim does not have`,
          remedy: 'Point the line to the diagnosis that was its reason.',
        }),
      ),
  },
  {
    id: 'diagnosis-pointer-repeated',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2400 SV107: each pointer one time',
    title: 'No line points to a diagnosis two times',
    check: (input) =>
      findOnLines(
        input,
        (line) => new Set(line.diagnosisPointers).size < line.diagnosisPointers.length,
        (line) => ({
          field: 'diagnosisPointers',
          message: `line ${line.lineNumber} points to the same diagnosis two times`,
          remedy: 'Take the second pointer off.',
        }),
      ),
    fix: (input) =>
      safeFix(
        changesOfLines(input, ({ diagnosisPointers }, lineIndex) =>
          new Set(diagnosisPointers).size < diagnosisPointers.length
            ? { kind: 'drop_repeated_pointers', lineIndex }
            : null,
        ),
      ),
  },
  {
    id: 'external-cause-first',
    severity: 'blocking',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, section I.C.20.a.6: an external cause is never first-listed',
    title: 'An external cause is not the first diagnosis',
    check: ({ claim }) =>
      findWhen(/^[V-Y]/.test(claim.diagnoses[0] ?? ''), {
        message: 'the first diagnosis is an external cause (V00–Y99)',
        location: 'claim.diagnoses[0]',
        remedy: 'List the injury or condition first.',
      }),
  },
  {
    id: 'pregnancy-diagnosis-of-male',
    severity: 'blocking',
    effectiveFrom: icd10,
    source: 'ICD-10-CM chapter 15 (O00–O9A): codes for mothers only',
    title: 'Pregnancy diagnoses belong to women',
    needs: ['sex'],
    check: ({ claim, visit }) =>
      findWhen(visit.patient.sex === 'M' && claim.diagnoses.some((code) => /^(O|Z3[34])/.test(code)), {
        message: 'a pregnancy diagnosis stands on the claim of a male patient',
        location: 'claim.diagnoses',
        remedy: 'Correct the diagnosis, or the patient’s sex as the payer has it.',
      }),
  },
  {
    id: 'newborn-diagnosis-of-adult',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, section I.C.16: conditions that began around birth',
    title: 'Newborn diagnoses are not first-listed for adults',
    needs: ['birth_date'],
    check: ({ claim, visit }) =>
      findWhen(
        (claim.diagnoses[0] ?? '').startsWith('P') &&
          Number(visit.dateOfService.slice(0, 4)) - Number(visit.patient.birthDate.slice(0, 4)) > 18,
        {
          message: 'the first diagnosis is one of newborns and the patient is an adult',
          location: 'claim.diagnoses[0]',
          remedy: 'Check whether the condition of today has a code outside of P00–P96.',
        },
      ),
  },
];
