import type { Finding } from '../../domain/kernel/finding.js';
import type { FhirIntakeItem } from '../../domain/visit/fhir/visits-from-fhir.js';
import type { VisitResult } from './visit-api.js';

/** What one encounter of the files became: a claim, or findings that say why there is none. */
export type EncounterResult = {
  readonly encounterRef: string;
  /** File and line, or file and bundle entry. */
  readonly location: string;
  /** `other`: not a telemedicine visit, so nothing was expected of it; `unread`: nobody can tell what it was. */
  readonly category: 'virtual' | 'other' | 'unread';
} & (
  | { readonly kind: 'claim'; readonly claimId: string; readonly isNew: boolean; readonly warnings: readonly Finding[] }
  | { readonly kind: 'finding'; readonly findings: readonly Finding[] }
);

/** Joins what was read with what the API answered; `answers` are those of the visits among the items, in order. */
export function encounterResults(items: readonly FhirIntakeItem[], answers: readonly VisitResult[]): EncounterResult[] {
  const waiting = answers.values();
  return items.map((item): EncounterResult => {
    const { encounterRef, location } = item;
    if (item.kind === 'finding') {
      return { encounterRef, location, category: categoryOf(item.findings), kind: 'finding', findings: item.findings };
    }
    const place = { encounterRef, location, category: 'virtual' } as const;
    const answer = waiting.next().value;
    if (answer === undefined) return { ...place, kind: 'finding', findings: [unanswered(location)] };
    const problems = answer.errors.map((problem) => findingOf(problem, location, 'error'));
    if (answer.claimId === null || answer.outcome === 'conflict') {
      return { ...place, kind: 'finding', findings: problems.length > 0 ? problems : [unanswered(location)] };
    }
    const doubts = answer.warnings.map((problem) => findingOf(problem, location, 'warning'));
    const isNew = answer.outcome === 'created';
    return { ...place, kind: 'claim', claimId: answer.claimId, isNew, warnings: [...item.warnings, ...doubts] };
  });
}

function categoryOf(findings: readonly Finding[]): EncounterResult['category'] {
  if (findings.some(({ code }) => code === 'fhir-not-telemedicine')) return 'other';
  return findings.some(({ code }) => code === 'fhir-unreadable-resource') ? 'unread' : 'virtual';
}

function findingOf(problem: VisitResult['errors'][number], location: string, severity: Finding['severity']): Finding {
  const { code, message, pointer, remedy } = problem;
  const place = pointer === '' ? location : `${location}, visit${pointer.replaceAll('/', '.')}`;
  return { code, severity, message, location: place, ...(remedy === undefined ? {} : { remedy }) };
}

/** A visit that was sent and not answered is a fault: it counts as unaccounted for. */
export const unansweredCode = 'visit-unanswered';

function unanswered(location: string): Finding {
  return {
    code: unansweredCode,
    severity: 'error',
    message: 'the API did not say what became of the visit',
    location,
    remedy: 'Import the same files again: what arrived is not taken in twice.',
  };
}
