import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../domain/kernel/plain-date.js';
import { inForce, scrubClaim } from '../../../domain/scrubbing/scrub-claim.js';
import type { ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';
import { aScrubInput, aVisit } from '../../builders/rules.js';
import { codePairAndUnitExamples } from './examples/code-pairs-and-units.js';
import { diagnosisExamples } from './examples/diagnosis.js';
import type { EditExamples } from './examples/edit-example.js';
import { duplicateExamples, filingExamples, moneyExamples } from './examples/filing-duplicates-money.js';
import { medicareWaiverExamples } from './examples/medicare-waivers.js';
import { ncciExamples } from './examples/ncci.js';
import { patientAndSubscriberExamples } from './examples/patient-and-subscriber.js';
import { payerAndCoverageExamples } from './examples/payer-and-coverage.js';
import { procedureExamples } from './examples/procedure.js';
import { providerExamples } from './examples/provider.js';
import { telehealthExamples } from './examples/telehealth.js';
import { timeAndDocumentationExamples } from './examples/time-and-documentation.js';

const examples: EditExamples = {
  ...patientAndSubscriberExamples,
  ...providerExamples,
  ...payerAndCoverageExamples,
  ...diagnosisExamples,
  ...procedureExamples,
  ...codePairAndUnitExamples,
  ...ncciExamples,
  ...medicareWaiverExamples,
  ...timeAndDocumentationExamples,
  ...telehealthExamples,
  ...filingExamples,
  ...duplicateExamples,
  ...moneyExamples,
};

function editsFiring(input: ScrubInput): readonly string[] {
  return [...new Set(scrubClaim(input).findings.map((finding) => finding.editId))];
}

describe('the catalogue of scrub edits', () => {
  it('has distinct ids, and a title and a source for each edit', () => {
    expect(new Set(scrubEdits.map((edit) => edit.id)).size).toBe(scrubEdits.length);
    expect(scrubEdits.filter((edit) => edit.title === '' || edit.source === '')).toEqual([]);
  });

  it('has an example that fails and one that passes for each edit, and no example of an edit that is gone', () => {
    expect(Object.keys(examples).sort()).toEqual(scrubEdits.map((edit) => edit.id).sort());
  });
});

describe.each(scrubEdits.map((edit) => [edit.id, edit] as const))('%s', (id, edit) => {
  it.each((examples[id] ?? []).map((example, index) => [index + 1, example] as const))(
    'fires on the claim that breaks it and not on the one that keeps it (example %i)',
    (_, { fails, passes }) => {
      expect(editsFiring(aScrubInput(fails))).toContain(id);
      expect(editsFiring(aScrubInput(passes))).not.toContain(id);
    },
  );

  it('says what is wrong, where, what to do, on whose authority, and blocks by its severity', () => {
    const findings = (examples[id] ?? []).flatMap(({ fails }) => scrubClaim(aScrubInput(fails)).findings);
    const own = findings.filter((finding) => finding.editId === id);
    expect(own.length).toBeGreaterThan(0);
    for (const finding of own) {
      expect(finding.blocking).toBe(edit.severity === 'blocking');
      expect([finding.message, finding.location, finding.remedy, finding.source].every((text) => text.length > 3)).toBe(
        true,
      );
    }
  });

  it('does not run before its first or after its last date of service', () => {
    expect(inForce(edit, edit.effectiveFrom)).toBe(true);
    expect(inForce(edit, addDays(edit.effectiveFrom, -1))).toBe(false);
    const last = edit.effectiveTo ?? plainDate('9000-01-01');
    expect(inForce(edit, last)).toBe(true);
    expect(inForce({ ...edit, effectiveTo: last }, addDays(last, 1))).toBe(false);
  });
});

describe('scrubClaim', () => {
  it('finds nothing on a clean claim', () => {
    expect(scrubClaim(aScrubInput()).findings).toEqual([]);
  });

  it('collects findings of every family instead of the first', () => {
    const claim = { placeOfService: '11' as const, diagnoses: [], lines: [] };
    const fired = editsFiring(aScrubInput({ claim, eligibility: null, today: plainDate('2026-01-01') }));
    expect(fired).toEqual(['eligibility-not-verified', 'diagnosis-missing', 'procedure-missing', 'service-in-future']);
  });

  it('keeps an overridden finding in sight without letting it block', () => {
    const failing = aScrubInput({
      visit: aVisit({ documentation: { present: false } }),
      overriddenEditIds: ['note-missing'],
    });
    expect(scrubClaim(failing).findings).toMatchObject([{ editId: 'note-missing', blocking: false, overridden: true }]);
  });

  it('traces how many edits ran and each finding with its source', () => {
    const { trace } = scrubClaim(aScrubInput({ eligibility: null }));
    expect(trace[0]).toMatchObject({ ruleId: 'scrub', facts: { blocking: 0, warnings: 1 } });
    expect(trace[1]).toMatchObject({ ruleId: 'edit:eligibility-not-verified' });
    expect(trace.every((step) => step.source !== '')).toBe(true);
  });

  it('names no patient data in its findings', () => {
    const all = Object.values(examples).flatMap((list) =>
      list.flatMap(({ fails }) => scrubClaim(aScrubInput(fails)).findings),
    );
    const told = all.map((finding) => `${finding.message} ${finding.remedy}`).join(' ');
    for (const secret of ['Ada', 'Fields', '1970-05-01', '1EG4TE5MK73', 'Elm Street'])
      expect(told).not.toContain(secret);
  });
});
