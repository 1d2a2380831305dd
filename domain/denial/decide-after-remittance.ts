import type { CodedClaim } from '../coding/coded-claim.js';
import { type Cents, sumCents } from '../kernel/cents.js';
import type { TraceStep } from '../kernel/trace.js';
import { takesFrequencyCode } from '../payer/frequency-codes.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { AdjudicatedClaim, AdjustmentGroup } from '../remittance/adjudicated-claim.js';
import type { Visit } from '../visit/visit.js';
import { type DenialCause, denialCauseFor } from './denial-causes.js';
import { type DeniedLine, findDeniedLines } from './find-denied-lines.js';
import { type ProposedCorrection, proposeModifier, proposePlaceOfService } from './propose-correction.js';
import type { RemittanceDecision } from './remittance-decision.js';
import type { TriedCorrection } from './tried-correction.js';

/** A claim that was corrected this often without success goes to a person. */
const maxAutomaticCorrections = 2;

export interface AfterRemittanceInput {
  readonly remittanceClaim: AdjudicatedClaim;
  readonly claim: CodedClaim;
  /** Null when the practice has no version of the payer's profile for the date of service any more. */
  readonly payer: PayerProfile | null;
  readonly visit: Visit;
  /** Submission cycle the remittance answers, from 1. */
  readonly cycle: number;
  /** Automatic corrections of earlier cycles, oldest first. */
  readonly triedCorrections: readonly TriedCorrection[];
}

type KnownPayerInput = AfterRemittanceInput & { readonly payer: PayerProfile };

interface Denial {
  readonly line: DeniedLine;
  readonly cause: DenialCause;
}

const sources = {
  adjustments: '835 loops 2100 and 2110 CAS: what was not paid, and who bears it',
  unprocessable: 'Pub. 100-04 ch. 1 §80.3: an unprocessable claim is sent again as a new one',
  reopening: '42 CFR 405.980–405.986; Pub. 100-04 ch. 34: a decided Part B claim is corrected by reopening',
  replacement: '837P loop 2300 CLM05-3 and REF*F8: replacement of a decided claim',
  table: 'the denial table of this product',
};

function sumOfGroup(advice: AdjudicatedClaim, group: AdjustmentGroup): Cents {
  const adjustments = [...advice.adjustments, ...advice.lines.flatMap((line) => line.adjustments)];
  return sumCents(adjustments.filter((each) => each.group === group).map((each) => each.amountCents));
}

function settled(advice: AdjudicatedClaim): RemittanceDecision {
  const patientResponsibilityCents = sumOfGroup(advice, 'PR');
  const step: TraceStep = {
    ruleId: 'remittance-settled',
    facts: {
      paidCents: advice.paidCents,
      patientCents: patientResponsibilityCents,
      statedByPayerCents: advice.patientResponsibilityCents,
    },
    decision: 'no line is denied: the claim is settled with this payer',
    source: sources.adjustments,
    effectCents: advice.paidCents,
  };
  const contractualCents = sumOfGroup(advice, 'CO');
  return { kind: 'settled', paidCents: advice.paidCents, contractualCents, patientResponsibilityCents, trace: [step] };
}

function denialTrace({ line, cause }: Denial, cycle: number): TraceStep {
  return {
    ruleId: `denial:${cause.id}`,
    facts: {
      cycle,
      line: line.line,
      group: line.adjustment.group,
      reasonCode: line.adjustment.reasonCode,
      remarkCodes: line.remarkCodes.join(' '),
    },
    decision: cause.message,
    source: sources.table,
    effectCents: line.adjustment.amountCents,
  };
}

function park(denial: Denial, why: string, source: string, trace: readonly TraceStep[]): RemittanceDecision {
  const { line, cause } = denial;
  const step: TraceStep = { ruleId: 'denial-needs-person', facts: { cause: cause.id }, decision: why, source };
  return {
    kind: 'park',
    cause: cause.id,
    message: cause.message,
    carc: line.adjustment.reasonCode,
    group: line.adjustment.group,
    remarkCodes: line.remarkCodes,
    owner: cause.owner,
    appealable: cause.appealable && !line.remarkCodes.includes('MA130'),
    remedy: cause.correction === undefined ? cause.remedy : `${cause.remedy} ${why}`,
    trace: [...trace, step],
  };
}

function propose(input: AfterRemittanceInput, denials: readonly Denial[], lead: Denial): ProposedCorrection | null {
  const { claim, visit, triedCorrections: tried } = input;
  if (lead.cause.correction === 'place_of_service') return proposePlaceOfService(claim, visit, tried);
  const lines = denials.filter((denial) => denial.cause === lead.cause).map((denial) => denial.line.line);
  if (lines.includes('unmatched')) return null;
  const every = claim.lines.map((line) => line.lineNumber);
  const numbers = lines.includes('whole_claim') ? every : lines.filter((line) => typeof line === 'number');
  return proposeModifier(claim, visit, numbers, tried);
}

type ResubmissionWay =
  | { readonly frequencyCode: '1' | '7'; readonly source: string }
  | { readonly refusal: string; readonly source: string };

/** How a corrected claim may go to this payer: as new when unprocessable, as replacement, or not without a person. */
function resubmissionWay({ payer, remittanceClaim }: KnownPayerInput, remarks: readonly string[]): ResubmissionWay {
  if (remarks.includes('MA130')) return { frequencyCode: '1', source: sources.unprocessable };
  if (!takesFrequencyCode(payer, '7')) {
    return { refusal: 'This payer decided the claim: correct it by a reopening.', source: sources.reopening };
  }
  if (remittanceClaim.payerClaimControlNumber === undefined) {
    return { refusal: 'The advice gives no payer claim number to replace.', source: sources.replacement };
  }
  return { frequencyCode: '7', source: sources.replacement };
}

function answerDenials(input: KnownPayerInput, denials: readonly Denial[], lead: Denial): RemittanceDecision {
  const trace = denials.map((denial) => denialTrace(denial, input.cycle));
  if (lead.cause.correction === undefined) return park(lead, lead.cause.remedy, sources.table, trace);
  if (input.triedCorrections.length >= maxAutomaticCorrections) {
    return park(lead, `${maxAutomaticCorrections} automatic corrections did not help.`, sources.table, trace);
  }
  const proposed = propose(input, denials, lead);
  if (!proposed) return park(lead, 'No correction is left that was not tried.', sources.table, trace);
  const remarks = denials.flatMap((denial) => denial.line.remarkCodes);
  const way = resubmissionWay(input, remarks);
  if ('refusal' in way) return park(lead, way.refusal, way.source, trace);
  const step: TraceStep = {
    ruleId: 'automatic-correction',
    facts: { payer: input.payer.code, corrections: input.triedCorrections.length, frequencyCode: way.frequencyCode },
    decision: proposed.changes.join('; '),
    source: way.source,
  };
  return { kind: 'correct_and_resubmit', ...proposed, frequencyCode: way.frequencyCode, trace: [...trace, step] };
}

/**
 * Decides what follows a payer's decision, from its adjustments (CAS), never from the claim status code alone. A denial
 * that needs a person goes before one that could be corrected, so that no correction hides it. Reversals (negative
 * amounts) are the remittance intake's and never come here. What was paid needs no profile of its payer.
 */
export function decideAfterRemittance(input: AfterRemittanceInput): RemittanceDecision {
  const denials = findDeniedLines(input.remittanceClaim, input.claim).map((line): Denial => {
    return { line, cause: denialCauseFor(line.adjustment.reasonCode, line.remarkCodes) };
  });
  const lead = denials.find((denial) => denial.cause.correction === undefined) ?? denials[0];
  if (lead === undefined) return settled(input.remittanceClaim);
  const { payer } = input;
  if (payer === null) return { kind: 'payer_unknown', trace: denials.map((one) => denialTrace(one, input.cycle)) };
  return answerDenials({ ...input, payer }, denials, lead);
}
