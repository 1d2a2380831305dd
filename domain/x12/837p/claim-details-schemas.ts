import { z } from 'zod';
import type { DateRange } from '../date-range.js';
import { exactly } from '../schema/exactly.js';
import { type ModelFields, reportTrouble } from '../schema/model-fields.js';
import { checkUses, useOf } from '../schema/party-schemas.js';
import { valueTrouble } from '../schema/value-trouble.js';
import { type ClaimDateKind, claimDateQualifiers } from './claim-dates.js';
import { checkDates } from './claim-parts-schemas.js';
import type { Contract, Diagnosis, PatientCondition, RelatedCauses } from './professional-claim.js';

// Parts of loop 2300 that are more than one value.

/** CLM11. */
export function relatedCausesSchema(fields: ModelFields): z.ZodType<RelatedCauses> {
  return exactly<RelatedCauses>()(
    z.strictObject({
      causes: fields.list(fields.text('2300 CLM 11-1'), { min: 1, max: 2 }),
      state: fields.text('2300 CLM 11-4').exactOptional(),
      countryCode: fields.text('2300 CLM 11-5').exactOptional(),
    }),
  );
}

/** DTP. */
export function claimDatesSchema(fields: ModelFields): z.ZodType<Partial<Record<ClaimDateKind, DateRange>>> {
  const kinds: ClaimDateKind[] = [];
  for (const kind in claimDateQualifiers) if (isClaimDateKind(kind)) kinds.push(kind);
  const dates = z.partialRecord(z.enum(kinds), fields.range());
  return fields.check<Partial<Record<ClaimDateKind, DateRange>>>(dates, (given, report) => {
    checkDates(fields, '2300', claimDateQualifiers, given, report);
  });
}

function isClaimDateKind(text: string): text is ClaimDateKind {
  return text in claimDateQualifiers;
}

/** CN1. */
export function contractSchema(fields: ModelFields): z.ZodType<Contract> {
  return exactly<Contract>()(
    z.strictObject({
      typeCode: fields.text('2300 CN1 1'),
      amountCents: fields.amount('2300 CN1 2').exactOptional(),
      percentage: fields.quantity('2300 CN1 3').exactOptional(),
      code: fields.text('2300 CN1 4').exactOptional(),
      termsDiscountPercentage: fields.quantity('2300 CN1 5').exactOptional(),
      version: fields.text('2300 CN1 6').exactOptional(),
    }),
  );
}

/** CRC: each category has its own conditions and its own number of uses. */
export function conditionsSchema(fields: ModelFields): z.ZodType<PatientCondition[]> {
  const condition = exactly<PatientCondition>()(
    z.strictObject({ category: z.string(), applies: z.boolean(), indicators: z.array(z.string()) }),
  );
  const rules = fields.segments('2300', 'CRC');
  return fields.check(z.array(condition), (conditions, report) => {
    checkUses(
      rules,
      conditions.map(({ category }) => category),
      report,
      [],
      'category',
    );
    conditions.forEach(({ category, applies, indicators }, index) => {
      const [, answer, ...places] = useOf(rules, category)?.elements ?? [];
      if (answer === undefined) return;
      if (answer.kind === 'simple') {
        reportTrouble(valueTrouble(answer, applies ? 'Y' : 'N'), report, index, 'applies');
      }
      if (indicators.length === 0) report('must have at least one', index, 'indicators');
      indicators.forEach((indicator, at) => {
        const rule = places[at];
        const trouble = valueTrouble(rule?.kind === 'simple' ? rule : undefined, indicator);
        reportTrouble(trouble, report, index, 'indicators', at);
      });
    });
  });
}

/** HI: at most twelve. */
export function diagnosesSchema(fields: ModelFields): z.ZodType<Diagnosis[]> {
  const diagnosis = exactly<Diagnosis>()(
    z.strictObject({ codeSet: z.enum(['ICD-10-CM', 'ICD-9-CM']), code: fields.text('2300 HI=ABK 1-2') }),
  );
  return fields.list(diagnosis, { min: 1, max: fields.segment('2300 HI=ABK').elements.length });
}

/** HI*BG: the writer fills one segment. */
export function conditionCodesSchema(fields: ModelFields): z.ZodType<string[]> {
  return fields.list(fields.text('2300 HI=BG 1-2'), { max: fields.segment('2300 HI=BG').elements.length });
}
