import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import { serviceTypeCodesSchema } from '../schema/eligibility-schemas.js';
import type { ModelFields } from '../schema/model-fields.js';
import {
  addressSchema,
  checkUses,
  contactsSchema,
  partySchema,
  procedureSchema,
  referencesSchema,
} from '../schema/party-schemas.js';
import type { QualifiedDate } from '../date-range.js';
import type { Benefit, BenefitDelivery, BenefitParty, EligibilityRejection } from './eligibility-response.js';

/** Loop 2110C; 2110D is alike. */
export function benefitSchema(fields: ModelFields): z.ZodType<Benefit> {
  const benefit = exactly<Benefit>()(
    z.strictObject({
      ...informationShape(fields),
      placesOfService: fields.list(fields.text('2115C III 2'), { max: fields.maxRepeats('2115C') }),
      dates: qualifiedDatesSchema(fields, '2110C'),
      references: referencesSchema(fields, '2110C'),
      messages: fields.list(fields.text('2110C MSG 1'), { max: fields.segment('2110C MSG').maxUse }),
      rejections: rejectionsSchema(fields, '2110C'),
      deliveries: fields.list(deliverySchema(fields), { max: fields.segment('2110C HSD').maxUse }),
      relatedParties: fields.list(relatedPartySchema(fields), { max: fields.maxRepeats('2120C') }),
    }),
  );
  return fields.check(benefit, ({ quantityQualifier, quantity }, report) => {
    if (quantityQualifier === undefined && quantity !== undefined) report('is missing', 'quantityQualifier');
    if (quantityQualifier !== undefined && quantity === undefined) report('is missing', 'quantity');
  });
}

/** EB. */
function informationShape(fields: ModelFields) {
  return {
    informationCode: fields.text('2110C EB 1'),
    coverageLevel: fields.text('2110C EB 2').exactOptional(),
    serviceTypeCodes: serviceTypeCodesSchema(fields, '2110C EB 3'),
    insuranceType: fields.text('2110C EB 4').exactOptional(),
    planName: fields.text('2110C EB 5').exactOptional(),
    timePeriod: fields.text('2110C EB 6').exactOptional(),
    amountCents: fields.amount('2110C EB 7').exactOptional(),
    percentFraction: fields.text('2110C EB 8').exactOptional(),
    quantityQualifier: fields.text('2110C EB 9').exactOptional(),
    quantity: fields.quantity('2110C EB 10').exactOptional(),
    authorizationRequired: z.enum(['yes', 'no', 'unknown']).exactOptional(),
    inNetwork: z.enum(['yes', 'no', 'unknown', 'not-applicable']).exactOptional(),
    procedure: procedureSchema(fields, '2110C EB 13').exactOptional(),
  };
}

/** DTP of a loop. */
export function qualifiedDatesSchema(fields: ModelFields, loop: string): z.ZodType<QualifiedDate[]> {
  const date = exactly<QualifiedDate>()(
    z.strictObject({ qualifier: z.string(), period: fields.period(`${loop} DTP`) }),
  );
  const rules = fields.segments(loop, 'DTP');
  return fields.check(z.array(date), (dates, report) => {
    checkUses(
      rules,
      dates.map(({ qualifier }) => qualifier),
      report,
    );
  });
}

/** AAA of a loop. */
export function rejectionsSchema(fields: ModelFields, loop: string): z.ZodType<EligibilityRejection[]> {
  const rejection = exactly<EligibilityRejection>()(z.strictObject(rejectionShape(fields, loop)));
  return fields.list(rejection, { max: fields.segment(`${loop} AAA`).maxUse });
}

export function rejectionShape(fields: ModelFields, loop: string) {
  return {
    requestValid: z.boolean(),
    reasonCode: fields.text(`${loop} AAA 3`),
    followUpCode: fields.text(`${loop} AAA 4`).exactOptional(),
  };
}

/** HSD: a quantity goes with its qualifier, a number of periods with the period. */
function deliverySchema(fields: ModelFields): z.ZodType<BenefitDelivery> {
  const delivery = exactly<BenefitDelivery>()(
    z.strictObject({
      quantityQualifier: fields.text('2110C HSD 1').exactOptional(),
      quantity: fields.quantity('2110C HSD 2').exactOptional(),
      measurementCode: fields.text('2110C HSD 3').exactOptional(),
      samplePeriods: fields.quantity('2110C HSD 4').exactOptional(),
      timePeriod: fields.text('2110C HSD 5').exactOptional(),
      periodCount: fields.whole('2110C HSD 6').exactOptional(),
      frequencyCode: fields.text('2110C HSD 7').exactOptional(),
      patternTimeCode: fields.text('2110C HSD 8').exactOptional(),
    }),
  );
  return fields.check(delivery, (given, report) => {
    if (given.quantityQualifier === undefined && given.quantity !== undefined)
      report('is missing', 'quantityQualifier');
    if (given.quantityQualifier !== undefined && given.quantity === undefined) report('is missing', 'quantity');
    if (given.periodCount !== undefined && given.timePeriod === undefined) report('is missing', 'timePeriod');
    if (Object.keys(given).length === 0) report('says nothing: leave it out');
  });
}

/** Loop 2120C. */
function relatedPartySchema(fields: ModelFields): z.ZodType<BenefitParty> {
  return exactly<BenefitParty>()(
    z.strictObject({
      role: fields.text('2120C NM1 1'),
      party: partySchema(fields, '2120C NM1'),
      address: addressSchema(fields, '2120C').exactOptional(),
      contacts: contactsSchema(fields, '2120C'),
      taxonomyCode: fields.text('2120C PRV 3').exactOptional(),
    }),
  );
}
