import { childLoop } from '../../loop-instance.js';
import { type ClaimScope, innerSegment } from '../claim-scope.js';
import { checkPostalCode } from './check-levels.js';

/** Who gave the care, and where (SNIP 4). */
export function checkParties(scope: ClaimScope): void {
  checkRenderingProvider(scope);
  const facility = childLoop(scope.claim, '2310C');
  if (facility !== undefined) checkPostalCode(scope.check, facility);
}

/** An organization does not see patients: the claim or each of its lines names who did. */
function checkRenderingProvider({ check, billing, claim, claimSegment, lines }: ClaimScope): void {
  const isOrganization = check.fields.text(innerSegment(billing, '2010AA', 'NM1'), 2) === '2';
  if (!isOrganization || childLoop(claim, '2310B') !== undefined) return;
  if (lines.length > 0 && lines.every(({ line }) => childLoop(line, '2420A') !== undefined)) return;
  check.reportMissing(claim, claimSegment, 'NM1', {
    code: 'rendering-provider-missing',
    severity: 'warning',
    message: 'An organization bills, and nobody is named who gave the service (loop 2310B, or 2420A on each line).',
  });
}
