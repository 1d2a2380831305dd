import type { ServiceLine } from '../coding/coded-claim.js';
import { feeScheduleCharge } from '../coding/fee-schedule-charge.js';
import { procedureFacts } from '../coding/procedure-facts.js';
import { takesPlaceOfVisit } from '../coding/set-place-of-service.js';
import { telehealthPlaceOfService } from '../telehealth/telehealth-place-of-service.js';
import { type ClaimChange, type ClaimFix, proposedFix, safeFix } from './claim-fix.js';
import { fixedCode } from './fixed-code.js';
import type { ScrubInput } from './scrub-edit.js';
import { hasTelehealth, isTelehealthLine } from './telehealth-lines.js';

/** The changes of each line for which `change` has any. */
export function changesOfLines(
  { claim }: ScrubInput,
  change: (line: ServiceLine, lineIndex: number) => readonly ClaimChange[] | ClaimChange | null,
): readonly ClaimChange[] {
  return claim.lines.flatMap((line, lineIndex) => change(line, lineIndex) ?? []);
}

/** Another code for the same service of a line, charged by the fee schedule; null when the practice has no fee for it. */
function swapTo(input: ScrubInput, line: ServiceLine, lineIndex: number, procedureCode: string): ClaimChange | null {
  const chargeCents = feeScheduleCharge(input.practice.feeSchedule, procedureCode, line.units);
  return chargeCents === undefined ? null : { kind: 'swap_procedure', lineIndex, procedureCode, chargeCents };
}

/** The telemedicine family as office codes of the same patient and level; by itself where the payer’s profile says so. */
export function crosswalkTelemedicineCodes(input: ScrubInput): ClaimFix | null {
  const changes = changesOfLines(input, (line, lineIndex) => {
    const office = fixedCode(line.procedureCode);
    return office === undefined ? null : swapTo(input, line, lineIndex, office);
  });
  return input.payer.telemedicineCodeFamily === 'crosswalk' ? safeFix(changes) : proposedFix(changes);
}

const addOnOfPsychotherapy: Readonly<Record<string, string>> = { '90832': '90833', '90834': '90836', '90837': '90838' };

/** Psychotherapy beside a visit as the add-on of the same band. Whether the visit was a service of its own is a clinician’s word. */
export function psychotherapyAsAddOn(input: ScrubInput): ClaimFix | null {
  return proposedFix(
    changesOfLines(input, (line, lineIndex) => {
      const addOn = addOnOfPsychotherapy[line.procedureCode];
      return addOn === undefined ? null : swapTo(input, line, lineIndex, addOn);
    }),
  );
}

/** The payer’s place of service for telehealth, when nothing else is on the claim. */
export function setTelehealthPlace(input: ScrubInput): ClaimFix | null {
  const mayStandThere = (line: ServiceLine): boolean => isTelehealthLine(line) || takesPlaceOfVisit(line.procedureCode);
  if (!input.claim.lines.every(mayStandThere)) return null;
  const placeOfService = telehealthPlaceOfService(input.payer, input.visit.patientLocation);
  return safeFix([{ kind: 'set_place_of_service', placeOfService }]);
}

/**
 * Place of service 11 for services that are not telehealth, when no telehealth is on the claim. A code that our table does
 * not have was billed as telehealth: beside one, a person decides.
 */
export function setOfficePlace(input: ScrubInput): ClaimFix | null {
  if (hasTelehealth(input)) return null;
  const isKnown = input.claim.lines.every((line) => procedureFacts(line.procedureCode) !== undefined);
  const changes = [{ kind: 'set_place_of_service', placeOfService: '11' }] as const;
  return isKnown ? safeFix(changes) : proposedFix(changes);
}
