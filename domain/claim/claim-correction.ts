import { z } from 'zod';
import { type CodedClaim, placeOfServiceSchema } from '../coding/coded-claim.js';
import { chargeMissing, feeScheduleCharge } from '../coding/fee-schedule-charge.js';
import type { Finding } from '../kernel/finding.js';
import { addressSchema, plainDateSchema } from '../kernel/schemas.js';
import type { Practice } from '../practice/practice.js';
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

const lineCorrectionSchema = z.strictObject({
  lineNumber: z.int().positive(),
  procedureCode: z
    .string()
    .regex(/^[A-Z0-9]{5}$/, 'a procedure code has five characters')
    .optional(),
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/, 'a modifier has two characters'))
    .max(4)
    .optional(),
  units: z.int().positive().max(999).optional(),
});

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

/** A coded claim with its corrections, or what a coder must answer before there is one. */
export type CodedCorrection =
  | { readonly kind: 'corrected'; readonly claim: CodedClaim }
  | { readonly kind: 'needs_coder'; readonly questions: readonly Finding[] };

/**
 * The coded claim with corrections of its lines and place of service laid over it, oldest first. A line whose code or
 * units came out different is charged anew by the fee schedule; a code without a fee is a question, never the old charge.
 */
export function correctCodedClaim(
  claim: CodedClaim,
  corrections: readonly ClaimCorrection[],
  feeSchedule: Practice['feeSchedule'],
): CodedCorrection {
  const corrected = corrections.reduce(correctCodedClaimOnce, claim);
  const before = new Map(claim.lines.map((line) => [line.lineNumber, line]));
  const questions: Finding[] = [];
  const lines = corrected.lines.map((line) => {
    const coded = before.get(line.lineNumber);
    if (coded?.procedureCode === line.procedureCode && coded.units === line.units) return line;
    const chargeCents = feeScheduleCharge(feeSchedule, line.procedureCode, line.units);
    if (chargeCents === undefined) questions.push(chargeMissing(line.procedureCode));
    return { ...line, chargeCents: chargeCents ?? line.chargeCents };
  });
  return questions.length > 0
    ? { kind: 'needs_coder', questions }
    : { kind: 'corrected', claim: { ...corrected, lines } };
}

function correctCodedClaimOnce(claim: CodedClaim, correction: ClaimCorrection): CodedClaim {
  const byLine = new Map((correction.lines ?? []).map((line) => [line.lineNumber, line]));
  return {
    ...claim,
    ...(correction.placeOfService && { placeOfService: correction.placeOfService }),
    lines: claim.lines.map((line) => ({ ...line, ...present(byLine.get(line.lineNumber) ?? {}) })),
  };
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function present<T extends object>(values: T): Present<T>;
function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
