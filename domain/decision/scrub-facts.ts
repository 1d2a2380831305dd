import type { CodedClaim } from '../coding/coded-claim.js';
import type { DiagnosisCodeSet } from '../coding/diagnosis-code-set.js';
import type { Finding } from '../kernel/finding.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import { inForce } from '../scrubbing/in-force.js';
import type { ScrubFinding } from '../scrubbing/run-edits.js';
import { scrubClaim } from '../scrubbing/scrub-claim.js';
import type { ScrubEdit, ScrubFact, ScrubInput } from '../scrubbing/scrub-edit.js';
import type { Visit } from '../visit/visit.js';
import { factsMissedBy, isGiven } from './missing-facts.js';
import { editsWith, type LoadedRules, rulesNotChecked, tablesNotLoaded } from './loaded-rules.js';
import type { MissingFact, NotChecked } from './visit-decision.js';
import type { VisitFacts } from './visit-facts.js';

export interface FactScrubInput extends LoadedRules {
  readonly facts: VisitFacts;
  readonly visit: Visit;
  readonly claim: CodedClaim;
  readonly payer: PayerProfile;
  readonly diagnosisCodes: DiagnosisCodeSet;
}

export interface FactScrub {
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingFact[];
  readonly notChecked: readonly NotChecked[];
  readonly trace: readonly TraceStep[];
}

/** What each fact is in words, and where the facts of a visit hold it; null for what they never hold. */
const factWords: Readonly<Record<ScrubFact, { readonly words: string; readonly path: string | null }>> = {
  patient: { words: 'who the patient is', path: null },
  birth_date: { words: 'the patient’s birth date', path: null },
  sex: { words: 'the patient’s sex (patientSex)', path: 'patientSex' },
  clinician: { words: 'who the clinician is', path: null },
  coverage: { words: 'the patient’s insurance', path: null },
  diagnoses: { words: 'the diagnoses', path: 'diagnoses' },
  practice: { words: 'who bills', path: null },
  credentials: { words: 'the clinician’s licences and enrolments', path: null },
  charges: { words: 'charges and payments', path: null },
  eligibility: { words: 'the payer’s answer about the coverage (271)', path: null },
  other_claims: { words: 'other claims of the patient', path: null },
  filing_date: { words: 'the day the claim is sent (filedOn)', path: 'filedOn' },
  authorization: { words: 'whether the payer authorized it (priorAuthorization)', path: 'priorAuthorization' },
  claim_form: { words: 'that the professional claim (837P) is the form', path: null },
  platform: { words: 'whether a virtual platform held the visit, or it was incident to a practitioner', path: null },
};

/** Runs the edits of claims whose facts are there, and names those that were left out with what they need. */
export function scrubFacts(input: FactScrubInput): FactScrub {
  const { facts, visit, practiceRules } = input;
  const edits = editsWith(practiceRules);
  const running = editsFor(facts, edits);
  const claim: ScrubInput = {
    visit,
    claim: input.claim,
    payer: input.payer,
    practice: nobody,
    eligibility: null,
    frequencyCode: '1',
    otherClaims: [],
    diagnosisCodes: input.diagnosisCodes,
    procedureCodes: input.procedureCodes,
    codePairs: input.codePairs,
    unitLimits: input.unitLimits,
    today: facts.filedOn ?? visit.dateOfService,
    overriddenEditIds: [],
  };
  const { findings, trace } = scrubClaim(claim, running);
  const sorted = findings.map((found) => {
    const finding = asFinding(found);
    const asksFor = running.find((edit) => edit.id === found.editId)?.asksFor ?? [];
    return { finding, missed: factsMissedBy(finding, asksFor, facts) };
  });
  return {
    findings: sorted.flatMap(({ finding, missed }) => (missed.length === 0 ? [finding] : [])),
    missing: sorted.flatMap(({ missed }) => missed),
    notChecked: [
      ...notCheckedOf(facts, visit.dateOfService, edits),
      ...rulesNotChecked(practiceRules, running, claim),
      ...tablesNotLoaded(claim),
    ],
    trace,
  };
}

/** Stands where a claim has its billing provider; no edit that reads it is run. */
const nobody: Practice = {
  name: '',
  npi: '',
  taxId: '',
  taxonomyCode: '',
  address: { line1: '', city: '', state: 'DC', zip: '' },
  contactName: '',
  contactPhone: '',
  submitterId: '',
  timeZone: 'UTC',
  feeSchedule: {},
};

const editsByGivenFacts = new WeakMap<readonly ScrubEdit[], Map<string, readonly ScrubEdit[]>>();

/** The edits whose facts are there: one list for each combination of them, so that what is made of a list is made once. */
function editsFor(facts: VisitFacts, edits: readonly ScrubEdit[]): readonly ScrubEdit[] {
  const lists = editsByGivenFacts.get(edits) ?? new Map<string, readonly ScrubEdit[]>();
  editsByGivenFacts.set(edits, lists);
  const given = Object.values(factWords).filter(({ path }) => path !== null && isGiven(facts, path));
  const key = given.map(({ path }) => path).join();
  const known = lists.get(key);
  if (known !== undefined) return known;
  const fitting = edits.filter((edit) => absentFacts(edit, facts).length === 0);
  lists.set(key, fitting);
  return fitting;
}

function absentFacts({ needs = [] }: ScrubEdit, facts: VisitFacts): readonly ScrubFact[] {
  return needs.filter((need) => {
    const { path } = factWords[need];
    return path === null || !isGiven(facts, path);
  });
}

/** The edits that can't be run, those with the same missing facts together. */
function notCheckedOf(facts: VisitFacts, dateOfService: PlainDate, edits: readonly ScrubEdit[]): readonly NotChecked[] {
  const checksByWhy = new Map<string, string[]>();
  for (const edit of edits.filter((each) => inForce(each, dateOfService))) {
    const absent = absentFacts(edit, facts);
    if (absent.length === 0) continue;
    const why = `needs ${absent.map((fact) => factWords[fact].words).join(' and ')}`;
    checksByWhy.set(why, [...(checksByWhy.get(why) ?? []), edit.id]);
  }
  return [...checksByWhy].map(([why, checks]) => ({ checks, why }));
}

function asFinding({ editId, blocking, message, location, remedy, source }: ScrubFinding): Finding {
  return { code: editId, severity: blocking ? 'error' : 'warning', message, location, remedy, source };
}
