import { yearsBetween } from '../../kernel/plain-date.js';
import { icd10 } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';

/** Codes of conditions "in diseases classified elsewhere": the cause stands before them. */
const manifestation =
  /^(D77|E35|F02|G63|H28|H32|H42|I32|I39|I41|I43|I52|J17|J99|K23|K67|K77|K87|L14|L54|L86|L99|M36|M63|N08|N16|N22|N29|N33|N37|N51|N74|N77)/;
/** Circumstances and findings that explain another diagnosis: body mass index, social determinants, do-not-resuscitate, resistance. */
const secondaryOnly = /^(Z68|Z5[5-9]|Z6[0-5]|Z66|Z16)/;
/** Encounters that are the reason of the visit itself. */
const firstOnly = /^(Z00|Z01|Z02|Z04|Z38|Z51[01]|Z52|Z332)/;
/** Groups that the tabular list sets apart by an Excludes1 note, as beginnings of codes. */
const excludedPairs: readonly (readonly [string, string])[] = [
  ['E10', 'E11'],
  ['E10', 'E13'],
  ['E11', 'E13'],
  ['F32', 'F33'],
  ['F31', 'F32'],
  ['F31', 'F33'],
];

function startsWithAny({ claim }: ScrubInput, beginning: string): boolean {
  return claim.diagnoses.some((code) => code.startsWith(beginning));
}

function has({ claim }: ScrubInput, pattern: RegExp): boolean {
  return claim.diagnoses.some((code) => pattern.test(code));
}

function first({ claim }: ScrubInput): string {
  return claim.diagnoses[0] ?? '';
}

function ageOf({ visit }: ScrubInput): number {
  return yearsBetween(visit.patient.birthDate, visit.dateOfService);
}

/** A patient whose record says that sex-specific edits do not hold (Pub. 100-04 ch. 32 §240). */
function isSexEditLifted({ claim }: ScrubInput): boolean {
  return claim.lines.some((line) => line.modifiers.includes('KX'));
}

/** In which order and company diagnoses stand, and whose they can be. */
export const diagnosisOrderEdits: readonly ScrubEdit[] = [
  {
    id: 'manifestation-first',
    severity: 'blocking',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, section I.A.13: etiology before manifestation',
    title: 'A manifestation is not the first diagnosis',
    check: (input) =>
      findWhen(manifestation.test(first(input)), {
        message: `${first(input)} is a manifestation; the disease behind it stands before it`,
        location: 'claim.diagnoses[0]',
        remedy: 'List the underlying disease first.',
      }),
  },
  {
    id: 'circumstance-first',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, sections I.B.14 and I.C.21.c.17: secondary diagnoses only',
    title: 'A circumstance is not the first diagnosis',
    check: (input) =>
      findWhen(secondaryOnly.test(first(input)), {
        message: `${first(input)} may only be reported after the condition it bears on`,
        location: 'claim.diagnoses[0]',
        remedy: 'List the condition that was seen to first.',
      }),
  },
  {
    id: 'first-listed-code-later',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, section I.C.21.c.16: Z codes that are first-listed only',
    title: 'A code for the first place stands there',
    check: ({ claim }) =>
      findWhen(
        claim.diagnoses.some((code, index) => index > 0 && firstOnly.test(code)),
        {
          message: 'a code that is only first-listed stands after another diagnosis',
          location: 'claim.diagnoses',
          remedy: 'List it first, or leave it out when it was not the reason of the visit.',
        },
      ),
  },
  {
    id: 'sequela-first',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, section I.B.10: the condition first, then the sequela code',
    title: 'A sequela code is not the first diagnosis',
    check: (input) =>
      findWhen(/^[ST].{5}S$/.test(first(input)), {
        message: 'the first diagnosis is a sequela; the condition that it left stands before it',
        location: 'claim.diagnoses[0]',
        remedy: 'List the present condition first.',
      }),
  },
  {
    id: 'diagnoses-exclude-each-other',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'ICD-10-CM tabular list, Excludes1 notes; Official Guidelines, section I.A.12.a',
    title: 'Diagnoses that exclude each other do not stand together',
    check: (input) => {
      const pair = excludedPairs.find(([one, other]) => startsWithAny(input, one) && startsWithAny(input, other));
      return findWhen(pair !== undefined, {
        message: `codes of ${pair?.join(' and ') ?? ''} exclude each other`,
        location: 'claim.diagnoses',
        remedy: 'Keep the one that the note supports.',
      });
    },
  },
  {
    id: 'hypertension-with-heart-or-kidney-disease',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, section I.C.9.a: hypertension with heart failure or kidney disease',
    title: 'Hypertension with heart failure or chronic kidney disease has its joint code',
    check: (input) =>
      findWhen(startsWithAny(input, 'I10') && has(input, /^(I50|N18|I1[123])/), {
        message: 'I10 stands beside heart failure or chronic kidney disease, which are coded together with it',
        location: 'claim.diagnoses',
        remedy: 'Report I11, I12 or I13 in place of I10, unless the note says that they are not related.',
      }),
  },
  {
    id: 'unspecified-illness-first',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'ICD-10-CM Official Guidelines, section I.B.18: the most specific code known; CARC 50, 167',
    title: 'The first diagnosis says what the patient has',
    check: (input) =>
      findWhen(/^(R69|R99)/.test(first(input)), {
        message: `${first(input)} says nothing of the illness`,
        location: 'claim.diagnoses[0]',
        remedy: 'Report the sign, symptom or condition that the note names.',
      }),
  },
  {
    id: 'maternity-diagnosis-age',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'Medicare Code Editor, age conflict: maternity diagnoses from 9 to 64 years',
    title: 'Maternity diagnoses are of an age for them',
    needs: ['birth_date'],
    check: (input) =>
      findWhen(startsWithAny(input, 'O') && (ageOf(input) < 9 || ageOf(input) > 64), {
        message: 'a maternity diagnosis stands on the claim of a patient under 9 or over 64 years',
        location: 'claim.diagnoses',
        remedy: 'Check the diagnosis and the birth date.',
      }),
  },
  {
    id: 'examination-diagnosis-age',
    severity: 'blocking',
    effectiveFrom: icd10,
    source: 'Medicare Code Editor, age conflict: Z00.1- to 17 years; Z00.0- is an adult’s examination',
    title: 'An examination code fits the patient’s age',
    needs: ['birth_date'],
    check: (input) => {
      const child = startsWithAny(input, 'Z001') && ageOf(input) > 17;
      const adult = startsWithAny(input, 'Z000') && ageOf(input) < 15;
      return findWhen(child || adult, {
        message: child ? 'a child’s examination of an adult' : 'an adult’s examination of a child',
        location: 'claim.diagnoses',
        remedy: 'Report the examination code of the patient’s age.',
      });
    },
  },
  {
    id: 'male-diagnosis-of-female',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'Medicare Code Editor, sex conflict; Pub. 100-04 ch. 32 §240: KX where it does not hold; CARC 10',
    title: 'Diagnoses of male organs fit the sex on record',
    needs: ['sex'],
    check: (input) =>
      findWhen(input.visit.patient.sex === 'F' && has(input, /^(N4[0-9]|N5[0-3]|C6[0-3])/) && !isSexEditLifted(input), {
        message: 'a diagnosis of male organs stands on the claim of a patient on record as female',
        location: 'claim.diagnoses',
        remedy: 'Check diagnosis and sex; mark the line with KX when both are right.',
      }),
  },
  {
    id: 'female-diagnosis-of-male',
    severity: 'warning',
    effectiveFrom: icd10,
    source: 'Medicare Code Editor, sex conflict; Pub. 100-04 ch. 32 §240: KX where it does not hold; CARC 10',
    title: 'Diagnoses of female organs fit the sex on record',
    needs: ['sex'],
    check: (input) =>
      findWhen(input.visit.patient.sex === 'M' && has(input, /^(N[78]\d|N9[0-8]|C5[1-8])/) && !isSexEditLifted(input), {
        message: 'a diagnosis of female organs stands on the claim of a patient on record as male',
        location: 'claim.diagnoses',
        remedy: 'Check diagnosis and sex; mark the line with KX when both are right.',
      }),
  },
];
