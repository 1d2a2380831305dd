import { procedureFacts } from '../../coding/procedure-facts.js';
import { safeFix } from '../claim-fix.js';
import { always, version5010, year2025 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import { changesOfLines, crosswalkTelemedicineCodes } from '../fixes.js';
import type { ScrubEdit } from '../scrub-edit.js';

/** Whether each procedure code and modifier may stand on this claim. */
export const procedureEdits: readonly ScrubEdit[] = [
  {
    id: 'procedure-missing',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2400: at least one and at most fifty service lines',
    title: 'The claim has a service line',
    check: ({ claim }) =>
      findWhen(claim.lines.length === 0, {
        message: 'the claim has no service line',
        location: 'claim.lines',
        remedy: 'Code the visit.',
      }),
  },
  {
    id: 'procedure-deleted',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT and HCPCS releases: codes deleted before the date of service',
    title: 'No procedure code was deleted before the visit',
    check: (input) =>
      findOnLines(
        input,
        (line) => (procedureFacts(line.procedureCode)?.to ?? '9999-12-31') < line.dateOfService,
        (line) => {
          const facts = procedureFacts(line.procedureCode);
          return {
            field: 'procedureCode',
            message: `${line.procedureCode} was deleted after ${facts?.to ?? ''}`,
            remedy: `Report ${facts?.replacedBy ?? 'a code valid on the date of service'}.`,
          };
        },
      ),
  },
  {
    id: 'procedure-not-yet-valid',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT and HCPCS releases: codes new after the date of service',
    title: 'No procedure code is newer than the visit',
    check: (input) =>
      findOnLines(
        input,
        (line) => (procedureFacts(line.procedureCode)?.from ?? '') > line.dateOfService,
        (line) => ({
          field: 'procedureCode',
          message: `${line.procedureCode} is valid from ${procedureFacts(line.procedureCode)?.from ?? ''}`,
          remedy: 'Report the code that was valid on the date of service.',
        }),
      ),
  },
  {
    id: 'procedure-not-known',
    severity: 'warning',
    effectiveFrom: always,
    source: 'the procedure table of this product',
    title: 'Our rules know the procedure code',
    check: (input) =>
      findOnLines(
        input,
        (line) => procedureFacts(line.procedureCode) === undefined,
        (line) => ({
          field: 'procedureCode',
          message: `our rules do not know ${line.procedureCode}; time, units and pairs were not checked`,
          remedy: 'Check the line against the payer’s policy.',
        }),
      ),
  },
  {
    id: 'medicare-telemedicine-codes',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: 'CY2025 PFS final rule: 98000–98015 are not payable by Medicare',
    title: 'Medicare gets office codes, not the telemedicine family',
    payerClasses: ['medicare'],
    check: (input) =>
      findOnLines(
        input,
        (line) => procedureFacts(line.procedureCode)?.family === 'telemedicine_visit',
        (line) => ({
          field: 'procedureCode',
          message: `Medicare does not pay ${line.procedureCode}`,
          remedy: 'Report the office code of the same patient and level (99202–99215) with place of service 02 or 10.',
        }),
      ),
    fix: crosswalkTelemedicineCodes,
  },
  {
    id: 'payer-telemedicine-codes',
    severity: 'blocking',
    effectiveFrom: year2025,
    source: 'the payer’s telehealth policy: codes 98000–98015',
    title: 'The payer takes the telemedicine family when the claim uses it',
    payerClasses: ['medicare_advantage', 'medicaid', 'commercial', 'self_pay'],
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          input.payer.telemedicineCodeFamily !== 'accept' &&
          procedureFacts(line.procedureCode)?.family === 'telemedicine_visit',
        (line) => ({
          field: 'procedureCode',
          message: `${input.payer.name} does not take ${line.procedureCode}`,
          remedy: 'Report the office code of the same patient and level (99202–99215).',
        }),
      ),
    fix: crosswalkTelemedicineCodes,
  },
  {
    id: 'modifier-repeated',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2400 SV101-3 to SV101-6',
    title: 'No modifier stands two times on a line',
    check: (input) =>
      findOnLines(
        input,
        (line) => new Set(line.modifiers).size < line.modifiers.length,
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} has a modifier two times`,
          remedy: 'Take the second one off.',
        }),
      ),
    fix: (input) =>
      safeFix(
        changesOfLines(input, (line, lineIndex) =>
          new Set(line.modifiers).size < line.modifiers.length ? { kind: 'order_modifiers', lineIndex } : null,
        ),
      ),
  },
  {
    id: 'notice-modifiers-conflict',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'Pub. 100-04 ch. 30 §50: GA, GX, GY, GZ',
    title: 'GY and GZ, or GA and GZ, do not stand together',
    check: (input) =>
      findOnLines(
        input,
        (line) => line.modifiers.includes('GZ') && (line.modifiers.includes('GY') || line.modifiers.includes('GA')),
        (line) => ({
          field: 'modifiers',
          message: `line ${line.lineNumber} says both that a notice is on file or not needed and that none was given`,
          remedy: 'Keep the one that is true.',
        }),
      ),
  },
  {
    id: 'modifier-25-on-non-visit',
    severity: 'warning',
    effectiveFrom: always,
    source: 'NCCI Policy Manual ch. 1: modifier 25 belongs to evaluation and management codes',
    title: 'Modifier 25 stands on visits only',
    check: (input) =>
      findOnLines(
        input,
        (line) => {
          const family = procedureFacts(line.procedureCode)?.family;
          const visitLike = family === undefined || family.endsWith('_visit') || family === 'brief_check_in';
          return line.modifiers.includes('25') && !visitLike;
        },
        (line) => ({
          field: 'modifiers',
          message: `modifier 25 stands on ${line.procedureCode}, which is no visit code`,
          remedy: 'Move it to the visit line, or take it off.',
        }),
      ),
  },
];
