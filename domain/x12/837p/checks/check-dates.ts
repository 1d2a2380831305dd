import type { PlainDate } from '../../../kernel/plain-date.js';
import { findSegment } from '../../loop-instance.js';
import { type ClaimScope, innerSegment, type LineScope } from '../claim-scope.js';

/** Dates of a claim against one another (SNIP 4). */
export function checkDates(scope: ClaimScope): void {
  const birthDate = birthDateOf(scope);
  for (const line of scope.lines) checkServiceDate(scope, line, birthDate);
  checkOnset(scope);
}

function birthDateOf({ check, subscriber, patient }: ClaimScope): PlainDate | undefined {
  const demographics =
    patient === undefined ? innerSegment(subscriber, '2010BA', 'DMG') : innerSegment(patient, '2010CA', 'DMG');
  return check.fields.date(demographics, 2);
}

function checkServiceDate(
  { check, createdOn }: ClaimScope,
  { line, serviceDate }: LineScope,
  birthDate: PlainDate | undefined,
): void {
  const segment = findSegment(line, 'DTP', '472');
  if (segment === undefined || serviceDate === undefined) return;
  if (createdOn !== undefined && serviceDate.to > createdOn) {
    check.report(
      line,
      segment,
      {
        code: 'service-in-future',
        message: 'The service lies after the day the batch was made (BHT04).',
        elementErrorCode: '8',
      },
      { element: 3 },
    );
  }
  if (birthDate !== undefined && serviceDate.from < birthDate) {
    check.report(
      line,
      segment,
      {
        code: 'service-before-birth',
        message: 'The service lies before the patient’s birth (DMG02).',
        elementErrorCode: '8',
      },
      { element: 3 },
    );
  }
}

/** An illness begins before it is treated. */
function checkOnset({ check, claim, lines }: ClaimScope): void {
  const segment = findSegment(claim, 'DTP', '431');
  const onset = check.fields.period(segment, 2)?.from;
  if (segment === undefined || onset === undefined) return;
  const days = lines.flatMap(({ serviceDate }) => serviceDate?.from ?? []);
  if (days.length === 0 || days.some((day) => onset <= day)) return;
  check.report(
    claim,
    segment,
    {
      code: 'onset-after-service',
      message: 'The illness began (DTP*431) after all services of the claim.',
      elementErrorCode: '8',
    },
    { element: 3 },
  );
}
