import type { ServiceLine } from '../../coding/coded-claim.js';
import { always } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';

const psychotherapy = ['90832', '90834', '90837'];
const psychotherapyAddOns = ['90833', '90836', '90838'];
const psychiatricEvaluations = ['90791', '90792'];
const healthBehavior = ['96156', '96158', '96159', '96164', '96165', '96167', '96168', '96170', '96171'];
const crisis = ['90839', '90840'];
const distinctModifiers = ['59', 'XE', 'XP', 'XS', 'XU'];

function bills({ claim }: ScrubInput, codes: readonly string[]): boolean {
  return claim.lines.some((line) => codes.includes(line.procedureCode));
}

function countOf({ claim }: ScrubInput, codes: readonly string[]): number {
  return claim.lines.filter((line) => codes.includes(line.procedureCode)).length;
}

/** Whether any diagnosis the line points to matches. */
function pointsTo({ claim }: ScrubInput, line: ServiceLine, pattern: RegExp): boolean {
  return line.diagnosisPointers.some((pointer) => pattern.test(claim.diagnoses[pointer - 1] ?? ''));
}

/** Which behavioral codes stand together, and for what. */
export const behavioralHealthEdits: readonly ScrubEdit[] = [
  {
    id: 'two-psychotherapy-codes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT psychotherapy guidelines: the code nearest to the time; one a session',
    title: 'One code stands for the day’s individual psychotherapy',
    procedureCodes: [...psychotherapy, ...psychotherapyAddOns],
    check: (input) =>
      findWhen(countOf(input, psychotherapy) > 1 || countOf(input, psychotherapyAddOns) > 1, {
        message: 'two codes of individual psychotherapy stand on one day',
        location: 'claim.lines',
        remedy: 'Report the one code whose band holds all of the minutes.',
      }),
  },
  {
    id: 'two-psychiatric-evaluations',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'NCCI Policy Manual ch. 11: 90791 or 90792, once a day',
    title: 'One psychiatric evaluation a day',
    procedureCodes: psychiatricEvaluations,
    check: (input) =>
      findWhen(countOf(input, psychiatricEvaluations) > 1, {
        message: '90791 and 90792 stand on one day',
        location: 'claim.lines',
        remedy: 'Report 90792 when medical services were part of it, else 90791.',
      }),
  },
  {
    id: 'crisis-beside-other-psychotherapy',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT psychotherapy for crisis guidelines: not with 90791, 90792, 90832–90838 or 90785',
    title: 'Psychotherapy for crisis stands alone',
    procedureCodes: crisis,
    check: (input) =>
      findWhen(bills(input, [...psychotherapy, ...psychotherapyAddOns, ...psychiatricEvaluations, '90785']), {
        message: 'psychotherapy for crisis stands beside another psychotherapy or evaluation of the day',
        location: 'claim.lines',
        remedy: 'Keep 90839 with 90840 for the crisis, or the other service.',
      }),
  },
  {
    id: 'family-psychotherapy-codes-together',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 90846 without, 90847 with the patient; NCCI Policy Manual ch. 11',
    title: 'A family session is with or without the patient',
    procedureCodes: ['90846'],
    check: (input) => {
      const apart = input.claim.lines.some((line) => line.modifiers.some((each) => distinctModifiers.includes(each)));
      return findWhen(bills(input, ['90847']) && !apart, {
        message: '90846 and 90847 stand on one day',
        location: 'claim.lines',
        remedy: 'Report one of them, or mark two separate sessions as distinct.',
      });
    },
  },
  {
    id: 'psychotherapy-diagnosis',
    severity: 'warning',
    effectiveFrom: always,
    source: 'SSA 1862(a)(1)(A); MAC local coverage determinations on psychotherapy; CARC 11, 50',
    title: 'Psychotherapy points to a mental or behavioral diagnosis',
    procedureCodes: [...psychotherapy, ...psychotherapyAddOns, ...crisis, '90853', '90847', '90846'],
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          [...psychotherapy, ...psychotherapyAddOns, ...crisis, '90853', '90847', '90846'].includes(
            line.procedureCode,
          ) && !pointsTo(input, line, /^(F|Z|R4|T7[46]|O9[09]|G3|G47|X|S)/),
        (line) => ({
          field: 'diagnosisPointers',
          message: `${line.procedureCode} points to no mental, behavioral or social diagnosis`,
          remedy: 'Point the line to the diagnosis that was treated.',
        }),
      ),
  },
  {
    id: 'health-behavior-diagnosis',
    severity: 'warning',
    effectiveFrom: always,
    source: 'CPT health behavior guidelines: for physical health conditions, not for a mental diagnosis',
    title: 'Health behavior services point first to a physical condition',
    procedureCodes: healthBehavior,
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          healthBehavior.includes(line.procedureCode) &&
          (input.claim.diagnoses[(line.diagnosisPointers[0] ?? 1) - 1] ?? '').startsWith('F'),
        (line) => ({
          field: 'diagnosisPointers',
          message: `${line.procedureCode} points first to a mental diagnosis`,
          remedy: 'Point it to the physical condition, or report psychotherapy when that was given.',
        }),
      ),
  },
  {
    id: 'health-behavior-beside-psychotherapy',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT health behavior guidelines: not on one day with psychiatric services 90785–90899',
    title: 'Health behavior services and psychotherapy do not share a day',
    procedureCodes: healthBehavior,
    check: (input) =>
      findWhen(bills(input, [...psychotherapy, ...psychotherapyAddOns, ...crisis, ...psychiatricEvaluations]), {
        message: 'a health behavior service stands beside a psychiatric service of the day',
        location: 'claim.lines',
        remedy: 'Report the service that was the main one.',
      }),
  },
  {
    id: 'prolonged-beside-psychotherapy',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99417 and CY2021 PFS final rule on G2212: not with 90833, 90836, 90838',
    title: 'A prolonged visit does not stand beside a psychotherapy add-on',
    procedureCodes: psychotherapyAddOns,
    check: (input) =>
      findWhen(bills(input, ['99417', 'G2212']), {
        message: 'a prolonged service stands beside psychotherapy added to the visit',
        location: 'claim.lines',
        remedy: 'With psychotherapy the visit is leveled by decision making: take the prolonged service off.',
      }),
  },
];
