import { plainDate } from '../../kernel/plain-date.js';
import { medicareWaiversAt } from '../../telehealth/medicare-waiver-history.js';
import type { ScrubEdit } from '../scrub-edit.js';
import { isBehavioralLine, isTelehealthLine } from '../telehealth-lines.js';

/** The Medicare telehealth waivers as they were known when the claim is judged; what ends with 2027 has an edit of its own. */
export const medicareWaiverEdits: readonly ScrubEdit[] = [
  {
    id: 'medicare-waivers-lapsed',
    severity: 'blocking',
    effectiveFrom: plainDate('2025-10-01'),
    effectiveTo: plainDate('2027-12-31'),
    source: 'SSA 1834(m)(4)(C) as amended by H.R. 5371 (2025) and the Consolidated Appropriations Act, 2026, sec. 6209',
    title: 'Medicare telehealth at home is held while its waivers are lapsed',
    needs: ['filing_date'],
    check: ({ visit, claim, payer, knownOn, today }) => {
      if (payer.payerClass !== 'medicare' || visit.patientLocation.setting !== 'home') return [];
      const index = claim.lines.findIndex((line) => isTelehealthLine(line) && !isBehavioralLine(claim, line));
      if (index < 0) return [];
      const { state, source } = medicareWaiversAt(visit.dateOfService, knownOn ?? today);
      if (state === 'in_force') return [];
      return [
        {
          message: `as known on ${knownOn ?? today}, Medicare did not pay telehealth at home on ${visit.dateOfService} (${source})`,
          location: `claim.lines[${index}].procedureCode`,
          remedy: 'Hold the claim until the law is settled; teleclaim rescrub then tells which claims may go.',
        },
      ];
    },
  },
];
