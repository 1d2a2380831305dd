import { z } from 'zod';
import type { EligibilityTrace } from '../270/eligibility-inquiry.js';
import { answeredMemberSchema } from '../schema/eligibility-schemas.js';
import { exactly } from '../schema/exactly.js';
import { headingKeys, headingShape } from '../schema/heading-shape.js';
import type { ModelFields } from '../schema/model-fields.js';
import { contactsSchema, partySchema } from '../schema/party-schemas.js';
import { schemasOf } from '../schema/schemas-of.js';
import { benefitSchema, qualifiedDatesSchema, rejectionShape, rejectionsSchema } from './benefit-schema.js';
import type { EligibilityAnswer, EligibilityResponse, PartyRejection } from './eligibility-response.js';
import { eligibilityResponseGuide } from './eligibility-response-guide.js';

/** A 271 as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const eligibilityResponseSchema = schemasOf(eligibilityResponseGuide, responseSchema);

function responseSchema(fields: ModelFields): z.ZodType<EligibilityResponse> {
  const response = exactly<EligibilityResponse>()(
    z.strictObject({
      ...headingShape(fields, '271'),
      answers: z.array(answerSchema(fields)),
      partyRejections: z.array(partyRejectionSchema(fields)),
    }),
  );
  const checked = fields.check(response, ({ answers, partyRejections }, report) => {
    if (answers.length + partyRejections.length === 0) report('must have at least one answer', 'answers');
  });
  return fields.requires(checked, ...headingKeys);
}

type Trace = EligibilityTrace & { readonly kind: 'echoed' | 'added' };

/** Loops 2000C and 2000D. */
function answerSchema(fields: ModelFields): z.ZodType<EligibilityAnswer> {
  const trace = exactly<Trace>()(
    z.strictObject({
      kind: z.enum(['echoed', 'added']),
      number: fields.text('2000C TRN 2'),
      originatorId: fields.text('2000C TRN 3'),
    }),
  );
  return exactly<EligibilityAnswer>()(
    z.strictObject({
      payer: partySchema(fields, '2100A NM1'),
      payerContacts: contactsSchema(fields, '2100A'),
      provider: partySchema(fields, '2100B NM1'),
      subscriber: answeredMemberSchema(fields, '2100C'),
      dependent: answeredMemberSchema(fields, '2100D').exactOptional(),
      traces: fields.list(trace, { max: fields.segment('2000C TRN').maxUse }),
      rejections: rejectionsSchema(fields, '2100C'),
      dates: qualifiedDatesSchema(fields, '2100C'),
      benefits: z.array(benefitSchema(fields)),
    }),
  );
}

/** AAA of loops 2000A and 2100B. */
function partyRejectionSchema(fields: ModelFields): z.ZodType<PartyRejection> {
  const rejection = exactly<PartyRejection>()(
    z.strictObject({
      ...rejectionShape(fields, '2100B'),
      level: z.enum(['payer', 'provider']),
      payer: partySchema(fields, '2100A NM1'),
      provider: partySchema(fields, '2100B NM1').exactOptional(),
    }),
  );
  return fields.check(rejection, ({ level, provider }, report) => {
    if (level === 'provider' && provider === undefined) report('is missing: whom the payer refuses', 'provider');
    if (level === 'payer' && provider !== undefined) report('has no place beside a refusing payer', 'provider');
  });
}
