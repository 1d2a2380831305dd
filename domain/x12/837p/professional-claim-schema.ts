import { z } from 'zod';
import { exactly } from '../schema/exactly.js';
import type { ModelFields } from '../schema/model-fields.js';
import { referencesSchema } from '../schema/party-schemas.js';
import {
  claimDatesSchema,
  conditionCodesSchema,
  conditionsSchema,
  contractSchema,
  diagnosesSchema,
  relatedCausesSchema,
} from './claim-details-schemas.js';
import {
  attachmentsSchema,
  claimProviderSchema,
  fixedFormatSchema,
  serviceFacilitySchema,
} from './claim-parts-schemas.js';
import { otherPayerSchema } from './other-payer-schema.js';
import { dependentPatientSchema, destinationPayerSchema, subscriberSchema } from './patient-schemas.js';
import type { ClaimNote, ProfessionalClaim } from './professional-claim.js';
import { serviceLineSchema } from './service-line-schema.js';

/** Loop 2300 with the subscriber, patient and payer around it. */
export function professionalClaimSchema(fields: ModelFields): z.ZodType<ProfessionalClaim> {
  const claim = exactly<ProfessionalClaim>()(
    z.strictObject({
      subscriber: subscriberSchema(fields),
      payer: destinationPayerSchema(fields),
      patient: dependentPatientSchema(fields).exactOptional(),
      ...claimSegmentShape(fields),
      ...claimDetailsShape(fields),
      ...claimReferencesShape(fields),
      ...claimPartiesShape(fields),
      lines: fields.list(serviceLineSchema(fields), { min: 1, max: fields.maxRepeats('2400') }),
    }),
  );
  return fields.check(claim, ({ diagnoses, lines }, report) => {
    lines.forEach(({ diagnosisPointers }, line) => {
      diagnosisPointers.forEach((pointer, at) => {
        // Without any diagnosis, that is the trouble to tell.
        if (pointer <= diagnoses.length || diagnoses.length === 0) return;
        report(`points to diagnosis ${pointer} of ${diagnoses.length}`, 'lines', line, 'diagnosisPointers', at);
      });
    });
  });
}

/** CLM. */
function claimSegmentShape(fields: ModelFields) {
  return {
    patientControlNumber: fields.text('2300 CLM 1'),
    chargeCents: fields.amount('2300 CLM 2'),
    placeOfService: fields.text('2300 CLM 5-1'),
    frequency: fields.text('2300 CLM 5-3'),
    providerSignatureOnFile: z.boolean(),
    assignment: fields.text('2300 CLM 7'),
    benefitsAssigned: fields.text('2300 CLM 8'),
    releaseOfInformation: fields.text('2300 CLM 9'),
    patientSignatureSource: fields.text('2300 CLM 10').exactOptional(),
    relatedCauses: relatedCausesSchema(fields).exactOptional(),
    specialProgram: fields.text('2300 CLM 12').exactOptional(),
    delayReason: fields.text('2300 CLM 20').exactOptional(),
  };
}

function claimDetailsShape(fields: ModelFields) {
  return {
    dates: claimDatesSchema(fields),
    attachments: attachmentsSchema(fields, '2300'),
    contract: contractSchema(fields).exactOptional(),
    patientPaidCents: fields.amount('2300 AMT=F5 2').exactOptional(),
    fixedFormatInformation: fixedFormatSchema(fields, '2300'),
    note: noteSchema(fields).exactOptional(),
    conditions: conditionsSchema(fields),
    diagnoses: diagnosesSchema(fields),
    conditionCodes: conditionCodesSchema(fields),
  };
}

/** NTE of a claim: one. */
function noteSchema(fields: ModelFields): z.ZodType<ClaimNote> {
  return exactly<ClaimNote>()(z.strictObject({ code: fields.text('2300 NTE 1'), text: fields.text('2300 NTE 2') }));
}

function claimReferencesShape(fields: ModelFields) {
  return {
    payerClaimControlNumber: fields.text('2300 REF=F8 2').exactOptional(),
    priorAuthorizationNumber: fields.text('2300 REF=G1 2').exactOptional(),
    referralNumber: fields.text('2300 REF=9F 2').exactOptional(),
    clearinghouseClaimId: fields.text('2300 REF=D9 2').exactOptional(),
    medicalRecordNumber: fields.text('2300 REF=EA 2').exactOptional(),
    references: referencesSchema(fields, '2300', { except: ['F8', 'G1', '9F', 'D9', 'EA'] }),
  };
}

function claimPartiesShape(fields: ModelFields) {
  return {
    referringProvider: claimProviderSchema(fields, '2310A', 'DN').exactOptional(),
    primaryCareProvider: claimProviderSchema(fields, '2310A', 'P3').exactOptional(),
    renderingProvider: claimProviderSchema(fields, '2310B', '82').exactOptional(),
    serviceFacility: serviceFacilitySchema(fields, '2310C').exactOptional(),
    supervisingProvider: claimProviderSchema(fields, '2310D', 'DQ').exactOptional(),
    otherPayers: fields.list(otherPayerSchema(fields), { max: fields.maxRepeats('2320') }),
  };
}
