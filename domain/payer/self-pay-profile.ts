import type { PayerProfile } from './payer-profile.js';

/** Stands for the patient as payer: no claim goes out, the good-faith-estimate rules apply (45 CFR 149.610). */
export const selfPayProfile: PayerProfile = {
  code: 'self-pay',
  name: 'Self pay',
  electronicPayerId: 'SELFPAY',
  aliases: ['Self-pay', 'NO_INSURANCE', 'No insurance', 'None', 'Uninsured', 'Cash'],
  payerClass: 'self_pay',
  filingIndicator: 'ZZ',
  placeOfService: 'by_patient_location',
  audioVideoModifier: null,
  audioOnlyModifier: null,
  asynchronousModifier: null,
  coversAudioOnly: true,
  coversAsynchronous: true,
  telemedicineCodeFamily: 'crosswalk',
  requiresTelehealthConsent: false,
  requiresPriorAuthorizationFor: [],
  filingLimitDays: 365,
  correctedClaimLimitDays: 365,
  correctedClaimWay: 'new_claim',
  acknowledgementDueDays: 5,
  remittanceDueDays: 30,
  promptPayDays: 30,
  source: '45 CFR 149.610',
};
