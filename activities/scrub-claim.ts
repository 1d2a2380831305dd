import { readCodePairs } from '../db/ncci-tables.js';
import { findOtherClaims, noOtherClaims } from '../db/other-claims.js';
import { readScrubContext } from '../db/scrub-context.js';
import type { CodedClaim } from '../domain/coding/coded-claim.js';
import { ruleSetVersion } from '../domain/coding/rule-set.js';
import { settleVisitFacts } from '../domain/coding/settle-visit-facts.js';
import type { Finding } from '../domain/kernel/finding.js';
import { plainDateAt } from '../domain/kernel/instant.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { practiceRuleEdit } from '../domain/practice-rule/practice-rule-edit.js';
import { type ExpectedShare, expectedPatientShare } from '../domain/patient-billing/expected-patient-share.js';
import type { CodePairSet } from '../domain/scrubbing/ncci/code-pair-set.js';
import { codesWithFixes } from '../domain/scrubbing/fixed-code.js';
import { type DateSpan, otherClaimsSpan } from '../domain/scrubbing/other-claims-span.js';
import { blockedCause } from '../domain/scrubbing/blocked-cause.js';
import type { OtherClaim, ScrubEdit } from '../domain/scrubbing/scrub-edit.js';
import { sumCents } from '../domain/kernel/cents.js';
import type { AppliedFix } from '../domain/scrubbing/fix-claim.js';
import type { ScrubFinding } from '../domain/scrubbing/run-edits.js';
import { type FixedScrubResult, scrubAndFixClaim } from '../domain/scrubbing/scrub-and-fix-claim.js';
import { setByCorrections } from '../domain/claim/set-by-corrections.js';
import { scrubEdits } from '../domain/scrubbing/scrub-edits.js';
import type { ClaimActivities } from './claim-activities.js';
import type { ClaimStep } from './claim-step.js';
import { payerUnknownCause } from './payer-unknown-cause.js';
import { runClaimStep, stepOutcomeSchema } from './run-claim-step.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';
import type { ActivityDeps } from './ports.js';

/**
 * Runs every edit over the coded claim, with the fixes that need nobody made and stored in the same step; a blocking finding
 * that is left parks it, warnings go along.
 */
export function createScrubClaim(deps: ActivityDeps): ClaimActivities['scrubClaim'] {
  return (input) =>
    runClaimStep(deps, { ...input, actor: 'system:scrubbing' }, stepOutcomeSchema, async (step) => {
      const { payer } = step;
      if (payer === null)
        return step.park('scrubbing', { kind: 'payer_unknown', cause: payerUnknownCause(step.claim) });
      const { result, share, edits } = await scrub(deps, step, payer);
      const findings = result.findings.map(asFinding);
      step.explain({ step: 'scrubbing', trace: [...result.trace, ...share.trace], findings });
      const fixed = whatWasFixed(result);
      const blocking = result.findings.filter((finding) => finding.blocking && !finding.overridden);
      if (blocking.length > 0) {
        const cause = blockedCause(blocking, edits);
        return step.park('scrubbing', { kind: 'scrub_blocked', cause, findings, ...fixed });
      }
      const done = { kind: 'done' as const };
      step.record({
        kind: 'scrubbed',
        summary: [
          ...(result.applied.length === 0 ? [] : [fixesMade(result.applied)]),
          findings.length === 0 ? 'No edit has anything against the claim.' : warningsGoAlong(findings.length),
        ].join(' '),
        data: {
          ruleSet: ruleSetVersion,
          editIds: result.findings.map((finding) => finding.editId),
          ...fixed.data,
          ...shareAsTold(share),
        },
        enters: 'submission',
        changes: { ...fixed.changes, attention: 'none' },
        result: done,
      });
      return done;
    });
}

interface Scrubbed {
  readonly result: FixedScrubResult;
  /** What the patient is expected to owe of the claim as fixed. */
  readonly share: ExpectedShare;
  /** The edits that were run, those of the practice's own rules among them. */
  readonly edits: readonly ScrubEdit[];
}

async function scrub(deps: ActivityDeps, step: ClaimStep, payer: PayerProfile): Promise<Scrubbed> {
  const { visit, practice, corrections } = step.context;
  const { claim } = step;
  if (claim.coded === null) throw new InvariantError('a claim is coded before it is scrubbed');
  const procedureCodes = claim.coded.lines.map((line) => line.procedureCode);
  const span = otherClaimsSpan(procedureCodes, visit.dateOfService);
  // The share is told of the claim as fixed: a fix may bring a code of another rate.
  const toScrub = {
    claimId: claim.id,
    visit,
    span,
    payerCode: payer.code,
    procedureCodes: codesWithFixes(claim.coded.lines),
  };
  const { isAlone, credentials, rules, contractRates } = await readScrubContext(step.query, toScrub);
  const input = {
    // Judged by the facts it was coded by: dominant modality, new or established by history.
    visit: settleVisitFacts(visit, practice.npi).value,
    claim: claim.coded,
    payer,
    practice,
    eligibility: claim.eligibility,
    frequencyCode: claim.frequency_code,
    ...(claim.payer_claim_control_number === null ? {} : { payerClaimControlNumber: claim.payer_claim_control_number }),
    otherClaims: isAlone
      ? aloneStill(step, span)
      : await findOtherClaims(await step.transaction(), claim.id, visit, span),
    diagnosisCodes: deps.diagnosisCodes,
    procedureCodes: deps.procedureCodes,
    codePairs: await codePairsOf(step, claim.coded),
    unitLimits: deps.unitLimits,
    today: plainDateAt(step.now, practice.timeZone),
    credentials,
    overriddenEditIds: claim.overridden_edit_ids,
  };
  const edits = rules.length === 0 ? scrubEdits : [...scrubEdits, ...rules.map(practiceRuleEdit)];
  const result = scrubAndFixClaim(input, setByCorrections(corrections, claim.coded.lines), edits);
  const share = expectedPatientShare({ ...input, claim: result.claim, rates: contractRates });
  return { result, share, edits };
}

function shareAsTold({ estimate }: ExpectedShare) {
  if (estimate === null) return {};
  const { shareCents, lowCents, highCents, confidence, afterOtherCoverage, arithmetic } = estimate;
  return { patientShare: { shareCents, lowCents, highCents, confidence, afterOtherCoverage, arithmetic } };
}

/** The claim as fixed, for its row, and what was done or is left for a person, for the step's event; nothing when nothing is. */
function whatWasFixed({ applied, suggested, claim }: FixedScrubResult) {
  const data = {
    ...(applied.length === 0 ? {} : { fixes: applied.map(asTold) }),
    ...(suggested.length === 0 ? {} : { suggestions: suggested.map(asTold) }),
  };
  if (applied.length === 0) return { data, changes: {} };
  return {
    data,
    changes: { coded: claim, charge_cents: sumCents(claim.lines.map((line) => line.chargeCents)) },
  };
}

function asTold({ editId, before, after }: AppliedFix) {
  return { editId, before, after };
}

function fixesMade(applied: readonly AppliedFix[]): string {
  // What was and what is has diagnoses in it: it stands in the event's data and the explanation, not in every list.
  return `Put right: ${applied.map((fix) => fix.editId).join(', ')}.`;
}

/** One line is no pair; most claims ask nothing. A fix may bring a code whose pairs count too. */
async function codePairsOf(step: ClaimStep, { lines }: CodedClaim): Promise<CodePairSet | undefined> {
  if (new Set(lines.map((line) => line.procedureCode)).size < 2) return undefined;
  return await readCodePairs(step.query, codesWithFixes(lines));
}

function warningsGoAlong(count: number): string {
  return count === 1 ? 'One warning goes along.' : `${count} warnings go along.`;
}

/**
 * Most patients have one visit in the days that count; only where there are more are the patient's claims locked and read.
 * That there is no other must still be so when the step is written.
 */
function aloneStill(step: ClaimStep, span: DateSpan | null): readonly OtherClaim[] {
  step.require(noOtherClaims(step.query.practiceId, step.claim.id, step.context.visit, span));
  return [];
}

function asFinding(finding: ScrubFinding): Finding {
  return {
    code: finding.editId,
    severity: finding.blocking && !finding.overridden ? 'error' : 'warning',
    message: finding.message,
    location: finding.location,
    remedy: finding.remedy,
    source: finding.source,
  };
}
