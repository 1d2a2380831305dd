import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import { headingKeys, headingShape } from '../schema/heading-shape.js';
import type { ModelFields } from '../schema/model-fields.js';
import { partySchema, procedureSchema, referencesSchema } from '../schema/party-schemas.js';
import { schemasOf } from '../schema/schemas-of.js';
import type {
  AcknowledgedClaim,
  AcknowledgedLine,
  AcknowledgementSource,
  AcknowledgementStatus,
  AcknowledgementTotals,
  BatchAcknowledgement,
  ClaimAcknowledgement,
  ProviderAcknowledgement,
} from './claim-acknowledgement.js';
import { claimAcknowledgementGuide } from './claim-acknowledgement-guide.js';

/** A 277CA as data: `guide` for what may be sent, `as-read` for what a reader may give. */
export const claimAcknowledgementSchema = schemasOf(claimAcknowledgementGuide, acknowledgementSchema);

function acknowledgementSchema(fields: ModelFields): z.ZodType<ClaimAcknowledgement> {
  const acknowledgement = exactly<ClaimAcknowledgement>()(
    z.strictObject({
      ...headingShape(fields, '277'),
      source: sourceSchema(fields),
      submitter: partySchema(fields, '2100B NM1'),
      batch: exactly<BatchAcknowledgement>()(
        z.strictObject({
          traceNumber: fields.text('2200B TRN 2'),
          statuses: statusesSchema(fields, '2200B'),
          totals: totalsSchema(fields, '2200B', '90', 'AA'),
        }),
      ),
      providers: z.array(providerSchema(fields)),
    }),
  );
  return fields.requires(acknowledgement, ...headingKeys);
}

/** Loops 2100A and 2200A. */
function sourceSchema(fields: ModelFields): z.ZodType<AcknowledgementSource> {
  const source = exactly<AcknowledgementSource>()(
    z.strictObject({
      kind: z.enum(['payer', 'clearinghouse']),
      party: partySchema(fields, '2100A NM1'),
      traceNumber: fields.text('2200A TRN 2'),
      receivedDate: fields.date('2200A DTP=050 3').exactOptional(),
      processedDate: fields.date('2200A DTP=009 3').exactOptional(),
    }),
  );
  return fields.requires(source, 'receivedDate', 'processedDate');
}

/** Loop 2000C; one without an answer of its own carries no trace. */
function providerSchema(fields: ModelFields): z.ZodType<ProviderAcknowledgement> {
  const provider = exactly<ProviderAcknowledgement>()(
    z.strictObject({
      provider: partySchema(fields, '2100C NM1'),
      traceNumber: fields.text('2200C TRN 2').exactOptional(),
      statuses: statusesSchema(fields, '2200C'),
      totals: totalsSchema(fields, '2200C', 'QA', 'QC'),
      references: referencesSchema(fields, '2200C'),
      claims: z.array(claimSchema(fields)),
    }),
  );
  return fields.check(provider, ({ traceNumber }, report) => {
    if (traceNumber === '0') report('stands for no trace: leave it out', 'traceNumber');
  });
}

/** Loops 2100D and 2200D. */
function claimSchema(fields: ModelFields): z.ZodType<AcknowledgedClaim> {
  const claim = exactly<AcknowledgedClaim>()(
    z.strictObject({
      patient: partySchema(fields, '2100D NM1'),
      patientControlNumber: fields.text('2200D TRN 2'),
      statuses: statusesSchema(fields, '2200D'),
      payerClaimControlNumber: fields.text('2200D REF=1K 2').exactOptional(),
      clearinghouseClaimNumber: fields.text('2200D REF=D9 2').exactOptional(),
      billType: fields.text('2200D REF=BLT 2').exactOptional(),
      servicePeriod: fields.period('2200D DTP').exactOptional(),
      lines: z.array(lineSchema(fields)),
    }),
  );
  return fields.requires(claim, 'servicePeriod');
}

/** Loop 2220D. */
function lineSchema(fields: ModelFields): z.ZodType<AcknowledgedLine> {
  const line = exactly<AcknowledgedLine>()(
    z.strictObject({
      procedure: procedureSchema(fields, '2220D SVC 1'),
      chargeCents: fields.amount('2220D SVC 2').exactOptional(),
      revenueCode: fields.text('2220D SVC 4').exactOptional(),
      units: fields.quantity('2220D SVC 7').exactOptional(),
      statuses: statusesSchema(fields, '2220D'),
      lineControlNumber: fields.text('2220D REF=FJ 2').exactOptional(),
      servicePeriod: fields.period('2220D DTP').exactOptional(),
    }),
  );
  return fields.requires(line, 'chargeCents');
}

/** STC: how many, and whether date and amount must be there, differs by level. */
function statusesSchema(fields: ModelFields, loop: string): z.ZodType<AcknowledgementStatus[]> {
  const status = exactly<AcknowledgementStatus>()(
    z.strictObject({
      category: fields.text(`${loop} STC 1-1`),
      code: fields.text(`${loop} STC 1-2`),
      entity: fields.text(`${loop} STC 1-3`).exactOptional(),
      action: z.enum(['WQ', 'U']).exactOptional(),
      amountCents: fields.amount(`${loop} STC 4`).exactOptional(),
      date: fields.date(`${loop} STC 2`).exactOptional(),
      text: fields.text(`${loop} STC 12`).exactOptional(),
    }),
  );
  const isRequired = (number: number): boolean => fields.element(`${loop} STC ${number}`)?.usage === 'R';
  const required: (keyof AcknowledgementStatus)[] = ['action'];
  if (isRequired(2)) required.push('date');
  if (isRequired(4)) required.push('amountCents');
  const min = fields.segment(`${loop} STC`).usage === 'R' ? 1 : 0;
  return fields.list(fields.requires(status, ...required), { min });
}

function totalsSchema(
  fields: ModelFields,
  loop: string,
  accepted: string,
  rejected: string,
): z.ZodType<AcknowledgementTotals> {
  return exactly<AcknowledgementTotals>()(
    z.strictObject({
      acceptedCount: fields.quantity(`${loop} QTY=${accepted} 2`).exactOptional(),
      rejectedCount: fields.quantity(`${loop} QTY=${rejected} 2`).exactOptional(),
      acceptedCents: fields.amount(`${loop} AMT=YU 2`).exactOptional(),
      rejectedCents: fields.amount(`${loop} AMT=YY 2`).exactOptional(),
    }),
  );
}
