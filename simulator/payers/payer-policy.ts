import type { Cents } from '../../domain/kernel/cents.js';

/** What a member pays of a covered visit. */
type CostSharing =
  | { readonly kind: 'none' }
  | { readonly kind: 'copay'; readonly copayCents: Cents }
  | { readonly kind: 'coinsurance'; readonly percent: number };

/** How a simulated payer takes in, judges and pays professional claims. */
export interface PayerPolicy {
  /** Electronic payer id (837P 2010BB NM109). */
  readonly payerId: string;
  readonly name: string;
  /** Nine digits; TRN03 is 1 and these. */
  readonly taxId: string;
  readonly address: { readonly line1: string; readonly city: string; readonly state: string; readonly zip: string };
  /** CLP06; the 835 has a shorter list than the 837P. */
  readonly filingIndicator: string;
  readonly planName: string;
  /** EB04 of the 271. */
  readonly insuranceType: string;
  /** 277CA after this many business hours. */
  readonly acknowledgeHours: number;
  /** 835 between these calendar days after receipt. */
  readonly settleDaysMin: number;
  readonly settleDaysMax: number;
  /** Contracted share of the base fee. */
  readonly contractPercent: number;
  readonly costSharing: CostSharing;
  /** Share of the payment withheld by law, 0 where none (Medicare: 2). */
  readonly sequestrationPercent: number;
  readonly telehealth: TelehealthPolicy;
  /** Whether a corrected claim may come as frequency 7; Medicare Part B wants a new claim. */
  readonly acceptsReplacement: boolean;
  /** Whether the translator turns back the first file of a submitter it has not set up yet. */
  readonly rejectsFirstFile: boolean;
}

/** How a payer wants live telehealth billed. */
export interface TelehealthPolicy {
  /** Places of service it takes for telehealth. */
  readonly placesOfService: readonly string[];
  /** Modifiers it knows for audio-video; the first is the one it asks for. Empty: takes 95 and GT as information. */
  readonly audioVideoModifiers: readonly string[];
  /** Empty: audio-only visits are not covered. */
  readonly audioOnlyModifiers: readonly string[];
  /** Empty: asynchronous services are not covered. */
  readonly asynchronousModifiers: readonly string[];
  /** Whether a telehealth line without a modifier is denied. */
  readonly requiresModifier: boolean;
  /** How a wrong place of service is denied: returned as unprocessable (16, M77, MA130), or 5. */
  readonly wrongPlace: 'unprocessable' | 'inconsistent';
  /** Whether the telemedicine visit family 98000–98015 is paid. */
  readonly paysTelemedicineFamily: boolean;
}
