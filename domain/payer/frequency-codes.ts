import type { PayerEdits } from '../x12/837p/payer-edits.js';
import type { PayerProfile } from './payer-profile.js';

type FrequencyFacts = Pick<PayerProfile, 'frequencyCodes' | 'correctedClaimWay'>;

/** The claim frequencies (837P CLM05-3) a payer takes: as stated, else all three where it takes replacements. */
export function frequencyCodesOf({ frequencyCodes, correctedClaimWay }: FrequencyFacts): readonly ('1' | '7' | '8')[] {
  return frequencyCodes ?? (correctedClaimWay === 'replacement' ? ['1', '7', '8'] : ['1']);
}

export function takesFrequencyCode(profile: FrequencyFacts, frequencyCode: '1' | '7' | '8'): boolean {
  return frequencyCodesOf(profile).includes(frequencyCode);
}

/** What the payer does not take of an 837P: its own list, and the frequencies of its policy. */
export function payerEditsOf(profile: FrequencyFacts & Pick<PayerProfile, 'edits'>): PayerEdits {
  return { frequencyCodes: [...frequencyCodesOf(profile)], ...profile.edits };
}
