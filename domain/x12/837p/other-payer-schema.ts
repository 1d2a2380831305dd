import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { addressSchema, identifierSchema, partySchema, referencesSchema } from '../schema/party-schemas.js';
import { priorPayerAdjustmentsSchema } from './claim-parts-schemas.js';
import type { OtherPayer, OutpatientAdjudication } from './other-payer.js';

/** Loops 2320, 2330A and 2330B. */
export function otherPayerSchema(fields: ModelFields): z.ZodType<OtherPayer> {
  return exactly<OtherPayer>()(
    z.strictObject({
      payerResponsibility: fields.text('2320 SBR 1'),
      relationship: fields.text('2320 SBR 2'),
      groupNumber: fields.text('2320 SBR 3').exactOptional(),
      groupName: fields.text('2320 SBR 4').exactOptional(),
      medicareSecondaryReason: fields.text('2320 SBR 5').exactOptional(),
      filingIndicator: fields.text('2320 SBR 9').exactOptional(),
      adjustments: priorPayerAdjustmentsSchema(fields, '2320'),
      paidCents: fields.amount('2320 AMT=D 2').exactOptional(),
      nonCoveredCents: fields.amount('2320 AMT=A8 2').exactOptional(),
      remainingPatientLiabilityCents: fields.amount('2320 AMT=EAF 2').exactOptional(),
      benefitsAssigned: fields.text('2320 OI 3'),
      patientSignatureSource: fields.text('2320 OI 4').exactOptional(),
      releaseOfInformation: fields.text('2320 OI 6'),
      outpatientAdjudication: outpatientAdjudicationSchema(fields).exactOptional(),
      subscriber: partySchema(fields, '2330A NM1'),
      subscriberAddress: addressSchema(fields, '2330A').exactOptional(),
      subscriberReferences: referencesSchema(fields, '2330A'),
      name: fields.textOrEmpty('2330B NM1 3'),
      identifier: identifierSchema(fields, '2330B NM1 8', '2330B NM1 9'),
      address: addressSchema(fields, '2330B').exactOptional(),
      adjudicatedOn: fields.date('2330B DTP=573 3').exactOptional(),
      claimControlNumber: fields.text('2330B REF=F8 2').exactOptional(),
      references: referencesSchema(fields, '2330B', { except: ['F8'] }),
    }),
  );
}

/** MOA: five remark codes, and something to say. */
function outpatientAdjudicationSchema(fields: ModelFields): z.ZodType<OutpatientAdjudication> {
  const adjudication = exactly<OutpatientAdjudication>()(
    z.strictObject({
      reimbursementRate: fields.quantity('2320 MOA 1').exactOptional(),
      payableCents: fields.amount('2320 MOA 2').exactOptional(),
      remarkCodes: fields.list(fields.text('2320 MOA 3'), { max: 5 }),
      endStageRenalDiseasePaidCents: fields.amount('2320 MOA 8').exactOptional(),
      nonpayableProfessionalCents: fields.amount('2320 MOA 9').exactOptional(),
    }),
  );
  return fields.check(adjudication, ({ remarkCodes, ...rest }, report) => {
    if (remarkCodes.length + Object.keys(rest).length === 0) report('says nothing: leave it out');
  });
}
