import type { TraceStep } from '../kernel/trace.js';
import { clinicianModifiersOf } from '../payer/clinician-modifiers-of.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import { modalityModifiersAmong, telehealthModifierOf } from '../telehealth/telehealth-modifier.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { appendStep, type CodingStep, stepDone } from './coding-step.js';
import { namesModality } from './names-modality.js';
import { procedureFacts } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';
import { isTelehealthCode } from './set-place-of-service.js';
import { addTherapyModifier } from './therapy-modifier.js';

interface LineFacts {
  readonly visit: Visit;
  readonly payer: PayerProfile;
  /** Every code of the claim: an add-on follows its base. */
  readonly codes: readonly string[];
}

/** The modifiers a line needs beside those of the source: the therapy plan's, the payer's for who gave the service, and the one that names the modality. */
export function addModifiers(
  procedure: ProposedProcedure,
  lineNumber: number,
  facts: LineFacts,
): CodingStep<readonly string[]> {
  const therapy = addTherapyModifier(procedure, facts.visit, lineNumber);
  return appendStep(
    appendStep(therapy, addClinicianModifiers(procedure, facts)),
    addTelehealthModifier(procedure, facts),
  );
}

/** What the payer wants to know of who gave the service (Medicaid and behavioral health levels). */
function addClinicianModifiers(
  procedure: ProposedProcedure,
  { visit, payer }: LineFacts,
): CodingStep<readonly string[]> {
  const added = clinicianModifiersOf(payer, visit.clinician.type, procedure.code);
  if (added.length === 0) return stepDone([], []);
  const doubt = payer.unverified.includes('clinicianModifiers') ? '; check it with the payer' : '';
  const step: TraceStep = {
    ruleId: 'clinician-modifier',
    facts: { code: procedure.code, clinician: visit.clinician.type, payer: payer.code },
    decision: `modifier ${added.join(', ')} tells who gave the service${doubt}`,
    source: payer.source,
  };
  return stepDone(added, [step]);
}

/** Why no modality modifier is added, or undefined when the payer's belongs on the line. */
function reasonAgainst(procedure: ProposedProcedure, codes: readonly string[]): string | undefined {
  if (!isTelehealthCode(procedure.code)) return 'the service is not telehealth';
  if (procedureFacts(procedure.code)?.family === 'telemedicine_visit') return 'the code names the modality';
  if (namesModality(procedure.code, codes)) return 'the code that it is added to names the modality';
  return modalityModifiersAmong(procedure.modifiers).length > 0 ? 'the source set one' : undefined;
}

function addTelehealthModifier(
  procedure: ProposedProcedure,
  { visit, payer, codes }: LineFacts,
): CodingStep<readonly string[]> {
  const against = reasonAgainst(procedure, codes);
  const wanted = telehealthModifierOf(payer, visit);
  const added = against === undefined ? wanted : null;
  const step: TraceStep = {
    ruleId: 'telehealth-modifier',
    facts: {
      code: procedure.code,
      modality: visit.modality,
      audioOnlyReason: visit.audioOnlyReason ?? null,
      payer: payer.code,
      ofSource: procedure.modifiers.join(' '),
    },
    decision:
      added === null
        ? `no telehealth modifier added: ${against ?? 'the payer wants none for this modality'}`
        : `modifier ${added} added`,
    source: codingSources.modifiers,
    ...(added === null && wanted !== null ? { alternatives: [`${wanted}: ${against}`] } : {}),
  };
  return { value: added === null ? [] : [added], questions: [], warnings: [], trace: [step] };
}
