import { plainDate } from '../../kernel/plain-date.js';
import { medicareWaiversAt, type WaiverPeriod } from '../../telehealth/medicare-waiver-history.js';
import { isTherapist } from '../../visit/is-therapist.js';
import { findWhen } from '../edit-findings.js';
import { needsRuralSite, ruralSiteFinding } from '../medicare-rural-site.js';
import type { ScrubEdit, ScrubInput } from '../scrub-edit.js';
import { hasTelehealth, isBehavioralLine, isTelehealthLine } from '../telehealth-lines.js';

/** What the law gave, as it was known when the claim is judged. */
function waiversOf({ visit, knownOn, today }: ScrubInput): WaiverPeriod {
  return medicareWaiversAt(visit.dateOfService, knownOn ?? today);
}

/** What Medicare pays by its waivers alone, wherever else the patient may be; null when the visit needs none of them. */
function paidByWaiver(input: ScrubInput): { readonly what: string; readonly lineIndex: number } | null {
  const { visit, claim } = input;
  if (isTherapist(visit.clinician.type)) {
    const lineIndex = claim.lines.findIndex(isTelehealthLine);
    return { what: 'telehealth of therapists and audiologists', lineIndex };
  }
  const lineIndex = claim.lines.findIndex((line) => isTelehealthLine(line) && !isBehavioralLine(claim, line));
  if (lineIndex < 0) return null;
  const isOfCenter = visit.facilityType !== undefined || claim.lines[lineIndex]?.procedureCode === 'G2025';
  if (isOfCenter) return { what: 'medical telehealth of health centers', lineIndex };
  return visit.patientLocation.setting === 'home' ? { what: 'telehealth at home', lineIndex } : null;
}

const lapses = { effectiveFrom: plainDate('2025-10-01'), effectiveTo: plainDate('2027-12-31') };
const amendments = 'as amended by H.R. 5371 (2025) and the Consolidated Appropriations Act, 2026, sec. 6209';

/** The Medicare telehealth waivers as they were known when the claim is judged; what ends with 2027 has edits of its own. */
export const medicareWaiverEdits: readonly ScrubEdit[] = [
  {
    id: 'medicare-waivers-lapsed',
    severity: 'blocking',
    ...lapses,
    source: `SSA 1834(m)(4)(C), (4)(E) and (8) ${amendments}`,
    title: 'Medicare telehealth at home, of therapists and of health centers is held while the waivers are lapsed',
    needs: ['filing_date'],
    payerClasses: ['medicare'],
    check: (input) => {
      if (!hasTelehealth(input)) return [];
      const paid = paidByWaiver(input);
      if (paid === null) return [];
      const { state, source } = waiversOf(input);
      const knownOn = input.knownOn ?? input.today;
      return findWhen(state === 'lapsed', {
        message: `as known on ${knownOn}, Medicare did not pay ${paid.what} on ${input.visit.dateOfService} (${source})`,
        location: `claim.lines[${paid.lineIndex}].procedureCode`,
        remedy: 'Hold the claim until the law is settled; teleclaim rescrub then tells which claims may go.',
      });
    },
  },
  {
    id: 'medicare-rural-site-in-lapse',
    severity: 'warning',
    ...lapses,
    source: `SSA 1834(m)(4)(C)(i) and (ii), (6), (7) ${amendments}`,
    title: 'While the waivers are lapsed, Medicare telehealth elsewhere than at home is to a rural facility',
    needs: ['filing_date'],
    payerClasses: ['medicare'],
    check: (input) =>
      needsRuralSite(input) && paidByWaiver(input) === null && waiversOf(input).state === 'lapsed'
        ? [ruralSiteFinding]
        : [],
  },
];
