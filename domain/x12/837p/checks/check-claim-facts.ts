import { findSegment, findSegments, type LoopInstance } from '../../loop-instance.js';
import { element } from '../../segment.js';
import type { ClaimScope } from '../claim-scope.js';

/** What CLM and the segments of loop 2300 and 2400 ask of one another (SNIP 4): replacement, accident, attachments. */
export function checkClaimFacts(scope: ClaimScope): void {
  checkOriginalReference(scope);
  checkAccident(scope);
  for (const instance of [scope.claim, ...scope.lines.map(({ line }) => line)]) checkAttachments(scope, instance);
}

/** REF*F8 belongs to replacements and voids, and to them alone. */
function checkOriginalReference({ check, claim, claimSegment }: ClaimScope): void {
  const frequency = check.fields.component(claimSegment, 5, 3);
  const reference = findSegment(claim, 'REF', 'F8');
  if ((frequency === '7' || frequency === '8') && reference === undefined) {
    check.reportMissing(claim, claimSegment, 'REF', {
      code: 'original-reference-missing',
      message: 'A replacement or void (CLM05-3 is 7 or 8) needs the payer’s number of the first claim (REF*F8).',
    });
  }
  if (frequency === '1' && reference !== undefined) {
    check.report(claim, reference, {
      code: 'original-reference-unexpected',
      message: 'An original claim (CLM05-3 is 1) has no earlier one to name in REF*F8.',
      segmentErrorCode: 'I9',
    });
  }
}

function checkAccident({ check, claim, claimSegment }: ClaimScope): void {
  const causes = [1, 2, 3].map((part) => check.fields.component(claimSegment, 11, part));
  const date = findSegment(claim, 'DTP', '439');
  if ((causes.includes('AA') || causes.includes('OA')) && date === undefined) {
    check.reportMissing(claim, claimSegment, 'DTP', {
      code: 'accident-date-missing',
      message: 'An accident (CLM11 is AA or OA) needs its date (DTP*439).',
    });
  }
  if (date !== undefined && causes.every((cause) => cause === undefined)) {
    check.report(claim, date, {
      code: 'accident-date-unexpected',
      message: 'The date of an accident stands here, and CLM11 names none.',
      segmentErrorCode: 'I9',
    });
  }
  const [state, country] = [4, 5].map((part) => check.fields.component(claimSegment, 11, part));
  if (causes.includes('AA') && state === undefined && country === undefined) {
    check.report(
      claim,
      claimSegment,
      {
        code: 'accident-state-missing',
        message: 'An auto accident needs the state it happened in (CLM11-4), or its country (CLM11-5).',
        elementErrorCode: 'I9',
      },
      { element: 11, component: 4 },
    );
  }
}

/** How a document was sent, other than being available on request. */
const sentWays = new Set(['BM', 'EL', 'EM', 'FT', 'FX']);

function checkAttachments({ check }: ClaimScope, instance: LoopInstance): void {
  for (const segment of findSegments(instance, 'PWK')) {
    if (!sentWays.has(element(segment, 2)) || check.fields.text(segment, 6) !== undefined) continue;
    check.report(
      instance,
      segment,
      {
        code: 'attachment-number-missing',
        message: 'A document that was sent by another way needs the number it is found by (PWK06).',
        elementErrorCode: 'I9',
      },
      { element: 6 },
    );
  }
}
