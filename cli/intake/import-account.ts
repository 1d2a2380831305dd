import { plural } from '../text/plural.js';
import { type EncounterResult, unansweredCode } from './encounter-result.js';

/** What became of all encounters of an import; every one is counted in exactly one place. */
export interface ImportAccount {
  readonly virtualVisits: number;
  readonly claims: number;
  readonly newClaims: number;
  readonly findings: number;
  readonly unaccounted: number;
  /** Encounters that were not telemedicine. */
  readonly otherEncounters: number;
  /** Encounters that could not be read far enough to tell what they were. */
  readonly unreadEncounters: number;
}

/** Counts the results against the number of encounters that stood in the files. */
export function accountOf(results: readonly EncounterResult[], encountersInFiles: number): ImportAccount {
  const virtual = results.filter((result) => result.category === 'virtual');
  const claims = virtual.flatMap((result) => (result.kind === 'claim' ? [result] : []));
  const unanswered = virtual.filter(
    (result) => result.kind === 'finding' && result.findings.some(({ code }) => code === unansweredCode),
  );
  return {
    virtualVisits: virtual.length,
    claims: claims.length,
    newClaims: claims.filter((claim) => claim.isNew).length,
    findings: virtual.length - claims.length - unanswered.length,
    unaccounted: unanswered.length + Math.abs(encountersInFiles - results.length),
    otherEncounters: results.filter((result) => result.category === 'other').length,
    unreadEncounters: results.filter((result) => result.category === 'unread').length,
  };
}

/** The account for people: `48 virtual visits: 35 claims, 13 findings; 0 unaccounted`. */
export function accountLines(account: ImportAccount): string[] {
  const { virtualVisits, claims, findings, unaccounted, otherEncounters, unreadEncounters } = account;
  const known = account.claims - account.newClaims;
  return [
    `${plural(virtualVisits, 'virtual visit')}: ${plural(claims, 'claim')}, ${plural(findings, 'finding')}; ${unaccounted} unaccounted`,
    ...(known === 0 ? [] : [`${known} of the claims ${known === 1 ? 'was' : 'were'} there already`]),
    ...(otherEncounters === 0 ? [] : [`${plural(otherEncounters, 'other encounter')}: not telemedicine, no claim`]),
    ...(unreadEncounters === 0 ? [] : [`${plural(unreadEncounters, 'encounter')} could not be read; see the findings`]),
  ];
}
