import { z } from 'zod';
import { placeOfServiceSchema } from '../coding/coded-claim.js';
import { present } from '../kernel/present.js';
import { addressSchema, plainDateSchema } from '../kernel/schemas.js';
import {
  clinicianSchema,
  clinicianLocationSchema,
  medicalDecisionMakingSchema,
  modalitySchema,
  serviceKindSchema,
  sexSchema,
  type Visit,
  visitCoverageSchema,
  visitDiagnosisSchema,
  visitSchema,
} from '../visit/visit.js';
import { lineCorrectionSchema } from './line-correction.js';

/** What a person (or a denial rule) may put right on a claim. The visit as received stays; corrections are laid over it in order. */
export const claimCorrectionSchema = z.strictObject({
  payerCode: z.string().max(40).optional(),
  memberId: z.string().trim().min(2).max(80).optional(),
  groupNumber: z.string().trim().min(1).max(50).optional(),
  relationship: visitCoverageSchema.shape.relationship.optional(),
  subscriber: visitCoverageSchema.shape.subscriber,
  patient: z
    .strictObject({
      firstName: z.string().trim().min(1).max(60).optional(),
      lastName: z.string().trim().min(1).max(60).optional(),
      birthDate: plainDateSchema.optional(),
      sex: sexSchema.optional(),
      address: addressSchema.optional(),
    })
    .optional(),
  dateOfService: plainDateSchema.optional(),
  clinicianLocation: clinicianLocationSchema.optional(),
  serviceKind: serviceKindSchema.optional(),
  modality: modalitySchema.optional(),
  audioOnlyReason: visitSchema.shape.audioOnlyReason,
  patientLocation: visitSchema.shape.patientLocation.optional(),
  clinician: clinicianSchema.optional(),
  totalMinutes: z.int().positive().max(1440).optional(),
  medicalDecisionMaking: medicalDecisionMakingSchema.optional(),
  newPatient: z.boolean().optional(),
  telehealthConsent: z.boolean().optional(),
  priorAuthorizationNumber: z.string().trim().min(1).max(50).optional(),
  referralNumber: z.string().trim().min(1).max(50).optional(),
  diagnoses: z.array(visitDiagnosisSchema).min(1).max(12).optional(),
  placeOfService: placeOfServiceSchema.optional(),
  lines: z.array(lineCorrectionSchema).max(50).optional(),
});
export type ClaimCorrection = z.infer<typeof claimCorrectionSchema>;

/** The visit with corrections laid over it, oldest first; the first coverage is the one corrected. */
export function correctVisit(visit: Visit, corrections: readonly ClaimCorrection[]): Visit {
  return corrections.reduce(correctVisitOnce, visit);
}

function correctVisitOnce(visit: Visit, correction: ClaimCorrection): Visit {
  const { payerCode, memberId, groupNumber, relationship, subscriber, ...ofVisit } = correction;
  const { patient, placeOfService, lines, ...plain } = ofVisit;
  const [first, ...others] = visit.coverages;
  const coverage =
    first === undefined
      ? []
      : [{ ...first, ...present({ payerCode, memberId, groupNumber, relationship, subscriber }) }];
  return {
    ...visit,
    ...present(plain),
    patient: { ...visit.patient, ...present(patient ?? {}) },
    coverages: [...coverage, ...others],
  };
}
