import type { PayerProfile } from '../payer/payer-profile.js';
import type { Modality, Visit } from '../visit/visit.js';
import { isHealthCenterOfMedicare } from './health-center-of-medicare.js';

/** Modifiers that name the modality of a telehealth service. */
const modalityModifiers = {
  audio_video: ['95', 'GT'],
  audio_only: ['93', 'FQ'],
  asynchronous: ['GQ'],
} as const satisfies Record<Modality, readonly string[]>;

const everyModalityModifier: readonly string[] = Object.values(modalityModifiers).flat();

/** What Medicare wants of health centers on telehealth lines, where other professionals need none for video (MLN SE20016). */
const healthCenterModifiers: Readonly<Record<Modality, string | null>> = {
  audio_video: '95',
  audio_only: '93',
  asynchronous: null,
};

/** The modifier a payer wants on a telehealth line of this visit; null when it wants none. */
export function telehealthModifierOf(
  payer: PayerProfile,
  visit: Pick<Visit, 'modality' | 'facilityType'>,
): string | null {
  if (isHealthCenterOfMedicare(visit, payer)) return healthCenterModifiers[visit.modality];
  switch (visit.modality) {
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
