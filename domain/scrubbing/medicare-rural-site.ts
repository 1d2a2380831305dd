import type { ServiceLine } from '../coding/coded-claim.js';
import type { EditFinding, ScrubInput } from './scrub-edit.js';
import { isBehavioralLine, isTelehealthLine } from './telehealth-lines.js';

/** The states whose telemedicine demonstrations stand for a rural site (SSA 1834(m)(4)(C)(i)(III)); GQ tells of them. */
const demonstrationStates: readonly string[] = ['AK', 'HI'];

function hasOwnSiteRule({ visit, claim }: ScrubInput, line: ServiceLine): boolean {
  if (isBehavioralLine(claim, line) || line.modifiers.includes('G0')) return true;
  return line.modifiers.includes('GQ') && demonstrationStates.includes(visit.patientLocation.state);
}

/**
 * Whether Medicare's limits of place hold for telehealth to a patient elsewhere than at home when no waiver lifts them: a
 * listed facility in a rural area (SSA 1834(m)(4)(C)). Not for acute stroke (G0, (m)(6)), behavioral health ((m)(7)), and
 * the demonstrations of Alaska and Hawaii.
 */
export function needsRuralSite(input: ScrubInput): boolean {
  if (input.visit.patientLocation.setting === 'home') return false;
  return input.claim.lines.some((line) => isTelehealthLine(line) && !hasOwnSiteRule(input, line));
}

/** A condition: whether a facility is listed and its county rural is not among the facts of a visit. */
export const ruralSiteFinding: EditFinding = {
  message: 'Medicare pays this telehealth only to a patient in a listed facility in a rural area',
  location: 'visit.patientLocation.setting',
  remedy:
    'Check the facility and its county in HRSA’s tool; sites of acute stroke (G0) and of home dialysis visits are free of the area.',
};
