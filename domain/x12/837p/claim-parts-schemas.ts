import { z } from 'zod';
import type { DateRange } from '../date-range.js';
import { exactly } from '../schema/exactly.js';
import { type ModelFields, periodTrouble, type ReportTrouble, reportTrouble } from '../schema/model-fields.js';
import { addressSchema, checkUses, contactSchema, partySchema, referencesSchema } from '../schema/party-schemas.js';
import { checkAdjustmentRuns } from '../schema/adjustment-runs.js';
import type { PriorPayerAdjustment } from './prior-payer-adjustment.js';
import type { Attachment, ClaimNote, ClaimProvider, ServiceFacility } from './professional-claim.js';

// What claims (loop 2300) and service lines (loop 2400) hold alike; `loop` says of which.

/** DTP of a loop by kind; `qualifiers` is the model's table of kinds. Their number and format follow the guide. */
export function checkDates<Kind extends string>(
  fields: ModelFields,
  loop: string,
  qualifiers: Readonly<Record<Kind, string>>,
  dates: Readonly<Partial<Record<Kind, DateRange>>>,
  report: ReportTrouble,
): void {
  const seen: string[] = [];
  for (const kind in qualifiers) {
    const period = dates[kind];
    if (period === undefined) continue;
    const rule = fields.segment(`${loop} DTP=${qualifiers[kind]}`);
    const sharing = seen.filter((qualifier) => rule.qualifier?.codes.includes(qualifier)).length;
    if (sharing >= rule.maxUse) report('is one too many: the guide has one of these dates only', kind);
    reportTrouble(periodTrouble(rule, period), report, kind);
    seen.push(qualifiers[kind]);
  }
}

/** PWK, at most ten. */
export function attachmentsSchema(fields: ModelFields, loop: string): z.ZodType<Attachment[]> {
  const attachment = exactly<Attachment>()(
    z.strictObject({
      reportType: fields.text(`${loop} PWK 1`),
      transmission: fields.text(`${loop} PWK 2`),
      controlNumber: fields.text(`${loop} PWK 6`).exactOptional(),
    }),
  );
  return fields.list(attachment, { max: fields.segment(`${loop} PWK`).maxUse });
}

/** K3. */
export function fixedFormatSchema(fields: ModelFields, loop: string): z.ZodType<string[]> {
  return fields.list(fields.text(`${loop} K3 1`), { max: fields.segment(`${loop} K3`).maxUse });
}

/** NTE of a loop, each with the codes of its own use. */
export function notesSchema(fields: ModelFields, loop: string): z.ZodType<ClaimNote[]> {
  const note = exactly<ClaimNote>()(z.strictObject({ code: z.string(), text: fields.text(`${loop} NTE 2`) }));
  const rules = fields.segments(loop, 'NTE');
  return fields.check(z.array(note), (notes, report) => {
    checkUses(
      rules,
      notes.map(({ code }) => code),
      report,
      [],
      'code',
    );
  });
}

/** A provider's loop (`2310B NM1`); taxonomy code and references only where the loop has them. */
export function claimProviderSchema(fields: ModelFields, loop: string, entity: string): z.ZodType<ClaimProvider> {
  return exactly<ClaimProvider>()(z.strictObject(claimProviderShape(fields, loop, entity)));
}

export function claimProviderShape(fields: ModelFields, loop: string, entity: string) {
  const hasTaxonomy = fields.segments(loop, 'PRV').length > 0;
  const taxonomyCode = hasTaxonomy
    ? fields.text(`${loop} PRV 3`)
    : fields.check(z.string(), (_, report) => report('the guide has no taxonomy code for this provider: leave it out'));
  return {
    party: partySchema(fields, `${loop} NM1=${entity}`),
    taxonomyCode: taxonomyCode.exactOptional(),
    references: referencesSchema(fields, loop),
  };
}

/** Loops 2310C and 2420C. */
export function serviceFacilitySchema(fields: ModelFields, loop: string): z.ZodType<ServiceFacility> {
  return exactly<ServiceFacility>()(
    z.strictObject({
      party: partySchema(fields, `${loop} NM1`),
      address: addressSchema(fields, loop),
      references: referencesSchema(fields, loop),
      contact: contactSchema(fields, loop).exactOptional(),
    }),
  );
}

/** CAS of loops 2320 and 2430, at most five segments. */
export function priorPayerAdjustmentsSchema(fields: ModelFields, loop: string): z.ZodType<PriorPayerAdjustment[]> {
  const adjustment = exactly<PriorPayerAdjustment>()(
    z.strictObject({
      group: fields.text(`${loop} CAS 1`),
      reasonCode: fields.text(`${loop} CAS 2`),
      amountCents: fields.amount(`${loop} CAS 3`),
      quantity: fields.quantity(`${loop} CAS 4`).exactOptional(),
    }),
  );
  return fields.check(z.array(adjustment), (adjustments, report) => {
    checkAdjustmentRuns(adjustments, fields.segment(`${loop} CAS`).maxUse, report);
  });
}
