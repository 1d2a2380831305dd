import { cents } from '../../domain/kernel/cents.js';
import type { PayerPolicy, TelehealthPolicy } from './payer-policy.js';

/** What most commercial plans ask for: 02 or 10 by where the patient was, 95 for video, 93 for audio. */
const byModifier: TelehealthPolicy = {
  placesOfService: ['02', '10'],
  audioVideoModifiers: ['95'],
  audioOnlyModifiers: ['93'],
  asynchronousModifiers: [],
  requiresModifier: true,
  wrongPlace: 'inconsistent',
  paysTelemedicineFamily: false,
};

const commercial = {
  filingIndicator: '12',
  planName: 'COMMERCIAL PPO',
  insuranceType: 'PR',
  acknowledgeHours: 24,
  settleDaysMin: 10,
  settleDaysMax: 20,
  sequestrationPercent: 0,
  acceptsReplacement: true,
  rejectsFirstFile: false,
} as const;

const medicaid = {
  filingIndicator: 'MC',
  planName: 'MEDICAID',
  insuranceType: 'MC',
  acknowledgeHours: 28,
  settleDaysMin: 7,
  settleDaysMax: 12,
  costSharing: { kind: 'none' },
  sequestrationPercent: 0,
  acceptsReplacement: true,
  rejectsFirstFile: false,
} as const;

const policies: readonly PayerPolicy[] = [
  {
    ...commercial,
    payerId: 'SMMCR',
    name: 'MEDICARE PART B',
    taxId: '911000001',
    address: { line1: '100 CONTRACTOR WAY', city: 'BALTIMORE', state: 'MD', zip: '212440001' },
    filingIndicator: 'MB',
    planName: 'MEDICARE PART B',
    insuranceType: 'MB',
    acknowledgeHours: 20,
    settleDaysMin: 14,
    settleDaysMax: 14,
    contractPercent: 80,
    costSharing: { kind: 'coinsurance', percent: 20 },
    sequestrationPercent: 2,
    // Place of service alone tells telehealth since 2024; 93 still marks audio-only (42 CFR 410.78(a)(3)).
    telehealth: {
      ...byModifier,
      audioVideoModifiers: [],
      audioOnlyModifiers: ['93', 'FQ'],
      requiresModifier: false,
      wrongPlace: 'unprocessable',
    },
    acceptsReplacement: false,
  },
  {
    ...commercial,
    payerId: 'SMLMA',
    name: 'LIBERTY MEDICARE ADVANTAGE',
    taxId: '911000002',
    address: { line1: '20 HARBOR ST', city: 'CHICAGO', state: 'IL', zip: '606010001' },
    filingIndicator: '16',
    planName: 'LIBERTY ADVANTAGE HMO',
    insuranceType: 'HN',
    contractPercent: 85,
    costSharing: { kind: 'copay', copayCents: cents(1500) },
    telehealth: byModifier,
  },
  {
    ...commercial,
    payerId: 'SMSUM',
    name: 'SUMMIT HEALTH PLAN',
    taxId: '911000003',
    address: { line1: '300 RIDGE RD', city: 'DENVER', state: 'CO', zip: '802020001' },
    contractPercent: 110,
    costSharing: { kind: 'copay', copayCents: cents(2500) },
    telehealth: byModifier,
  },
  {
    ...commercial,
    payerId: 'SMCOB',
    name: 'COBALT MUTUAL',
    taxId: '911000004',
    address: { line1: '44 MINT AVE', city: 'HARTFORD', state: 'CT', zip: '061030001' },
    contractPercent: 105,
    costSharing: { kind: 'copay', copayCents: cents(3000) },
    telehealth: { ...byModifier, placesOfService: ['02'] },
  },
  {
    ...commercial,
    payerId: 'SMUNI',
    name: 'UNITY CARE INSURANCE',
    taxId: '911000005',
    address: { line1: '5 LAKE BLVD', city: 'MINNETONKA', state: 'MN', zip: '553430001' },
    contractPercent: 100,
    costSharing: { kind: 'coinsurance', percent: 20 },
    telehealth: byModifier,
  },
  {
    ...commercial,
    payerId: 'SMPRB',
    name: 'PRAIRIE BLUE SHIELD',
    taxId: '911000006',
    address: { line1: '600 WHEAT ST', city: 'TOPEKA', state: 'KS', zip: '666290001' },
    contractPercent: 95,
    costSharing: { kind: 'copay', copayCents: cents(2000) },
    telehealth: { ...byModifier, paysTelemedicineFamily: true },
  },
  {
    ...commercial,
    payerId: 'SMGRA',
    name: 'GRANITE BENEFIT ADMINISTRATORS',
    taxId: '911000007',
    address: { line1: '7 QUARRY LN', city: 'CONCORD', state: 'NH', zip: '033010001' },
    contractPercent: 100,
    costSharing: { kind: 'copay', copayCents: cents(2000) },
    telehealth: { ...byModifier, audioOnlyModifiers: [] },
    rejectsFirstFile: true,
  },
  {
    ...medicaid,
    payerId: 'SMNYM',
    name: 'NEW YORK MEDICAID',
    taxId: '911000008',
    address: { line1: '8 STATE ST', city: 'ALBANY', state: 'NY', zip: '122070001' },
    contractPercent: 65,
    telehealth: { ...byModifier, audioOnlyModifiers: ['93', 'FQ'] },
  },
  {
    ...medicaid,
    payerId: 'SMTXM',
    name: 'TEXAS MEDICAID',
    taxId: '911000009',
    address: { line1: '9 RIVER RD', city: 'AUSTIN', state: 'TX', zip: '787010001' },
    contractPercent: 60,
    telehealth: { ...byModifier, audioOnlyModifiers: ['93', 'FQ'] },
  },
  {
    ...medicaid,
    payerId: 'SMCAM',
    name: 'CALIFORNIA MEDI-CAL',
    taxId: '911000010',
    address: { line1: '10 CAPITOL MALL', city: 'SACRAMENTO', state: 'CA', zip: '958140001' },
    contractPercent: 62,
    telehealth: { ...byModifier, asynchronousModifiers: ['GQ'] },
  },
  {
    ...medicaid,
    payerId: 'SMILM',
    name: 'ILLINOIS MEDICAID',
    taxId: '911000011',
    address: { line1: '11 PRAIRIE ST', city: 'SPRINGFIELD', state: 'IL', zip: '627010001' },
    contractPercent: 58,
    telehealth: { ...byModifier, audioVideoModifiers: ['GT'] },
  },
];

const byPayerId: ReadonlyMap<string, PayerPolicy> = new Map(policies.map((policy) => [policy.payerId, policy]));

/** The simulated payer with that electronic id, if there is one. */
export function payerPolicy(payerId: string): PayerPolicy | undefined {
  return byPayerId.get(payerId);
}
