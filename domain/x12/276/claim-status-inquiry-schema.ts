import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import { headingKeys, headingShape } from '../schema/heading-shape.js';
import type { ModelFields } from '../schema/model-fields.js';
import { procedureSchema } from '../schema/party-schemas.js';
import { schemasOf } from '../schema/schemas-of.js';
import { statusPartiesShape } from '../schema/status-schemas.js';
import type { ClaimStatusInquiry, ClaimStatusQuestion, ClaimStatusQuestionLine } from './claim-status-inquiry.js';
import { claimStatusInquiryGuide } from './claim-status-inquiry-guide.js';

/** A 276 as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const claimStatusInquirySchema = schemasOf(claimStatusInquiryGuide, inquirySchema);

function inquirySchema(fields: ModelFields): z.ZodType<ClaimStatusInquiry> {
  const inquiry = exactly<ClaimStatusInquiry>()(
    z.strictObject({
      ...headingShape(fields, '276'),
      inquiries: fields.list(questionSchema(fields), { min: 1 }),
    }),
  );
  return fields.requires(inquiry, ...headingKeys);
}

/** Loops 2200D and 2200E are alike. */
function questionSchema(fields: ModelFields): z.ZodType<ClaimStatusQuestion> {
  return exactly<ClaimStatusQuestion>()(
    z.strictObject({
      ...statusPartiesShape(fields),
      traceNumber: fields.text('2200D TRN 2'),
      payerClaimControlNumber: fields.text('2200D REF=1K 2').exactOptional(),
      patientControlNumber: fields.text('2200D REF=EJ 2').exactOptional(),
      billType: fields.text('2200D REF=BLT 2').exactOptional(),
      clearinghouseClaimNumber: fields.text('2200D REF=D9 2').exactOptional(),
      groupNumber: fields.text('2200D REF=6P 2').exactOptional(),
      chargeCents: fields.amount('2200D AMT 2').exactOptional(),
      servicePeriod: fields.period('2200D DTP').exactOptional(),
      lines: fields.list(lineSchema(fields)),
    }),
  );
}

/** Loop 2210. */
function lineSchema(fields: ModelFields): z.ZodType<ClaimStatusQuestionLine> {
  const line = exactly<ClaimStatusQuestionLine>()(
    z.strictObject({
      procedure: procedureSchema(fields, '2210D SVC 1'),
      chargeCents: fields.amount('2210D SVC 2').exactOptional(),
      revenueCode: fields.text('2210D SVC 4').exactOptional(),
      units: fields.quantity('2210D SVC 7').exactOptional(),
      lineControlNumber: fields.text('2210D REF=FJ 2').exactOptional(),
      servicePeriod: fields.period('2210D DTP').exactOptional(),
    }),
  );
  return fields.requires(line, 'chargeCents', 'units', 'servicePeriod');
}
