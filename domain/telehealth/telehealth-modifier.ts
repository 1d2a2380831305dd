import type { PayerProfile } from '../payer/payer-profile.js';
import type { Modality } from '../visit/visit.js';

/** Modifiers that name the modality of a telehealth service. */
const modalityModifiers = {
  audio_video: ['95', 'GT'],
  audio_only: ['93', 'FQ'],
  asynchronous: ['GQ'],
} as const satisfies Record<Modality, readonly string[]>;

const everyModalityModifier: readonly string[] = Object.values(modalityModifiers).flat();

/** The modifier a payer wants on a telehealth line of this modality; null when it wants none. */
export function telehealthModifierOf(payer: PayerProfile, modality: Modality): string | null {
  switch (modality) {
    case 'audio_video':
      return payer.audioVideoModifier;
    case 'audio_only':
      return payer.audioOnlyModifier;
    case 'asynchronous':
      return payer.asynchronousModifier;
  }
}

/** The modifiers among these that name a modality. */
export function modalityModifiersAmong(modifiers: readonly string[]): readonly string[] {
  return modifiers.filter((modifier) => everyModalityModifier.includes(modifier));
}

/** Whether a modality modifier fits how patient and clinician met. */
export function fitsModality(modifier: string, modality: Modality): boolean {
  const fitting: readonly string[] = modalityModifiers[modality];
  return fitting.includes(modifier);
}
