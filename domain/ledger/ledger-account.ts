import { z } from 'zod';

/** The accounts of the book (design §5). Debits are positive cents, credits negative; each transaction sums to zero. */
export const ledgerAccountSchema = z.enum([
  'insurance_receivable',
  'patient_receivable',
  'revenue',
  'contractual_adjustment',
  'write_off',
  'payer_cash',
  'patient_cash',
  'suspense',
  'refund_payable',
  'interest',
  'payer_offset',
]);
export type LedgerAccount = z.infer<typeof ledgerAccountSchema>;
