import type { Finding } from '../kernel/finding.js';
import { allowedValues } from './allowed-values.js';
import type { MissingFact } from './visit-decision.js';
import type { VisitFacts } from './visit-facts.js';

/** What a practice keeps on record for the claim; the answer does not turn on it, unless the record says no. */
const recordFacts: readonly string[] = [
  'telehealthConsent',
  'priorAuthorization',
  'referral',
  'diagnoses',
  'clinician.licensedStates',
];

/** Fields of the visit that have another name among the facts. */
const factOfField: Readonly<Record<string, string>> = {
  priorAuthorizationNumber: 'priorAuthorization',
  referralNumber: 'referral',
};

/** Questions that more than one fact answers: one of them is enough, each is named. */
const factsOfQuestion: Readonly<Record<string, readonly string[]>> = {
  'visit-level-undocumented': ['totalMinutes', 'medicalDecisionMaking'],
};

/** Facts that a caller may leave out without anything to be asked. */
const neverAsked: readonly string[] = ['procedures', 'history', 'id', 'version', 'filedOn'];

/** A missing fact with what it may be; `allowed` in place of what the form says, where less is known to fit. */
export function missingFact(
  path: string,
  { why, source }: { readonly why: string; readonly source: string },
  allowed?: readonly string[],
): MissingFact {
  return {
    path,
    why,
    allowedValues: allowed ?? allowedValues(path) ?? [],
    neededFor: recordFacts.includes(path) ? 'claim' : 'answer',
    source,
  };
}

export function isGiven(facts: VisitFacts, path: string): boolean {
  if (path === 'newPatient' && facts.history !== undefined) return true;
  let value: unknown = facts;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return false;
    value = new Map<string, unknown>(Object.entries(value)).get(key);
  }
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/**
 * The facts whose absence a finding comes from: those its rule asks for, else the field it stands at. None when they are
 * given: then the finding is about what they say.
 */
export function factsMissedBy(finding: Finding, asksFor: readonly string[], facts: VisitFacts): readonly MissingFact[] {
  const asked = [...(factsOfQuestion[finding.code] ?? []), ...asksFor.map((field) => factOfField[field] ?? field)];
  const place = finding.location?.replace(/^visit\./, '');
  const paths = asked.length > 0 || place === undefined ? asked : [place];
  const why = finding.remedy === undefined ? finding.message : `${finding.message}. ${finding.remedy}`;
  return paths
    .filter((path) => allowedValues(path) !== undefined && !neverAsked.includes(path) && !isGiven(facts, path))
    .map((path) => {
      const missed = missingFact(path, { why, source: finding.source ?? 'the rules of this product' });
      return finding.severity === 'warning' ? { ...missed, neededFor: 'claim' } : missed;
    });
}
