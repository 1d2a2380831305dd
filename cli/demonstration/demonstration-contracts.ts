import { type ContractRate, contractRateSchema } from '../../domain/contract/contract-rate.js';

/** What Summit Health allows the demonstration's practice, in cents a unit; sample figures of our own. */
const summitHealthRates: Readonly<Record<string, number>> = {
  '99202': 7920,
  '99203': 12100,
  '99204': 18040,
  '99205': 23870,
  '99212': 6160,
  '99213': 9900,
  '99214': 14080,
  '99215': 19800,
  '99417': 3520,
  '98016': 1760,
  '90791': 19030,
  '90832': 8470,
  '90834': 11220,
  '90837': 16500,
  '90833': 7700,
  '90836': 9790,
  '90785': 1650,
};

/** The one contract that the demonstration's practice has loaded: its claims show what the patient is expected to owe. */
export const demonstrationContract: { readonly payerCode: string; readonly rates: readonly ContractRate[] } = {
  payerCode: 'summit-health',
  rates: Object.entries(summitHealthRates).map(([procedureCode, allowedCents]) =>
    contractRateSchema.parse({ payerCode: 'summit-health', procedureCode, allowedCents, from: '2025-01-01' }),
  ),
};
