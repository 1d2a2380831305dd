import { expect, test } from 'vitest';
import { procedureTable } from '../../../domain/coding/procedure-table.js';
import { addDays, daysBetween, plainDate } from '../../../domain/kernel/plain-date.js';
import { otherClaimsSpan } from '../../../domain/scrubbing/other-claims-span.js';
import type { OtherClaim } from '../../../domain/scrubbing/scrub-edit.js';
import { scrubClaim } from '../../../domain/scrubbing/scrub-claim.js';
import { aClaim, aLine, aScrubInput, aVisit, otherLines } from '../../builders/rules.js';

const day = plainDate('2026-03-10');
const codes = procedureTable.map((facts) => facts.code);

test('a claim asks for as many days as its edits read, and for none when they read its own day alone', () => {
  expect(otherClaimsSpan(['90834'], day)).toBeNull();
  expect(otherClaimsSpan([], day)).toBeNull();
  expect(otherClaimsSpan(['99213'], day)).toEqual({ since: '2026-03-03', until: day });
  expect(otherClaimsSpan(['98016'], day)).toEqual({ since: '2026-03-03', until: '2026-03-11' });
  expect(otherClaimsSpan(['99421'], day)).toEqual({ since: '2026-03-03', until: '2026-03-17' });
  expect(otherClaimsSpan(['99213', '99454'], day)).toEqual({ since: '2026-02-08', until: '2026-04-09' });
  expect(otherClaimsSpan(['G0136'], day)).toEqual({ since: '2025-09-08', until: '2026-09-09' });
});

/** Edits that some claim of another day makes find something, for a claim of one code. */
function foundBeside(code: string, other: OtherClaim): boolean {
  const visit = aVisit();
  const claim = aClaim({ lines: [aLine({ procedureCode: code })] });
  const alone = scrubClaim(aScrubInput({ visit, claim })).findings.length;
  return scrubClaim(aScrubInput({ visit, claim, otherClaims: [other] })).findings.length > alone;
}

test('no edit finds anything by a claim outside of the days that are asked for', () => {
  const { clinician } = aVisit();
  const distances = [-400, -184, -60, -31, -30, -8, -7, -1, 1, 2, 8, 31, 184, 400];
  for (const code of codes) {
    const span = otherClaimsSpan([code], day);
    for (const distance of distances) {
      const dateOfService = addDays(day, distance);
      const isInside = span !== null && dateOfService >= span.since && dateOfService <= span.until;
      const clinicianNpi = distance % 2 === 0 ? clinician.npi : '1999999992';
      const other = { claimId: 'clm_1', dateOfService, clinicianNpi, lines: otherLines(...codes), diagnoses: ['I10'] };
      if (isInside) continue;
      expect([code, daysBetween(day, dateOfService), foundBeside(code, { ...other, precedence: 'gone' })]).toEqual([
        code,
        distance,
        false,
      ]);
    }
  }
});
