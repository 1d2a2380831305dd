import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
import { mergeModifiers } from '../coding/merge-modifiers.js';
import type { ClaimChange } from './claim-fix.js';

/** The claim with one change made; a change that finds nothing to change gives the same claim. */
export function applyClaimChange(claim: CodedClaim, change: ClaimChange): CodedClaim {
  switch (change.kind) {
    case 'set_place_of_service':
      return { ...claim, placeOfService: change.placeOfService };
    case 'add_modifier':
      return changeLine(claim, change.lineIndex, (line) => {
        const { modifiers, dropped } = mergeModifiers(line.modifiers, [change.modifier]);
        return dropped.length > 0 ? line : { ...line, modifiers: [...modifiers] };
      });
    case 'remove_modifier':
      return changeLine(claim, change.lineIndex, (line) => {
        return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== change.modifier) };
      });
    case 'order_modifiers':
      return changeLine(claim, change.lineIndex, (line) => {
        return { ...line, modifiers: [...mergeModifiers(line.modifiers, []).modifiers] };
      });
    case 'swap_procedure':
      return changeLine(claim, change.lineIndex, (line) => {
        return { ...line, procedureCode: change.procedureCode, chargeCents: change.chargeCents };
      });
    case 'drop_repeated_diagnoses':
      return dropRepeatedDiagnoses(claim);
    case 'drop_repeated_pointers':
      return changeLine(claim, change.lineIndex, (line) => {
        return { ...line, diagnosisPointers: [...new Set(line.diagnosisPointers)] };
      });
  }
}

function changeLine(claim: CodedClaim, lineIndex: number, change: (line: ServiceLine) => ServiceLine): CodedClaim {
  return { ...claim, lines: claim.lines.map((line, index) => (index === lineIndex ? change(line) : line)) };
}

function dropRepeatedDiagnoses(claim: CodedClaim): CodedClaim {
  const diagnoses = [...new Set(claim.diagnoses)];
  // A pointer that leads outside of the claim is left for its own edit.
  const moved = (pointer: number): number => {
    const code = claim.diagnoses[pointer - 1];
    return code === undefined ? pointer : diagnoses.indexOf(code) + 1;
  };
  const lines = claim.lines.map((line) => {
    return { ...line, diagnosisPointers: [...new Set(line.diagnosisPointers.map(moved))] };
  });
  return { ...claim, diagnoses, lines };
}
