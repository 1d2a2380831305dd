import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import {
  addressSchema,
  contactsSchema,
  identifierSchema,
  partySchema,
  referencesSchema,
} from '../schema/party-schemas.js';
import { schemasOf } from '../schema/schemas-of.js';
import type {
  BillingProvider,
  BillingProviderClaims,
  PayToPlan,
  ProfessionalClaimBatch,
  Receiver,
  Submitter,
} from './professional-claim-batch.js';
import { professionalClaimGuide } from './professional-claim-guide.js';
import { professionalClaimSchema } from './professional-claim-schema.js';

/** An 837P as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const professionalClaimBatchSchema = schemasOf(professionalClaimGuide, batchSchema);

function batchSchema(fields: ModelFields): z.ZodType<ProfessionalClaimBatch> {
  const batch = exactly<ProfessionalClaimBatch>()(
    z.strictObject({
      batchId: fields.text('ST BHT 3'),
      createdOn: fields.date('ST BHT 4').exactOptional(),
      createdAt: fields.text('ST BHT 5'),
      purpose: z.enum(['original', 'reissue']),
      kind: z.enum(['chargeable', 'encounter']),
      submitter: exactly<Submitter>()(
        z.strictObject({ party: partySchema(fields, '1000A NM1'), contacts: contactsSchema(fields, '1000A') }),
      ),
      receiver: exactly<Receiver>()(
        z.strictObject({ name: fields.textOrEmpty('1000B NM1 3'), id: fields.text('1000B NM1 9') }),
      ),
      billingProviders: fields.list(billingProviderClaimsSchema(fields), { min: 1 }),
    }),
  );
  return fields.requires(batch, 'createdOn');
}

function billingProviderClaimsSchema(fields: ModelFields): z.ZodType<BillingProviderClaims> {
  return exactly<BillingProviderClaims>()(
    z.strictObject({
      billingProvider: billingProviderSchema(fields),
      claims: fields.list(professionalClaimSchema(fields), { min: 1 }),
    }),
  );
}

/** Loops 2000A, 2010AA and 2010AB. */
function billingProviderSchema(fields: ModelFields): z.ZodType<BillingProvider> {
  const provider = exactly<BillingProvider>()(
    z.strictObject({
      party: partySchema(fields, '2010AA NM1'),
      address: addressSchema(fields, '2010AA'),
      taxonomyCode: fields.text('2000A PRV 3').exactOptional(),
      taxId: identifierSchema(fields, '2010AA REF=EI 1', '2010AA REF=EI 2'),
      references: referencesSchema(fields, '2010AA', { except: ['EI', 'SY'] }),
      contacts: contactsSchema(fields, '2010AA'),
      currencyCode: fields.text('2000A CUR 2').exactOptional(),
      payToAddress: addressSchema(fields, '2010AB').exactOptional(),
      payToKind: z.enum(['person', 'organization']).exactOptional(),
      payToPlan: payToPlanSchema(fields).exactOptional(),
    }),
  );
  return fields.check(provider, ({ payToAddress, payToKind }, report) => {
    if (payToKind === 'organization') report('is understood: leave it out for an organization', 'payToKind');
    if (payToKind === 'person' && payToAddress === undefined) report('needs a pay-to address', 'payToKind');
  });
}

/** Loop 2010AC. */
function payToPlanSchema(fields: ModelFields): z.ZodType<PayToPlan> {
  return exactly<PayToPlan>()(
    z.strictObject({
      name: fields.textOrEmpty('2010AC NM1 3'),
      identifier: identifierSchema(fields, '2010AC NM1 8', '2010AC NM1 9'),
      address: addressSchema(fields, '2010AC'),
      taxId: fields.text('2010AC REF=EI 2'),
      references: referencesSchema(fields, '2010AC', { except: ['EI'] }),
    }),
  );
}
