import { describe, expect, it } from 'vitest';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { draftClaim } from '../../../domain/coding/draft-claim.js';
import { visitFactsSchema } from '../../../domain/decision/visit-facts.js';
import { visitOfFacts } from '../../../domain/decision/visit-of-facts.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../../domain/payer/default-payer-profiles.js';
import type { ScrubFact, ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';
import { aPractice, aScrubInput, aVisit, anEligibility, otherLines } from '../../builders/rules.js';
import { someFacts } from '../../builders/visit-facts.js';
import { readDecisionCases } from '../../support/decision-cases.js';
import { editExamples } from '../scrubbing/examples/edit-examples.js';

/** What a path of the input tells of; the first that fits. Paths that fit none are the visit's own facts. */
const factOfPath: readonly (readonly [RegExp, ScrubFact])[] = [
  [/^visit\.patient\.sex$/, 'sex'],
  [/^visit\.patient\.birthDate$/, 'birth_date'],
  [/^visit\.patient\.\w+/, 'patient'],
  [/^visit\.clinician\.(npi|firstName|lastName|taxonomyCode)$/, 'clinician'],
  [/^visit\.coverages/, 'coverage'],
  [/^practice\.\w+/, 'practice'],
  [/^eligibility/, 'eligibility'],
  [/^otherClaims/, 'other_claims'],
  [/^today$/, 'filing_date'],
  [/^claim\.lines\.\d+\.chargeCents$|^visit\.patientPaidCents$/, 'charges'],
];

/** The same value, telling of each path that is read of it. */
function watched<T extends object>(value: T, path: string, tell: (path: string) => void): T {
  return new Proxy(value, {
    get(target, key, receiver) {
      const inside: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || typeof inside === 'function') return inside;
      const place = path === '' ? key : `${path}.${key}`;
      tell(place);
      const isData = typeof inside === 'object' && inside !== null && key !== 'diagnosisCodes' && key !== 'payer';
      return isData ? watched(inside, place, tell) : inside;
    },
  });
}

function factsRead(edit: (typeof scrubEdits)[number], input: ScrubInput): readonly ScrubFact[] {
  const read = new Set<ScrubFact>();
  edit.check(
    watched(input, '', (path) => {
      const fact = factOfPath.find(([pattern]) => pattern.test(path))?.[1];
      if (fact !== undefined) read.add(fact);
    }),
  );
  return [...read];
}

const newborn = visitFactsSchema.parse(someFacts({ diagnoses: ['P07.00', 'O80'] }));
const facts = [newborn, ...readDecisionCases().flatMap(({ cases }) => cases.map((row) => row.facts))];

/** Claims of every decision case, complete with people and money. */
const inputs: readonly ScrubInput[] = facts.flatMap((each) => {
  const found = visitOfFacts(each);
  const payer = defaultPayerProfiles.find((profile) => profile.code === each.payer?.code);
  if (found.kind === 'missing' || payer === undefined) return [];
  const { patient, coverages } = aVisit();
  const visit = { ...found.visit, patient: { ...patient, sex: each.patientSex ?? 'M' }, coverages };
  const practice = aPractice();
  const { claim } = draftClaim({ visit, payer, practice, diagnosisCodes: builtInDiagnosisCodeSet });
  return [
    {
      visit,
      claim,
      payer,
      practice,
      eligibility: anEligibility(),
      frequencyCode: '1',
      otherClaims: [
        {
          claimId: 'clm_1',
          dateOfService: visit.dateOfService,
          clinicianNpi: '',
          lines: otherLines('99213', '98016', '99421', '99454', '98980'),
          diagnoses: ['I10'],
          precedence: 'gone',
        },
      ],
      diagnosisCodes: builtInDiagnosisCodeSet,
      today: plainDate('2026-03-12'),
      overriddenEditIds: [],
    },
  ];
});

describe('an edit declares every fact it reads besides the visit’s own', () => {
  it.each(scrubEdits.map((edit) => [edit.id, edit] as const))('%s', (id, edit) => {
    const needs: readonly ScrubFact[] = edit.needs ?? [];
    // Its own examples as well: on those it fires, so that it reads whatever a finding may turn on.
    const own = (editExamples[id] ?? []).flatMap(({ fails, passes }) => [aScrubInput(fails), aScrubInput(passes)]);
    const undeclared = [...inputs, ...own]
      .flatMap((input) => factsRead(edit, input))
      .filter((fact) => !needs.includes(fact));
    expect([...new Set(undeclared)]).toEqual([]);
  });
});

it('the cases reach every kind of fact, so that nothing escapes the watch', () => {
  const read = new Set(scrubEdits.flatMap((edit) => inputs.slice(0, 60).flatMap((input) => factsRead(edit, input))));
  for (const [, fact] of factOfPath) expect([...read]).toContain(fact);
});
