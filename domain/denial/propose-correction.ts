import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
import { mergeModifiers } from '../coding/merge-modifiers.js';
import { procedureFacts } from '../coding/procedure-facts.js';
import { modalityModifiersAmong } from '../telehealth/telehealth-modifier.js';
import type { Modality, Visit } from '../visit/visit.js';
import type { TriedCorrection } from './tried-correction.js';

/** A corrected claim and what was changed in it. */
export interface ProposedCorrection {
  readonly claim: CodedClaim;
  readonly changes: readonly string[];
  readonly correction: TriedCorrection;
}

type ModifierChoice = Extract<TriedCorrection, { kind: 'telehealth_modifier' }>['value'];

/**
 * What may stand on a line of this modality, in the order tried. Video may go without a modifier since its place of
 * service says telehealth; audio-only must stay visible on the claim (42 CFR 410.78(a)(3)).
 */
const modifierChoices = {
  audio_video: ['95', 'GT', 'none'],
  audio_only: ['93', 'FQ'],
  asynchronous: ['GQ'],
} as const satisfies Record<Modality, readonly ModifierChoice[]>;

function isTelehealth(line: ServiceLine): boolean {
  return (procedureFacts(line.procedureCode)?.delivery ?? 'telehealth') === 'telehealth';
}

function withModifier(line: ServiceLine, choice: ModifierChoice): ServiceLine | null {
  const modality = modalityModifiersAmong(line.modifiers);
  const others = line.modifiers.filter((modifier) => !modality.includes(modifier));
  const { modifiers, dropped } = mergeModifiers(others, choice === 'none' ? [] : [choice]);
  return dropped.length > 0 ? null : { ...line, modifiers: [...modifiers] };
}

function valuesTried(tried: readonly TriedCorrection[], kind: TriedCorrection['kind']): readonly string[] {
  return tried.filter((correction) => correction.kind === kind).map((correction) => correction.value);
}

/** Puts the next modality modifier on the denied telehealth lines; null when none is left or a line has no room. */
export function proposeModifier(
  claim: CodedClaim,
  visit: Visit,
  deniedLineNumbers: readonly number[],
  tried: readonly TriedCorrection[],
): ProposedCorrection | null {
  const denied = claim.lines.filter((line) => deniedLineNumbers.includes(line.lineNumber));
  if (denied.length === 0 || !denied.every(isTelehealth)) return null;
  const present = denied.flatMap((line) => modalityModifiersAmong(line.modifiers));
  const used = [...valuesTried(tried, 'telehealth_modifier'), ...(present.length > 0 ? present : ['none'])];
  const choices: readonly ModifierChoice[] = modifierChoices[visit.modality];
  const value = choices.find((choice) => !used.includes(choice));
  if (value === undefined) return null;
  const lines = claim.lines.map((line) => (denied.includes(line) ? withModifier(line, value) : line));
  const changed = lines.filter((line) => line !== null);
  if (changed.length < lines.length) return null;
  const from = [...new Set(present)].join(', ') || 'none';
  const changes = denied.map(
    (line) => `line ${line.lineNumber} ${line.procedureCode}: telehealth modifier ${from} → ${value}`,
  );
  return { claim: { ...claim, lines: changed }, changes, correction: { kind: 'telehealth_modifier', value } };
}

/** Changes the telehealth place of service to the other one; null when both were tried or the claim is not telehealth. */
export function proposePlaceOfService(
  claim: CodedClaim,
  visit: Visit,
  tried: readonly TriedCorrection[],
): ProposedCorrection | null {
  if (!claim.lines.some(isTelehealth)) return null;
  const used = [...valuesTried(tried, 'place_of_service'), claim.placeOfService];
  const byLocation = visit.patientLocation.setting === 'home' ? (['10', '02'] as const) : (['02', '10'] as const);
  const value = byLocation.find((choice) => !used.includes(choice));
  if (value === undefined) return null;
  const changes = [`place of service ${claim.placeOfService} → ${value}`];
  return { claim: { ...claim, placeOfService: value }, changes, correction: { kind: 'place_of_service', value } };
}
