import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { addressSchema, contactsSchema, identifierSchema, referencesSchema } from '../schema/party-schemas.js';
import { schemasOf } from '../schema/schemas-of.js';
import type {
  BankAccount,
  ProviderAdjustment,
  RemittanceAdvice,
  RemittancePayee,
  RemittancePayer,
  RemittancePayment,
} from './remittance-advice.js';
import { remittanceAdviceGuide } from './remittance-advice-guide.js';
import { remittanceClaimSchema } from './remittance-claim-schema.js';
import { unreadableAmountsSchema } from './remittance-parts-schemas.js';

/** An 835 as data: `guide` for what may be sent, `as-read` for what a reader may give. Nothing is balanced here. */
export const remittanceAdviceSchema = schemasOf(remittanceAdviceGuide, adviceSchema);

function adviceSchema(fields: ModelFields): z.ZodType<RemittanceAdvice> {
  return exactly<RemittanceAdvice>()(
    z.strictObject({
      payment: paymentSchema(fields),
      productionDate: fields.date('835 DTM=405 2').exactOptional(),
      payer: payerSchema(fields),
      payee: payeeSchema(fields),
      claims: fields.list(remittanceClaimSchema(fields)),
      providerAdjustments: fields.list(providerAdjustmentSchema(fields)),
      unreadableAmounts: unreadableAmountsSchema(fields).exactOptional(),
    }),
  );
}

/** BPR and TRN. */
function paymentSchema(fields: ModelFields): z.ZodType<RemittancePayment> {
  const payment = exactly<RemittancePayment>()(
    z.strictObject({
      handlingCode: fields.text('835 BPR 1'),
      amountCents: fields.amount('835 BPR 2'),
      creditOrDebit: z.enum(['credit', 'debit']),
      method: fields.text('835 BPR 4'),
      formatCode: fields.text('835 BPR 5').exactOptional(),
      senderAccount: accountSchema(fields, 6).exactOptional(),
      originatingCompanyId: fields.text('835 BPR 10').exactOptional(),
      originatingSupplementalCode: fields.text('835 BPR 11').exactOptional(),
      receiverAccount: accountSchema(fields, 12).exactOptional(),
      effectiveDate: fields.date('835 BPR 16').exactOptional(),
      traceNumber: fields.text('835 TRN 2'),
      payerOriginatorId: fields.text('835 TRN 3'),
      originatorSupplementalCode: fields.text('835 TRN 4').exactOptional(),
    }),
  );
  return fields.requires(payment, 'effectiveDate');
}

/** Four elements of BPR from `first` on. */
function accountSchema(fields: ModelFields, first: number): z.ZodType<BankAccount> {
  const account = exactly<BankAccount>()(
    z.strictObject({
      routingQualifier: fields.text(`835 BPR ${first}`),
      routingNumber: fields.text(`835 BPR ${first + 1}`),
      accountQualifier: fields.text(`835 BPR ${first + 2}`).exactOptional(),
      accountNumber: fields.text(`835 BPR ${first + 3}`).exactOptional(),
    }),
  );
  return fields.check(account, ({ accountQualifier, accountNumber }, report) => {
    if (accountQualifier !== undefined && accountNumber === undefined) {
      report('is missing: it goes with its qualifier', 'accountNumber');
    }
  });
}

/** Loop 1000A. */
function payerSchema(fields: ModelFields): z.ZodType<RemittancePayer> {
  const payer = exactly<RemittancePayer>()(
    z.strictObject({
      name: fields.textOrEmpty('1000A N1 2'),
      identifier: identifierSchema(fields, '1000A N1 3', '1000A N1 4').exactOptional(),
      address: addressSchema(fields, '1000A').exactOptional(),
      references: referencesSchema(fields, '1000A'),
      contacts: contactsSchema(fields, '1000A'),
    }),
  );
  return fields.requires(payer, 'address');
}

/** Loop 1000B: N1 holds the NPI, the plan id or the tax id; a tax id beside another goes to REF*TJ. */
function payeeSchema(fields: ModelFields): z.ZodType<RemittancePayee> {
  const payee = exactly<RemittancePayee>()(
    z.strictObject({
      name: fields.textOrEmpty('1000B N1 2'),
      npi: fields.text('1000B N1 4').exactOptional(),
      taxId: fields.text('1000B N1 4').exactOptional(),
      planId: fields.text('1000B N1 4').exactOptional(),
      address: addressSchema(fields, '1000B').exactOptional(),
      references: referencesSchema(fields, '1000B', { except: ['TJ'] }),
    }),
  );
  return fields.check(payee, ({ npi, taxId, planId }, report) => {
    if (npi === undefined && taxId === undefined && planId === undefined) {
      report('must have an NPI, a tax id or a plan id');
    }
    if (npi !== undefined && planId !== undefined) report('can not stand beside an NPI', 'planId');
    if ((npi ?? planId) !== undefined && (taxId?.length ?? 0) > 50) report('must have 2 to 50 characters', 'taxId');
  });
}

/** One reason of a PLB. */
function providerAdjustmentSchema(fields: ModelFields): z.ZodType<ProviderAdjustment> {
  const adjustment = exactly<ProviderAdjustment>()(
    z.strictObject({
      providerId: fields.text('835 PLB 1'),
      fiscalPeriodEnd: fields.date('835 PLB 2').exactOptional(),
      code: fields.text('835 PLB 3-1'),
      reference: fields.text('835 PLB 3-2').exactOptional(),
      amountCents: fields.amount('835 PLB 4'),
    }),
  );
  return fields.requires(adjustment, 'fiscalPeriodEnd');
}
