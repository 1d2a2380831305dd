import type { DiagnosisCodeSet } from '../coding/diagnosis-code-set.js';
import { type ClaimDraft, draftClaim } from '../coding/draft-claim.js';
import { settleVisitFacts } from '../coding/settle-visit-facts.js';
import type { Finding } from '../kernel/finding.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { type AuthorityOfFacts, authorityOfFacts } from './authority-of-facts.js';
import type { LoadedRules } from './loaded-rules.js';
import { factsMissedBy } from './missing-facts.js';
import type { NewPatientOfFacts } from './new-patient-of-facts.js';
import { type FactScrub, scrubFacts } from './scrub-facts.js';
import type { DecisionKind, MissingFact, NotChecked, VisitDecision } from './visit-decision.js';
import type { VisitFacts } from './visit-facts.js';

export interface PayerQuestion extends LoadedRules {
  readonly facts: VisitFacts;
  readonly visit: Visit;
  readonly patient: NewPatientOfFacts;
  readonly payer: PayerProfile;
  readonly diagnosisCodes: DiagnosisCodeSet;
}

export type PayerAnswer = Omit<VisitDecision, 'version' | 'id' | 'payer' | 'ruleSetVersion'>;

/** Codes the visit for one payer as a claim is coded, and runs the edits that these facts can answer. */
export function decideForPayer(question: PayerQuestion): PayerAnswer {
  const { facts, visit, patient, payer, ...codeSets } = question;
  const draft = draftClaim({ visit, payer, practice: null, diagnosisCodes: codeSets.diagnosisCodes });
  const authority = authorityOfFacts(facts);
  const coding = sortFindings([...draft.questions, ...draft.warnings], facts);
  const stopped = coding.findings.some(isError) || coding.missing.some((fact) => fact.neededFor === 'answer');
  const scrub = stopped
    ? nothingScrubbed
    : // Judged by the facts it was coded by, as claims are.
      scrubFacts({ facts, visit: settleVisitFacts(visit, '').value, payer, ...codeSets, claim: draft.claim });
  const findings = withoutRepeats([...patient.findings, ...authority.findings, ...coding.findings, ...scrub.findings]);
  const missingFacts = oncePerPath([...coding.missing, ...authority.missing, ...scrub.missing]);
  const unchecked = findings.filter(({ code }) => code === 'diagnosis-not-checked');
  const judged = findings.filter((finding) => !unchecked.includes(finding));
  return {
    decision: decisionOf(judged, missingFacts),
    ...codesOf(draft, stopped),
    findings: judged,
    missingFacts,
    notChecked: [...unchecked.map(asNotChecked), ...notCheckedOf(authority), ...scrub.notChecked],
    trace: [...patient.trace, ...authority.trace, ...draft.trace, ...scrub.trace],
  };
}

const nothingScrubbed: FactScrub = { findings: [], missing: [], notChecked: [], trace: [] };

/** Tells what is missing from what is wrong. */
function sortFindings(all: readonly Finding[], facts: VisitFacts) {
  const sorted = all.map((finding) => ({ finding, missed: factsMissedBy(finding, [], facts) }));
  return {
    missing: sorted.flatMap(({ missed }) => missed),
    findings: sorted.flatMap(({ finding, missed }) => (missed.length === 0 ? [finding] : [])),
  };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function codesOf({ claim }: ClaimDraft, stopped: boolean): Pick<PayerAnswer, 'codes' | 'placeOfService' | 'diagnoses'> {
  if (stopped) return { codes: [], placeOfService: null, diagnoses: claim.diagnoses };
  const codes = claim.lines.map(({ procedureCode, modifiers, units }) => ({ code: procedureCode, modifiers, units }));
  return { codes, placeOfService: claim.placeOfService, diagnoses: claim.diagnoses };
}

/** What is forbidden stays so whatever else is said; then come facts that are missing, then conditions. */
function decisionOf(findings: readonly Finding[], missing: readonly MissingFact[]): DecisionKind {
  if (findings.some(isError)) return 'not_allowed';
  if (missing.some((fact) => fact.neededFor === 'answer')) return 'needs_facts';
  return findings.length + missing.length > 0 ? 'allowed_with_conditions' : 'allowed';
}

function asNotChecked({ code, message, remedy }: Finding): NotChecked {
  return { checks: [code], why: remedy === undefined ? message : `${message}. ${remedy}` };
}

function notCheckedOf({ trace }: AuthorityOfFacts): readonly NotChecked[] {
  const why =
    'the facts do not say where the clinician works (clinician.state) or may treat (clinician.licensedStates)';
  return trace.length > 0 ? [] : [{ checks: ['no-authority-at-patient-place'], why }];
}

/** Coding and edits may notice the same; the first to do so tells it. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ code, message }) => {
    const key = `${code} ${message}`;
    return !told.has(key) && told.add(key);
  });
}

function oncePerPath(missing: readonly MissingFact[]): readonly MissingFact[] {
  return missing.filter((fact, index) => missing.findIndex(({ path }) => path === fact.path) === index);
}
