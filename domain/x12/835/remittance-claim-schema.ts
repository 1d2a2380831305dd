import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { modifiersSchema, partySchema, procedureSchema, referencesSchema } from '../schema/party-schemas.js';
import type { RemittanceClaim, RemittanceLine } from './remittance-advice.js';
import {
  amountsSchema,
  claimAdjustmentsSchema,
  quantitiesSchema,
  unreadableAmountsSchema,
} from './remittance-parts-schemas.js';

/** MOA takes five remark codes, MIA five more. */
const claimRemarksMax = 10;

/** Loop 2100 with its lines. */
export function remittanceClaimSchema(fields: ModelFields): z.ZodType<RemittanceClaim> {
  const claim = exactly<RemittanceClaim>()(
    z.strictObject({
      ...claimSegmentShape(fields),
      adjustments: claimAdjustmentsSchema(fields, '2100'),
      ...claimPartiesShape(fields),
      remarkCodes: fields.list(fields.text('2100 MOA 3'), { max: claimRemarksMax }),
      references: referencesSchema(fields, '2100', { inGuideOrder: true }),
      statementPeriod: fields.range().exactOptional(),
      receivedDate: fields.date('2100 DTM=050 2').exactOptional(),
      coverageExpiredDate: fields.date('2100 DTM=036 2').exactOptional(),
      amounts: amountsSchema(fields, '2100'),
      quantities: quantitiesSchema(fields, '2100'),
      lines: fields.list(remittanceLineSchema(fields), { max: fields.maxRepeats('2110') }),
      unreadableAmounts: unreadableAmountsSchema(fields).exactOptional(),
    }),
  );
  return fields.requires(claim, 'filingIndicator', 'payerClaimControlNumber', 'patient');
}

/** CLP. */
function claimSegmentShape(fields: ModelFields) {
  return {
    patientControlNumber: fields.text('2100 CLP 1'),
    statusCode: fields.text('2100 CLP 2'),
    chargeCents: fields.amount('2100 CLP 3'),
    paidCents: fields.amount('2100 CLP 4'),
    patientResponsibilityCents: fields.amount('2100 CLP 5'),
    filingIndicator: fields.text('2100 CLP 6').exactOptional(),
    payerClaimControlNumber: fields.text('2100 CLP 7').exactOptional(),
    placeOfService: fields.text('2100 CLP 8').exactOptional(),
    frequency: fields.text('2100 CLP 9').exactOptional(),
  };
}

/** NM1. */
function claimPartiesShape(fields: ModelFields) {
  return {
    patient: partySchema(fields, '2100 NM1=QC').exactOptional(),
    insured: partySchema(fields, '2100 NM1=IL').exactOptional(),
    correctedInsured: partySchema(fields, '2100 NM1=74').exactOptional(),
    renderingProvider: partySchema(fields, '2100 NM1=82').exactOptional(),
    crossoverCarrier: partySchema(fields, '2100 NM1=TT').exactOptional(),
    correctedPriorityPayer: partySchema(fields, '2100 NM1=PR').exactOptional(),
    otherInsured: partySchema(fields, '2100 NM1=GB').exactOptional(),
  };
}

/** Loop 2110. */
function remittanceLineSchema(fields: ModelFields): z.ZodType<RemittanceLine> {
  const remarkCodes = z.array(fields.text('2110 LQ 2'));
  const line = exactly<RemittanceLine>()(
    z.strictObject({
      procedureQualifier: fields.text('2110 SVC 1-1'),
      procedureCode: fields.text('2110 SVC 1-2'),
      modifiers: modifiersSchema(fields, '2110 SVC 1'),
      chargeCents: fields.amount('2110 SVC 2'),
      paidCents: fields.amount('2110 SVC 3'),
      revenueCode: fields.text('2110 SVC 4').exactOptional(),
      units: fields.quantity('2110 SVC 5'),
      submittedProcedure: procedureSchema(fields, '2110 SVC 6').exactOptional(),
      submittedUnits: fields.quantity('2110 SVC 7').exactOptional(),
      servicePeriod: fields.range().exactOptional(),
      adjustments: claimAdjustmentsSchema(fields, '2110'),
      lineControlNumber: fields.text('2110 REF=6R 2').exactOptional(),
      references: referencesSchema(fields, '2110', { except: ['6R'], inGuideOrder: true }),
      allowedCents: fields.amount('2110 AMT=B6 2').exactOptional(),
      amounts: amountsSchema(fields, '2110', ['B6']),
      quantities: quantitiesSchema(fields, '2110'),
      remarkCodes,
      drugRemarkCodes: fields.list(fields.text('2110 LQ 2'), { min: 1 }).exactOptional(),
    }),
  );
  return fields.check(line, (given, report) => {
    const remarks = given.remarkCodes.length + (given.drugRemarkCodes ?? []).length;
    if (remarks > remarksMax(fields))
      report(`with the drug remarks must be at most ${remarksMax(fields)}`, 'remarkCodes');
    const amountsMax = fields.segment('2110 AMT').maxUse;
    if (given.allowedCents !== undefined && given.amounts.length >= amountsMax) {
      report(`with the allowed amount must be at most ${amountsMax}`, 'amounts');
    }
  });
}

function remarksMax(fields: ModelFields): number {
  return fields.segment('2110 LQ').maxUse;
}
