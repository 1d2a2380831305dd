import { partBPreventiveServices } from '../../coding/part-b-preventive-services.js';
import { isVisitCode, procedureFacts } from '../../coding/procedure-facts.js';
import { proposedFix } from '../claim-fix.js';
import { always, endOf2024, year2024, year2025 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { changesOfLines } from '../fixes.js';
import { isKnownModifier } from '../known-modifiers.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';

const distinct = ['59', 'XE', 'XP', 'XS', 'XU'];

/** Whether the visit's G2211 stands beside modifier 25. */
function hasComplexityWith25({ claim }: ScrubInput): boolean {
  return (
    claim.lines.some((line) => line.procedureCode === 'G2211') &&
    claim.lines.some((line) => isVisitCode(line.procedureCode) && line.modifiers.includes('25'))
  );
}

/** Whether psychotherapy added to the visit is all that stands beside it; interactive complexity belongs to that. */
function hasOnlyPsychotherapyBeside({ claim }: ScrubInput): boolean {
  const beside = claim.lines.filter((line) => !isVisitCode(line.procedureCode)).map((line) => line.procedureCode);
  const isAddOn = (code: string): boolean => procedureFacts(code)?.family === 'psychotherapy_add_on';
  return beside.some(isAddOn) && beside.every((code) => isAddOn(code) || code === '90785');
}

/** Modifiers of visits: 25 and what it rules out, 59, and modifiers that nobody knows. */
export const visitModifierEdits: readonly ScrubEdit[] = [
  {
    id: 'complexity-add-on-with-25-in-2024',
    severity: 'blocking',
    effectiveFrom: year2024,
    effectiveTo: endOf2024,
    source: 'CY2024 PFS final rule: G2211 is not paid when the visit has modifier 25',
    title: 'In 2024 G2211 stands beside a visit without modifier 25',
    payerClasses: ['medicare'],
    procedureCodes: ['G2211'],
    check: (input) =>
      findWhen(hasComplexityWith25(input), {
        message: 'in 2024 Medicare denies G2211 when the visit has modifier 25, whatever stands beside it',
        location: 'claim.lines',
        remedy: 'Take G2211 off, or modifier 25 when the other service does not need it.',
      }),
  },
  {
    id: 'complexity-add-on-with-25',
    severity: 'blocking',
    effectiveFrom: year2025,
    source:
      'CY2025 PFS final rule: G2211 beside a visit with modifier 25 only with an annual wellness visit, vaccine administration or Part B preventive service (list: verify)',
    title: 'G2211 stands beside a visit without modifier 25, save with a preventive service',
    payerClasses: ['medicare'],
    procedureCodes: ['G2211'],
    check: (input) => {
      const preventive = input.claim.lines.some((line) => partBPreventiveServices.includes(line.procedureCode));
      return findWhen(!preventive && hasComplexityWith25(input), {
        message: 'Medicare denies G2211 when the visit has modifier 25 and no preventive service stands beside it',
        location: 'claim.lines',
        remedy: 'Take G2211 off, or modifier 25 when the other service does not need it.',
      });
    },
  },
  {
    id: 'modifier-25-beside-psychotherapy-add-on',
    severity: 'warning',
    effectiveFrom: always,
    source:
      'CPT psychotherapy guidelines: 90833, 90836, 90838 are add-ons to the visit; modifier 25 is for other services',
    title: 'A visit with psychotherapy added to it needs no modifier 25',
    procedureCodes: ['90833', '90836', '90838'],
    check: (input) => {
      const alone = hasOnlyPsychotherapyBeside(input);
      return findOnLines(
        input,
        (line) => alone && isVisitCode(line.procedureCode) && line.modifiers.includes('25'),
        (line) => ({
          field: 'modifiers',
          message: `${line.procedureCode} has modifier 25 and nothing but its psychotherapy add-on stands beside it`,
          remedy: 'Take modifier 25 off, unless this payer asks for it.',
        }),
      );
    },
    // Coding never adds 25: it is the source’s word or a biller’s, so that a person decides.
    fix: (input) =>
      proposedFix(
        changesOfLines(input, (line, lineIndex) =>
          isVisitCode(line.procedureCode) && line.modifiers.includes('25')
            ? { kind: 'remove_modifier', lineIndex, modifier: '25' }
            : null,
        ),
      ),
  },
  {
    id: 'distinct-service-modifier-on-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT modifier 59; NCCI Policy Manual ch. 1: 59 and X{EPSU} are not for evaluation and management codes',
    title: 'A visit is set apart by modifier 25, not by 59',
    check: (input) =>
      findOnLines(
        input,
        (line) => isVisitCode(line.procedureCode) && line.modifiers.some((modifier) => distinct.includes(modifier)),
        (line) => ({
          field: 'modifiers',
          message: `${line.modifiers.filter((each) => distinct.includes(each)).join(', ')} stands on the visit code ${line.procedureCode}`,
          remedy: 'Use 25 when the visit is a service of its own, or move the modifier to the other procedure.',
        }),
      ),
  },
  {
    id: 'modifier-not-known',
    severity: 'warning',
    effectiveFrom: always,
    source: 'the modifier table of this product: CPT and HCPCS Level II modifiers; CARC 4',
    title: 'Our rules know each modifier',
    check: (input) => {
      const ofPayer = input.payer.clinicianModifiers.map(({ modifier }) => modifier);
      const isUnknown = (modifier: string): boolean => !isKnownModifier(modifier) && !ofPayer.includes(modifier);
      return findOnLines(
        input,
        (line) => line.modifiers.some(isUnknown),
        (line) => ({
          field: 'modifiers',
          message: `our rules do not know ${line.modifiers.filter(isUnknown).join(', ')} on line ${line.lineNumber}`,
          remedy: 'Correct the modifier, or check it against the payer’s policy.',
        }),
      );
    },
  },
];
