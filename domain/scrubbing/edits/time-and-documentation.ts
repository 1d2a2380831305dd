import type { MedicalDecisionMaking } from '../../visit/visit.js';
import { procedureFacts } from '../../coding/procedure-facts.js';
import { always, year2025 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { findMinutesOutside } from '../find-minutes-outside.js';
import type { ScrubEdit } from '../scrub-edit.js';

const levels: readonly MedicalDecisionMaking[] = ['straightforward', 'low', 'moderate', 'high'];

/** Whether documented decision making reaches the level of a visit code. */
function decisionMakingReaches(documented: MedicalDecisionMaking | undefined, needed: MedicalDecisionMaking): boolean {
  return documented !== undefined && levels.indexOf(documented) >= levels.indexOf(needed);
}

/** Whether time and documentation support what is billed. */
export const timeAndDocumentationEdits: readonly ScrubEdit[] = [
  {
    id: 'note-missing',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'SSA 1833(e); Pub. 100-08 ch. 3 §3.3.2: what is not documented is not paid',
    title: 'The visit has a note',
    check: ({ visit }) =>
      findWhen(visit.documentation?.present === false, {
        message: 'the record says that the visit has no note yet',
        location: 'visit.documentation.present',
        remedy: 'Have the clinician finish the note; then release the claim.',
      }),
  },
  {
    id: 'visit-level-not-supported',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT Evaluation and Management guidelines: level by medical decision making or total time',
    title: 'Time or decision making supports the visit level',
    asksFor: ['totalMinutes', 'medicalDecisionMaking'],
    check: (input) => {
      const { totalMinutes, medicalDecisionMaking } = input.visit;
      if (totalMinutes === undefined && medicalDecisionMaking === undefined) return [];
      return findOnLines(
        input,
        (line) => {
          const facts = procedureFacts(line.procedureCode);
          if (facts?.level === undefined) return false;
          const byTime = totalMinutes !== undefined && totalMinutes >= (facts.minMinutes ?? 0);
          return !byTime && !decisionMakingReaches(medicalDecisionMaking, facts.level);
        },
        (line) => ({
          field: 'procedureCode',
          message: `neither the documented time nor the decision making reaches the level of ${line.procedureCode}`,
          remedy: 'Report the supported level, or complete the documentation.',
        }),
      );
    },
  },
  {
    id: 'visit-level-not-documented',
    severity: 'warning',
    effectiveFrom: always,
    source: 'CPT Evaluation and Management guidelines: level by medical decision making or total time',
    title: 'The record says how the visit level was found',
    asksFor: ['totalMinutes', 'medicalDecisionMaking'],
    check: (input) => {
      const { totalMinutes, medicalDecisionMaking } = input.visit;
      const unknown = totalMinutes === undefined && medicalDecisionMaking === undefined;
      return findOnLines(
        input,
        (line) => unknown && procedureFacts(line.procedureCode)?.level !== undefined,
        (line) => ({
          field: 'procedureCode',
          message: `the record gives neither minutes nor decision making for ${line.procedureCode}`,
          remedy: 'Give one of them, so that an audit finds the level supported.',
        }),
      );
    },
  },
  {
    id: 'new-patient-code-of-established',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT Evaluation and Management guidelines: new and established patient (three years, group and specialty)',
    title: 'New-patient codes are for new patients',
    check: (input) => {
      const { newPatient } = input.visit;
      return findOnLines(
        input,
        (line) => {
          const facts = procedureFacts(line.procedureCode);
          if (facts?.level === undefined || newPatient === undefined) return false;
          return facts.patient === 'new' ? !newPatient : newPatient;
        },
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is for ${newPatient === true ? 'established' : 'new'} patients and this one is not`,
          remedy: 'Report the code of the other group, or correct the patient’s history.',
        }),
      );
    },
  },
  {
    id: 'psychotherapy-minutes',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT psychotherapy guidelines: 16–37, 38–52, 53 and more minutes',
    title: 'Minutes fit the psychotherapy code',
    asksFor: ['totalMinutes'],
    check: (input) =>
      findMinutesOutside(
        input,
        (line) => {
          const facts = procedureFacts(line.procedureCode);
          return facts?.family === 'psychotherapy' ? [facts.minMinutes ?? 0, facts.maxMinutes ?? 1440] : undefined;
        },
        'Give the minutes of psychotherapy, or report the code of their band.',
      ),
  },
  {
    id: 'check-in-minutes',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: 'CY2025 PFS final rule; CPT 98016: five to ten minutes',
    title: 'A brief check-in has five to ten minutes',
    asksFor: ['totalMinutes'],
    check: (input) => {
      const minutes = input.visit.totalMinutes;
      return findOnLines(
        input,
        (line) => line.procedureCode === '98016' && (minutes === undefined || minutes < 5 || minutes > 10),
        () => ({
          field: 'procedureCode',
          message: '98016 needs five to ten documented minutes',
          remedy: 'Give the minutes, or report a visit code when they are more.',
        }),
      );
    },
  },
  {
    id: 'audio-only-code-minutes',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: 'CPT 2025 telemedicine services guidelines: audio-only needs more than ten minutes of discussion',
    title: 'An audio-only telemedicine visit has more than ten minutes',
    asksFor: ['totalMinutes'],
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          procedureFacts(line.procedureCode)?.modality === 'audio_only' && (input.visit.totalMinutes ?? 0) <= 10,
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} needs more than ten documented minutes`,
          remedy: 'Give the minutes, or report 98016 for a brief check-in.',
        }),
      ),
  },
  {
    id: 'nutrition-units',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT time rule: a unit of fifteen minutes counts past its midpoint',
    title: 'Nutrition units fit the minutes',
    check: (input) => {
      const minutes = input.visit.totalMinutes;
      return findOnLines(
        input,
        (line) =>
          (line.procedureCode === '97802' || line.procedureCode === '97803') &&
          minutes !== undefined &&
          line.units > Math.floor((minutes + 7) / 15),
        (line) => ({
          field: 'units',
          message: `${minutes ?? ''} minutes do not make ${line.units} units of ${line.procedureCode}`,
          remedy: 'Correct the units: one for each fifteen minutes, counted past the midpoint.',
        }),
      );
    },
  },
  {
    id: 'visit-very-long',
    severity: 'warning',
    effectiveFrom: always,
    source: 'SSA 1833(e), 1862(a)(1)(A): time that is billed must be documented and needed',
    title: 'The visit is not unusually long',
    check: ({ visit }) =>
      findWhen((visit.totalMinutes ?? 0) > 180, {
        message: 'more than three hours are documented for one telehealth visit',
        location: 'visit.totalMinutes',
        remedy: 'Check that the minutes are the clinician’s own on that day.',
      }),
  },
];
