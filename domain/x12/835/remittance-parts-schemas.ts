import { z } from 'zod';
import { checkAdjustmentRuns } from '../schema/adjustment-runs.js';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { checkUses } from '../schema/party-schemas.js';
import type { ClaimAdjustment, QualifiedAmount, QualifiedQuantity } from './remittance-advice.js';

// What claims (loop 2100) and service lines (loop 2110) hold alike.

/** CAS of a loop. */
export function claimAdjustmentsSchema(fields: ModelFields, loop: string): z.ZodType<ClaimAdjustment[]> {
  const adjustment = exactly<ClaimAdjustment>()(
    z.strictObject({
      group: z.enum(['CO', 'OA', 'PI', 'PR']),
      reasonCode: fields.text(`${loop} CAS 2`),
      amountCents: fields.amount(`${loop} CAS 3`),
      quantity: fields.quantity(`${loop} CAS 4`).exactOptional(),
    }),
  );
  return fields.check(z.array(adjustment), (adjustments, report) => {
    checkAdjustmentRuns(adjustments, fields.segment(`${loop} CAS`).maxUse, report);
  });
}

/** AMT of a loop; `except` are qualifiers that the model keeps in properties of their own. */
export function amountsSchema(
  fields: ModelFields,
  loop: string,
  except: readonly string[] = [],
): z.ZodType<QualifiedAmount[]> {
  const amount = exactly<QualifiedAmount>()(
    z.strictObject({ qualifier: z.string(), amountCents: fields.amount(`${loop} AMT 2`) }),
  );
  const rules = fields.segments(loop, 'AMT');
  return fields.check(z.array(amount), (amounts, report) => {
    checkUses(
      rules,
      amounts.map(({ qualifier }) => qualifier),
      report,
      except,
    );
  });
}

/** QTY of a loop. */
export function quantitiesSchema(fields: ModelFields, loop: string): z.ZodType<QualifiedQuantity[]> {
  const quantity = exactly<QualifiedQuantity>()(
    z.strictObject({ qualifier: z.string(), quantity: fields.quantity(`${loop} QTY 2`) }),
  );
  const rules = fields.segments(loop, 'QTY');
  return fields.check(z.array(quantity), (quantities, report) => {
    checkUses(
      rules,
      quantities.map(({ qualifier }) => qualifier),
      report,
    );
  });
}

/** Amounts that could not be read stand as zero in the model: such a file must not be written again as if they were. */
export function unreadableAmountsSchema(fields: ModelFields): z.ZodType<string[]> {
  return fields.always(z.array(z.string()), (_, report) => {
    report('names amounts that the file did not say readably: put the right amounts in, then leave this list out');
  });
}
