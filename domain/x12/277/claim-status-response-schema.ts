import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import { headingKeys, headingShape } from '../schema/heading-shape.js';
import type { ModelFields } from '../schema/model-fields.js';
import { contactsSchema, partySchema, procedureSchema } from '../schema/party-schemas.js';
import { schemasOf } from '../schema/schemas-of.js';
import { statusPartiesShape } from '../schema/status-schemas.js';
import type {
  ClaimStatus,
  ClaimStatusAnswer,
  ClaimStatusAnswerLine,
  ClaimStatusResponse,
  PartyStatusAnswer,
} from './claim-status-response.js';
import { claimStatusResponseGuide } from './claim-status-response-guide.js';

/** A 277 in answer to a 276 as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const claimStatusResponseSchema = schemasOf(claimStatusResponseGuide, responseSchema);

function responseSchema(fields: ModelFields): z.ZodType<ClaimStatusResponse> {
  const response = exactly<ClaimStatusResponse>()(
    z.strictObject({
      ...headingShape(fields, '277'),
      answers: z.array(answerSchema(fields)),
      partyAnswers: z.array(partyAnswerSchema(fields)),
    }),
  );
  const checked = fields.check(response, ({ answers, partyAnswers }, report) => {
    if (answers.length + partyAnswers.length === 0) report('must have at least one answer', 'answers');
  });
  return fields.requires(checked, ...headingKeys);
}

/** Loops 2200D and 2200E are alike. */
function answerSchema(fields: ModelFields): z.ZodType<ClaimStatusAnswer> {
  return exactly<ClaimStatusAnswer>()(
    z.strictObject({
      ...statusPartiesShape(fields),
      payerContacts: contactsSchema(fields, '2100A'),
      traceNumber: fields.text('2200D TRN 2'),
      statuses: statusesSchema(fields),
      payerClaimControlNumber: fields.text('2200D REF=1K 2').exactOptional(),
      patientControlNumber: fields.text('2200D REF=EJ 2').exactOptional(),
      billType: fields.text('2200D REF=BLT 2').exactOptional(),
      clearinghouseClaimNumber: fields.text('2200D REF=D9 2').exactOptional(),
      servicePeriod: fields.period('2200D DTP').exactOptional(),
      lines: z.array(lineSchema(fields)),
    }),
  );
}

/** STC, alike at every level. */
function statusesSchema(fields: ModelFields): z.ZodType<ClaimStatus[]> {
  const status = exactly<ClaimStatus>()(
    z.strictObject({
      category: fields.text('2200D STC 1-1'),
      code: fields.text('2200D STC 1-2'),
      entity: fields.text('2200D STC 1-3').exactOptional(),
      effectiveDate: fields.date('2200D STC 2').exactOptional(),
      chargeCents: fields.amount('2200D STC 4').exactOptional(),
      paidCents: fields.amount('2200D STC 5').exactOptional(),
      adjudicationDate: fields.date('2200D STC 6').exactOptional(),
      remittanceDate: fields.date('2200D STC 8').exactOptional(),
      remittanceTraceNumber: fields.text('2200D STC 9').exactOptional(),
      text: fields.text('2200D STC 12').exactOptional(),
    }),
  );
  return fields.list(fields.requires(status, 'effectiveDate'), { min: 1 });
}

/** Loop 2220. */
function lineSchema(fields: ModelFields): z.ZodType<ClaimStatusAnswerLine> {
  const line = exactly<ClaimStatusAnswerLine>()(
    z.strictObject({
      procedure: procedureSchema(fields, '2220D SVC 1'),
      chargeCents: fields.amount('2220D SVC 2').exactOptional(),
      paidCents: fields.amount('2220D SVC 3').exactOptional(),
      revenueCode: fields.text('2220D SVC 4').exactOptional(),
      units: fields.quantity('2220D SVC 7').exactOptional(),
      statuses: statusesSchema(fields),
      lineControlNumber: fields.text('2220D REF=FJ 2').exactOptional(),
      servicePeriod: fields.period('2220D DTP').exactOptional(),
    }),
  );
  return fields.requires(line, 'chargeCents', 'paidCents', 'units', 'servicePeriod');
}

/** Loops 2200B and 2200C. */
function partyAnswerSchema(fields: ModelFields): z.ZodType<PartyStatusAnswer> {
  const answer = exactly<PartyStatusAnswer>()(
    z.strictObject({
      level: z.enum(['submitter', 'provider']),
      payer: partySchema(fields, '2100A NM1'),
      submitter: partySchema(fields, '2100B NM1'),
      provider: partySchema(fields, '2100C NM1').exactOptional(),
      traceNumber: fields.text('2200B TRN 2').exactOptional(),
      statuses: statusesSchema(fields),
    }),
  );
  const checked = fields.check(answer, ({ level, provider }, report) => {
    if (level === 'provider' && provider === undefined) report('is missing: whom the payer refuses', 'provider');
    if (level === 'submitter' && provider !== undefined) report('has no place beside a refused submitter', 'provider');
  });
  return fields.requires(checked, 'traceNumber');
}
