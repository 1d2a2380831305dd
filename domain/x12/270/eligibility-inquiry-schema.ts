import { z } from 'zod';
import { eligibilityMemberSchema, serviceTypeCodesSchema } from '../schema/eligibility-schemas.js';
import { exactly } from '../schema/exactly.js';
import { headingKeys, headingShape } from '../schema/heading-shape.js';
import type { ModelFields } from '../schema/model-fields.js';
import { partySchema, procedureSchema } from '../schema/party-schemas.js';
import { schemasOf } from '../schema/schemas-of.js';
import type {
  BenefitRequest,
  EligibilityInquiry,
  EligibilityQuestion,
  EligibilityTrace,
} from './eligibility-inquiry.js';
import { eligibilityInquiryGuide } from './eligibility-inquiry-guide.js';

/** A 270 as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const eligibilityInquirySchema = schemasOf(eligibilityInquiryGuide, inquirySchema);

function inquirySchema(fields: ModelFields): z.ZodType<EligibilityInquiry> {
  const inquiry = exactly<EligibilityInquiry>()(
    z.strictObject({
      ...headingShape(fields, '270'),
      inquiries: fields.list(questionSchema(fields), { min: 1 }),
    }),
  );
  return fields.requires(inquiry, ...headingKeys);
}

/** Loops 2110C and 2110D are alike. */
function questionSchema(fields: ModelFields): z.ZodType<EligibilityQuestion> {
  const trace = exactly<EligibilityTrace>()(
    z.strictObject({ number: fields.text('2000C TRN 2'), originatorId: fields.text('2000C TRN 3') }),
  );
  return exactly<EligibilityQuestion>()(
    z.strictObject({
      payer: partySchema(fields, '2100A NM1'),
      provider: partySchema(fields, '2100B NM1'),
      subscriber: eligibilityMemberSchema(fields, '2100C'),
      dependent: eligibilityMemberSchema(fields, '2100D').exactOptional(),
      traces: fields.list(trace, { max: fields.segment('2000C TRN').maxUse }),
      servicePeriod: fields.period('2100C DTP').exactOptional(),
      requests: fields.list(requestSchema(fields), { min: 1, max: fields.maxRepeats('2110C') }),
    }),
  );
}

/** EQ and III: service types, a procedure, or both. */
function requestSchema(fields: ModelFields): z.ZodType<BenefitRequest> {
  const request = exactly<BenefitRequest>()(
    z.strictObject({
      serviceTypeCodes: serviceTypeCodesSchema(fields, '2110C EQ 1'),
      procedure: procedureSchema(fields, '2110C EQ 2').exactOptional(),
      placeOfService: fields.text('2110C III 2').exactOptional(),
    }),
  );
  return fields.check(request, ({ serviceTypeCodes, procedure }, report) => {
    if (serviceTypeCodes.length === 0 && procedure === undefined) {
      report('must have at least one, or a procedure beside it', 'serviceTypeCodes');
    }
  });
}
