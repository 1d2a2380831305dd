import { cents } from '../kernel/cents.js';
import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import type { Visit } from '../visit/visit.js';
import { addModifiers } from './add-modifiers.js';
import type { ServiceLine } from './coded-claim.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, warning } from './coding-step.js';
import { chargeMissing, feeScheduleCharge } from './fee-schedule-charge.js';
import { mergeModifiers } from './merge-modifiers.js';
import { procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';

export interface LineContext {
  readonly visit: Visit;
  readonly payer: PayerProfile;
  /** Null when nobody asks for charges. */
  readonly practice: Practice | null;
  readonly diagnosisCount: number;
  /** Every code of the claim. */
  readonly codes: readonly string[];
}

function chargeOf(procedure: ProposedProcedure, practice: Practice | null): number | undefined {
  if (practice === null) return 0;
  return procedure.chargeCents ?? feeScheduleCharge(practice.feeSchedule, procedure.code, procedure.units);
}

function noRoomForModifier(procedure: ProposedProcedure, dropped: readonly string[], lineNumber: number) {
  return question({
    code: 'modifiers-full',
    message: `line ${lineNumber} already has four modifiers; ${dropped.join(', ')} finds no place`,
    location: `procedures[${lineNumber - 1}].modifiers`,
    remedy: `Take a modifier off ${procedure.code}, or report it on two lines.`,
    source: '837P loop 2400 SV101-3 to SV101-6: four modifiers',
  });
}

function unknownCode(procedure: ProposedProcedure, lineNumber: number) {
  return warning({
    code: 'procedure-outside-of-rules',
    message: `${procedure.code} is not among the codes our telehealth rules know; it is billed as telehealth`,
    location: `procedures[${lineNumber - 1}].code`,
    remedy: 'Check place of service and modifiers of this line.',
    source: codingSources.modifiers,
  });
}

/** Makes a service line: the source's modifiers kept and the payer's added in billing order, charge by the fee schedule. */
export function buildServiceLine(
  procedure: ProposedProcedure,
  index: number,
  context: LineContext,
): CodingStep<ServiceLine> {
  const lineNumber = index + 1;
  const added = addModifiers(procedure, lineNumber, context);
  const { modifiers, dropped } = mergeModifiers(procedure.modifiers, added.value);
  const charge = chargeOf(procedure, context.practice);
  const pointers = Math.min(4, Math.max(1, context.diagnosisCount));
  const value: ServiceLine = {
    lineNumber,
    procedureCode: procedure.code,
    modifiers: [...modifiers],
    units: procedure.units,
    chargeCents: cents(charge ?? 0),
    dateOfService: context.visit.dateOfService,
    diagnosisPointers: Array.from({ length: pointers }, (_, position) => position + 1),
  };
  const chargeStep: TraceStep = {
    ruleId: 'charge',
    facts: { code: procedure.code, units: procedure.units, chargeOfSource: procedure.chargeCents ?? null },
    decision: procedure.chargeCents === undefined ? 'charge by the fee schedule' : 'charge of the source',
    source: codingSources.charges,
    effectCents: value.chargeCents,
  };
  return {
    value,
    questions: [
      ...added.questions,
      ...(charge === undefined ? [chargeMissing(procedure.code)] : []),
      ...(dropped.length > 0 ? [noRoomForModifier(procedure, dropped, lineNumber)] : []),
    ],
    warnings: procedureFacts(procedure.code) ? [] : [unknownCode(procedure, lineNumber)],
    trace: [...added.trace, ...(context.practice === null ? [] : [chargeStep])],
  };
}
