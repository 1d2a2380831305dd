import type { ServiceLine } from '../coding/coded-claim.js';
import { procedureFacts } from '../coding/procedure-facts.js';
import { isHealthCenterOfMedicare } from '../telehealth/health-center-of-medicare.js';
import { fitsModality, modalityModifiersAmong, telehealthModifierOf } from '../telehealth/telehealth-modifier.js';
import { type ClaimFix, safeFix } from './claim-fix.js';
import { findOnLines } from './edit-findings.js';
import { changesOfLines } from './fixes.js';
import type { EditFinding, ScrubInput } from './scrub-edit.js';
import { isBehavioralService } from './telehealth-lines.js';

/** Whether the line names its modality by another modifier than the payer's. */
function differs({ payer, visit }: ScrubInput, line: ServiceLine): boolean {
  const wanted = telehealthModifierOf(payer, visit);
  // FQ on audio-only behavioral health is the health centers' own (HCPCS modifier FQ).
  const takesFq = isHealthCenterOfMedicare(visit, payer) && isBehavioralService(line);
  return modalityModifiersAmong(line.modifiers).some(
    (modifier) => modifier !== wanted && !(modifier === 'FQ' && takesFq),
  );
}

/** Each line that names its modality otherwise than the payer's profile; `outcome` is what the payer makes of it. */
export function findOtherModifiers(input: ScrubInput, outcome: string): readonly EditFinding[] {
  const wanted = telehealthModifierOf(input.payer, input.visit);
  return findOnLines(
    input,
    (line) => differs(input, line),
    (line) => ({
      field: 'modifiers',
      message: `line ${line.lineNumber} has ${modalityModifiersAmong(line.modifiers).join(', ')}; the payer’s profile gives ${wanted ?? 'none'}${outcome}`,
      remedy: 'Correct the line, or the payer’s profile when the payer changed its mind.',
    }),
  );
}

/**
 * The payer's modifier in place of one that says the same (95 and GT, 93 and FQ). Not once the payer has answered, whose
 * advice goes before our profile; nor for one of another modality, of which a person must say how the visit was held.
 */
export function swapToPayersModifier(input: ScrubInput): ClaimFix | null {
  const { payer, visit, payerClaimControlNumber } = input;
  const wanted = telehealthModifierOf(payer, visit);
  if (wanted === null || payerClaimControlNumber !== undefined) return null;
  return safeFix(
    changesOfLines(input, (line, lineIndex) => {
      const [modifier, ...others] = modalityModifiersAmong(line.modifiers);
      const isTelehealth = (procedureFacts(line.procedureCode)?.delivery ?? 'telehealth') === 'telehealth';
      if (modifier === undefined || others.length > 0 || !isTelehealth || !differs(input, line)) return null;
      if (!fitsModality(modifier, visit.modality) || !fitsModality(wanted, visit.modality)) return null;
      return [
        { kind: 'remove_modifier', lineIndex, modifier },
        { kind: 'add_modifier', lineIndex, modifier: wanted },
      ];
    }),
  );
}
