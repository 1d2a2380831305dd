import { z } from 'zod';
import type { DateRange } from '../date-range.js';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import {
  addressSchema,
  contactSchema,
  identifierSchema,
  procedureSchema,
  referencesSchema,
} from '../schema/party-schemas.js';
import { type LineDateKind, lineDateQualifiers } from './claim-dates.js';
import {
  attachmentsSchema,
  checkDates,
  claimProviderSchema,
  claimProviderShape,
  fixedFormatSchema,
  notesSchema,
  priorPayerAdjustmentsSchema,
  serviceFacilitySchema,
} from './claim-parts-schemas.js';
import type {
  Drug,
  LineAdjudication,
  LineAuthorization,
  OrderingProvider,
  ProfessionalServiceLine,
  PurchasedService,
} from './professional-service-line.js';

/** Loop 2400 with everything in it. */
export function serviceLineSchema(fields: ModelFields): z.ZodType<ProfessionalServiceLine> {
  const line = exactly<ProfessionalServiceLine>()(
    z.strictObject({ ...serviceShape(fields), ...lineDetailsShape(fields), ...linePartiesShape(fields) }),
  );
  return fields.requires(line, 'serviceDate');
}

/** SV1. */
function serviceShape(fields: ModelFields) {
  return {
    procedure: procedureSchema(fields, '2400 SV1 1'),
    chargeCents: fields.amount('2400 SV1 2'),
    unitBasis: fields.text('2400 SV1 3'),
    units: fields.quantity('2400 SV1 4'),
    placeOfService: fields.text('2400 SV1 5').exactOptional(),
    diagnosisPointers: fields.list(fields.whole('2400 SV1 7-1'), { min: 1, max: 4 }),
    emergency: fields.yes().exactOptional(),
    epsdt: fields.yes().exactOptional(),
    familyPlanning: fields.yes().exactOptional(),
    copayExempt: fields.yes().exactOptional(),
  };
}

function lineDetailsShape(fields: ModelFields) {
  return {
    attachments: attachmentsSchema(fields, '2400'),
    serviceDate: fields.period('2400 DTP=472').exactOptional(),
    dates: lineDatesSchema(fields),
    lineControlNumber: fields.text('2400 REF=6R 2').exactOptional(),
    priorAuthorizations: authorizationsSchema(fields, 'G1'),
    referrals: authorizationsSchema(fields, '9F'),
    references: referencesSchema(fields, '2400', { except: ['G1', '9F', '6R'] }),
    salesTaxCents: fields.amount('2400 AMT=T 2').exactOptional(),
    postageCents: fields.amount('2400 AMT=F4 2').exactOptional(),
    fixedFormatInformation: fixedFormatSchema(fields, '2400'),
    notes: notesSchema(fields, '2400'),
    drug: drugSchema(fields).exactOptional(),
    adjudications: fields.list(adjudicationSchema(fields), { max: fields.maxRepeats('2430') }),
  };
}

function linePartiesShape(fields: ModelFields) {
  return {
    renderingProvider: claimProviderSchema(fields, '2420A', '82').exactOptional(),
    purchasedService: purchasedServiceSchema(fields).exactOptional(),
    serviceFacility: serviceFacilitySchema(fields, '2420C').exactOptional(),
    supervisingProvider: claimProviderSchema(fields, '2420D', 'DQ').exactOptional(),
    orderingProvider: orderingProviderSchema(fields).exactOptional(),
    referringProvider: claimProviderSchema(fields, '2420F', 'DN').exactOptional(),
    primaryCareProvider: claimProviderSchema(fields, '2420F', 'P3').exactOptional(),
  };
}

function lineDatesSchema(fields: ModelFields): z.ZodType<Partial<Record<LineDateKind, DateRange>>> {
  const kinds: LineDateKind[] = [];
  for (const kind in lineDateQualifiers) if (isLineDateKind(kind)) kinds.push(kind);
  const dates = z.partialRecord(z.enum(kinds), fields.range());
  return fields.check<Partial<Record<LineDateKind, DateRange>>>(dates, (given, report) => {
    checkDates(fields, '2400', lineDateQualifiers, given, report);
  });
}

function isLineDateKind(text: string): text is LineDateKind {
  return text in lineDateQualifiers;
}

function authorizationsSchema(fields: ModelFields, qualifier: 'G1' | '9F'): z.ZodType<LineAuthorization[]> {
  const place = `2400 REF=${qualifier}`;
  const authorization = exactly<LineAuthorization>()(
    z.strictObject({ number: fields.text(`${place} 2`), payerId: fields.text(`${place} 4-2`).exactOptional() }),
  );
  return fields.list(authorization, { max: fields.segment(place).maxUse });
}

/** Loop 2410: one REF, so a prescription or a link. */
function drugSchema(fields: ModelFields): z.ZodType<Drug> {
  const drug = exactly<Drug>()(
    z.strictObject({
      identifier: identifierSchema(fields, '2410 LIN 2', '2410 LIN 3'),
      quantity: fields.quantity('2410 CTP 4').exactOptional(),
      unit: fields.text('2410 CTP 5-1').exactOptional(),
      prescriptionNumber: fields.text('2410 REF=XZ 2').exactOptional(),
      linkNumber: fields.text('2410 REF=VY 2').exactOptional(),
    }),
  );
  const checked = fields.check(drug, ({ prescriptionNumber, linkNumber }, report) => {
    if (prescriptionNumber !== undefined && linkNumber !== undefined) {
      report('can not stand beside a prescription number: the guide has one reference here', 'linkNumber');
    }
  });
  return fields.requires(checked, 'quantity', 'unit');
}

/** PS1 and loop 2420B. */
function purchasedServiceSchema(fields: ModelFields): z.ZodType<PurchasedService> {
  return exactly<PurchasedService>()(
    z.strictObject({
      chargeCents: fields.amount('2400 PS1 2'),
      providerId: fields.text('2400 PS1 1'),
      provider: claimProviderSchema(fields, '2420B', 'QB').exactOptional(),
    }),
  );
}

/** Loop 2420E. */
function orderingProviderSchema(fields: ModelFields): z.ZodType<OrderingProvider> {
  return exactly<OrderingProvider>()(
    z.strictObject({
      ...claimProviderShape(fields, '2420E', 'DK'),
      address: addressSchema(fields, '2420E').exactOptional(),
      contact: contactSchema(fields, '2420E').exactOptional(),
    }),
  );
}

/** Loop 2430. */
function adjudicationSchema(fields: ModelFields): z.ZodType<LineAdjudication> {
  const adjudication = exactly<LineAdjudication>()(
    z.strictObject({
      payerId: fields.text('2430 SVD 1'),
      paidCents: fields.amount('2430 SVD 2'),
      procedure: procedureSchema(fields, '2430 SVD 3'),
      units: fields.quantity('2430 SVD 5'),
      bundledIntoLine: fields.whole('2430 SVD 6').exactOptional(),
      adjustments: priorPayerAdjustmentsSchema(fields, '2430'),
      adjudicatedOn: fields.date('2430 DTP=573 3').exactOptional(),
      remainingPatientLiabilityCents: fields.amount('2430 AMT=EAF 2').exactOptional(),
    }),
  );
  return fields.requires(adjudication, 'adjudicatedOn');
}
