import type { ServiceLine } from '../../coding/coded-claim.js';
import { always, endOf2023, endOf2025, year2020, year2024, year2026 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';
import { hasTelehealth } from '../telehealth-lines.js';

const consultations = /^9924[2-5]$|^9925[2-5]$/;
/** Services of federally qualified and rural health clinics, billed on the institutional claim. */
const clinicCodes = ['G2025', 'G0511', 'G0512', 'G0071'];
const nutrition = ['97802', '97803', '97804'];
/** Diabetes (also in pregnancy), kidney disease short of dialysis, and the years after a kidney transplant. */
const nutritionDiagnosis = /^(E0[89]|E1[0-3]|O24|N18[1-5]|N189|Z940|Z4822)/;
const socialDeterminant = /^Z(5[5-9]|6[0-5])/;
const visitOrBehavioral = /^(9920[2-5]|9921[2-5]|9949[56]|9079[12]|9083[2-8]|9615[68]|G043[89])$/;

function diagnosesOf({ claim }: ScrubInput, line: ServiceLine): readonly string[] {
  return line.diagnosisPointers.map((pointer) => claim.diagnoses[pointer - 1] ?? '');
}

function hasClinicCode({ claim }: ScrubInput): boolean {
  return claim.lines.some((line) => clinicCodes.includes(line.procedureCode));
}

/** Codes that Medicare pays otherwise than others, or not at all. */
export const medicareCodeEdits: readonly ScrubEdit[] = [
  {
    id: 'medicare-consultation-codes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 12 §30.6.10: consultation codes are not paid; visits are',
    title: 'Medicare gets visits, not consultations',
    payerClasses: ['medicare'],
    check: (input) =>
      findOnLines(
        input,
        (line) => consultations.test(line.procedureCode),
        (line) => ({
          field: 'procedureCode',
          message: `Medicare does not pay ${line.procedureCode}`,
          remedy: 'Report the office visit that the documentation supports (99202–99215).',
        }),
      ),
  },
  {
    id: 'medicare-codes-of-other-payers',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'HCPCS level II: H and T codes are for state Medicaid agencies, S codes for private payers; CARC 96',
    title: 'Medicare gets no codes made for other payers',
    payerClasses: ['medicare'],
    check: (input) =>
      findOnLines(
        input,
        (line) => /^[HST]\d{4}$/.test(line.procedureCode),
        (line) => ({
          field: 'procedureCode',
          message: `Medicare does not know ${line.procedureCode}`,
          remedy: 'Report the CPT or G code of the service.',
        }),
      ),
  },
  {
    id: 'transmission-fee-outside-medicaid',
    severity: 'warning',
    effectiveFrom: always,
    source: 'HCPCS T1014: transmission by the minute, a code for state Medicaid agencies',
    title: 'The transmission fee goes to Medicaid',
    payerClasses: ['commercial', 'medicare_advantage', 'self_pay'],
    procedureCodes: ['T1014'],
    check: () => [
      {
        message: 'T1014 is billed to a payer other than Medicaid',
        location: 'claim.lines',
        remedy: 'Take it off, unless the contract pays for transmission.',
      },
    ],
  },
  {
    id: 'clinic-code-on-professional-claim',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 9 §50, §80: clinics bill these on the institutional claim',
    title: 'Clinic telehealth is not billed on a professional claim',
    payerClasses: ['medicare'],
    procedureCodes: clinicCodes,
    check: (input) =>
      findOnLines(
        input,
        (line) => clinicCodes.includes(line.procedureCode) && input.visit.facilityType === undefined,
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} belongs on a clinic’s institutional claim (837I)`,
          remedy: 'Bill it as the clinic, or report the professional code of the service.',
        }),
      ),
  },
  {
    id: 'clinic-visit-on-professional-claim',
    severity: 'blocking',
    effectiveFrom: always,
    source:
      'Pub. 100-04 ch. 9 §50, §60: health centers and rural clinics bill their visits on the institutional claim; 42 CFR 405.2463',
    title: 'A visit of a health center or rural clinic is not billed on a professional claim',
    needs: ['claim_form'],
    payerClasses: ['medicare'],
    check: (input) =>
      findWhen(input.visit.facilityType !== undefined && (hasTelehealth(input) || hasClinicCode(input)), {
        message: 'Medicare pays visits of health centers and rural clinics by the institutional claim (837I)',
        location: 'visit.facilityType',
        remedy: 'Bill it as the clinic; leave facilityType out when the professional bills on their own.',
      }),
  },
  {
    id: 'medicare-counselor-before-2024',
    severity: 'blocking',
    effectiveFrom: always,
    effectiveTo: endOf2023,
    source: 'SSA 1861(lll), as added by the Consolidated Appropriations Act, 2023, sec. 4121: from 2024',
    title: 'Medicare pays counselors for services from 2024 on',
    payerClasses: ['medicare'],
    check: ({ visit }) =>
      findWhen(visit.clinician.type === 'counselor', {
        message: 'Medicare had no benefit for counselors and family therapists before 2024',
        location: 'visit.clinician.type',
        remedy: 'Bill another payer or the patient; a supervising clinician’s NPI would be wrong.',
      }),
  },
  {
    id: 'medicare-nutrition-diagnosis',
    severity: 'blocking',
    effectiveFrom: always,
    source: '42 CFR 410.130–410.134: diabetes, kidney disease, or 36 months after a kidney transplant',
    title: 'Medicare nutrition therapy is for diabetes and kidney disease',
    payerClasses: ['medicare'],
    procedureCodes: nutrition,
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          nutrition.includes(line.procedureCode) &&
          !diagnosesOf(input, line).some((code) => nutritionDiagnosis.test(code)),
        (line) => ({
          field: 'diagnosisPointers',
          message: `${line.procedureCode} points to no diagnosis for which Medicare pays nutrition therapy`,
          remedy: 'Point it to the diabetes or kidney disease that was the referral’s reason, else it is not covered.',
        }),
      ),
  },
  {
    id: 'prolonged-code-outside-medicare',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99417; CY2021 PFS final rule: G2212 is Medicare’s own code',
    title: 'Payers other than Medicare get 99417 for prolonged visits',
    payerClasses: ['commercial', 'medicaid', 'self_pay'],
    procedureCodes: ['G2212'],
    check: () => [
      {
        message: 'G2212 is Medicare’s code for a prolonged visit',
        location: 'claim.lines',
        remedy: 'Report 99417 with its own times, or set this edit aside when the payer’s manual takes G2212.',
      },
    ],
  },
  {
    id: 'social-risk-assessment-alone',
    severity: 'blocking',
    effectiveFrom: year2024,
    effectiveTo: endOf2025,
    source: 'CY2024 PFS final rule: G0136, social risk assessment, with a visit or behavioral service',
    title: 'A social risk assessment of before 2026 belongs to a visit',
    payerClasses: ['medicare'],
    procedureCodes: ['G0136'],
    check: ({ claim }) =>
      findWhen(!claim.lines.some((line) => visitOrBehavioral.test(line.procedureCode)), {
        message: 'G0136 stands without the visit or behavioral service of which it is a part',
        location: 'claim.lines',
        remedy: 'Bill it with that service, or take it off.',
      }),
  },
  {
    id: 'activity-assessment-for-social-risk',
    severity: 'warning',
    effectiveFrom: year2026,
    source: 'CY2026 PFS final rule: G0136 is an assessment of physical activity and nutrition',
    title: 'G0136 of 2026 and later is not for social risk',
    procedureCodes: ['G0136'],
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          line.procedureCode === 'G0136' && diagnosesOf(input, line).some((code) => socialDeterminant.test(code)),
        () => ({
          field: 'diagnosisPointers',
          message: 'G0136 points to a social determinant, which it was for until 2025',
          remedy: 'Bill it for an assessment of physical activity and nutrition only.',
        }),
      ),
  },
  {
    id: 'assessment-units',
    severity: 'blocking',
    effectiveFrom: year2024,
    source: 'CY2024 and CY2026 PFS final rules: G0136 at most once in six months',
    title: 'An assessment is billed one time',
    procedureCodes: ['G0136'],
    check: (input) =>
      findOnLines(
        input,
        (line) => line.procedureCode === 'G0136' && line.units > 1,
        () => ({
          field: 'units',
          message: 'more than one unit of G0136, which is billed once in six months',
          remedy: 'Bill one unit.',
        }),
      ),
  },
  {
    id: 'therapy-assistant-modifier-alone',
    severity: 'blocking',
    effectiveFrom: year2020,
    source: '42 CFR 410.59(a)(4), 410.60(a)(4); Pub. 100-04 ch. 5 §20.1: CQ with GP, CO with GO',
    title: 'An assistant’s modifier stands beside the plan of care',
    check: (input) =>
      findOnLines(
        input,
        ({ modifiers }) =>
          (modifiers.includes('CQ') && !modifiers.includes('GP')) ||
          (modifiers.includes('CO') && !modifiers.includes('GO')),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has CQ without GP or CO without GO`,
          remedy: 'Add the modifier of the plan of care, or take the assistant’s off.',
        }),
      ),
  },
];
