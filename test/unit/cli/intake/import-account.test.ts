import { describe, expect, test } from 'vitest';
import { type EncounterResult, encounterResults } from '../../../../cli/intake/encounter-result.js';
import { accountLines, accountOf } from '../../../../cli/intake/import-account.js';
import { encounterLines, ignoredLine } from '../../../../cli/intake/import-lines.js';
import type { VisitResult } from '../../../../cli/intake/visit-api.js';
import type { FhirIntakeItem } from '../../../../domain/visit/fhir/visits-from-fhir.js';
import { generateVisits } from '../../../../cli/demonstration/generate-visits.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';

const [generated] = generateVisits({ seed: 'account', count: 1, today: plainDate('2026-03-01') });

function visitItem(id: string): FhirIntakeItem {
  if (generated === undefined) throw new Error('no visit was generated');
  const warnings = [{ code: 'fhir-note-missing', severity: 'warning', message: 'no note' }] as const;
  return {
    kind: 'visit',
    encounterRef: `Encounter/${id}`,
    location: `a.json line 1`,
    visit: generated.visit,
    warnings,
  };
}

function findingItem(id: string, code: string): FhirIntakeItem {
  const findings = [
    { code, severity: 'error', message: 'why not', location: 'a.json line 2', remedy: 'mend it' },
  ] as const;
  return { kind: 'finding', encounterRef: `Encounter/${id}`, location: 'a.json line 2', findings };
}

function answer(outcome: VisitResult['outcome'], claimId: string | null): VisitResult {
  const errors = [{ pointer: '/dateOfService', code: 'future', message: 'lies in the future', remedy: 'correct it' }];
  const isBad = outcome === 'refused' || outcome === 'conflict';
  return { index: 0, outcome, claimId, warnings: [], errors: isBad ? errors : [] };
}

describe('the account of an import', () => {
  const items = [
    visitItem('new'),
    findingItem('broken', 'fhir-encounter-incomplete'),
    visitItem('known'),
    visitItem('refused'),
    findingItem('office', 'fhir-not-telemedicine'),
    findingItem('unread', 'fhir-unreadable-resource'),
  ];
  const answers = [answer('created', 'clm_1'), answer('existing', 'clm_2'), answer('refused', null)];

  test('counts each encounter in exactly one place', () => {
    const account = accountOf(encounterResults(items, answers), 6);
    expect(account).toEqual({
      virtualVisits: 4,
      claims: 2,
      newClaims: 1,
      findings: 2,
      unaccounted: 0,
      otherEncounters: 1,
      unreadEncounters: 1,
    });
    expect(accountLines(account)).toEqual([
      '4 virtual visits: 2 claims, 2 findings; 0 unaccounted',
      '1 of the claims was there already',
      '1 other encounter: not telemedicine, no claim',
      '1 encounter could not be read; see the findings',
    ]);
  });

  test('a visit that the API did not answer is unaccounted for, not lost', () => {
    const account = accountOf(encounterResults(items, answers.slice(0, 2)), 6);
    expect(account).toMatchObject({ virtualVisits: 4, claims: 2, findings: 1, unaccounted: 1 });
  });

  test('an encounter that stood in the files and gave no result is unaccounted for', () => {
    expect(accountOf(encounterResults(items, answers), 7).unaccounted).toBe(1);
  });

  test('a visit that is there with other content is a finding with the reason', () => {
    const [result] = encounterResults([visitItem('changed')], [answer('conflict', 'clm_1')]);
    expect(result).toMatchObject({
      kind: 'finding',
      findings: [{ message: 'lies in the future', location: 'a.json line 1, visit.dateOfService' }],
    });
  });
});

describe('lines of an import', () => {
  const claim: EncounterResult = {
    encounterRef: 'Encounter/1',
    location: 'a.json line 1',
    category: 'virtual',
    kind: 'claim',
    claimId: 'clm_1',
    isNew: false,
    warnings: [{ code: 'x', severity: 'warning', message: 'doubt' }],
  };

  test('a claim is shown with its number, its encounter and how many warnings there were', () => {
    expect(encounterLines(claim, () => 'PCN1')).toEqual([
      'claim    clm_1  PCN1  Encounter/1  (there already)  1 warning',
    ]);
  });

  test('a finding is shown with its place and what to do', () => {
    const [result] = encounterResults([findingItem('2', 'fhir-encounter-incomplete')], []);
    expect(result && encounterLines(result, () => '')).toEqual([
      'finding  Encounter/2',
      '         error: why not (a.json line 2)',
      '         → mend it',
    ]);
  });

  test('resources without use are told of by type', () => {
    expect(ignoredLine({ Observation: 3, Appointment: 1 })).toBe(
      'not needed and left aside: Appointment 1, Observation 3',
    );
    expect(ignoredLine({})).toBeUndefined();
  });
});
