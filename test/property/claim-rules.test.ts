import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedClaimSchema } from '../../domain/coding/coded-claim.js';
import { codeVisit } from '../../domain/coding/code-visit.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import { mergeModifiers } from '../../domain/coding/merge-modifiers.js';
import { parseIcd10CmFile } from '../../domain/coding/parse-icd10-cm-file.js';
import { settleVisitFacts } from '../../domain/coding/settle-visit-facts.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import { scrubClaim } from '../../domain/scrubbing/scrub-claim.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { procedureFacts } from '../../domain/coding/procedure-facts.js';
import { modifiers, visits } from '../builders/arbitrary-visits.js';
import { aPractice, aScrubInput, completeFeeSchedule } from '../builders/rules.js';

const payers = fc.constantFrom(...defaultPayerProfiles);
const practice = { ...aPractice(), feeSchedule: completeFeeSchedule };
const diagnosisCodes = builtInDiagnosisCodeSet;

describe('coding any visit for any payer', () => {
  it('gives the same outcome for the same input', () => {
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const input = { visit, payer, practice, diagnosisCodes };
        const copy = { ...structuredClone({ visit, payer, practice }), diagnosisCodes };
        expect(codeVisit(copy)).toEqual(codeVisit(input));
      }),
    );
  }, 30_000);

  it('gives a claim of the right form, or at least one question; each with remedy and source', () => {
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const outcome = codeVisit({ visit, payer, practice, diagnosisCodes });
        if (outcome.kind === 'coded') {
          expect(codedClaimSchema.parse(outcome.claim)).toEqual(outcome.claim);
          expect(outcome.claim.lines.length).toBeGreaterThan(0);
          expect(outcome.claim.diagnoses.length).toBeGreaterThan(0);
        }
        const told = outcome.kind === 'coded' ? outcome.warnings : outcome.questions;
        if (outcome.kind === 'needs_coder') expect(told.length).toBeGreaterThan(0);
        for (const finding of told) expect(Boolean(finding.source && finding.remedy && finding.location)).toBe(true);
        for (const step of outcome.trace) expect(step.source).not.toBe('');
      }),
    );
  }, 30_000);

  it('never bills a code outside of its dates', () => {
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const outcome = codeVisit({ visit, payer, practice, diagnosisCodes });
        if (outcome.kind !== 'coded') return;
        for (const { procedureCode } of outcome.claim.lines) {
          const facts = procedureFacts(procedureCode);
          expect(visit.dateOfService >= (facts?.from ?? '') && visit.dateOfService <= (facts?.to ?? '9999')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('tells of each code it chose which others it left and why', () => {
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const outcome = codeVisit({ visit, payer, practice, diagnosisCodes });
        for (const step of outcome.trace) {
          for (const alternative of step.alternatives ?? []) expect(alternative).toMatch(/^[^:]+: \S/);
        }
      }),
    );
  }, 30_000);

  it('never loses a modifier of the source, and adds at most one that names the modality and one of a therapy plan', () => {
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const outcome = codeVisit({ visit, payer, practice, diagnosisCodes });
        if (outcome.kind !== 'coded' || visit.procedures.length === 0) return;
        // A health center's medical visit becomes one line that holds the modifiers of all.
        const merged = outcome.claim.lines.some(({ procedureCode }) => procedureCode === 'G2025');
        visit.procedures.forEach((proposed, index) => {
          if (merged) {
            expect(outcome.claim.lines.flatMap((line) => line.modifiers)).toEqual(
              expect.arrayContaining(proposed.modifiers),
            );
            return;
          }
          const billed = outcome.claim.lines[index]?.modifiers ?? [];
          expect(billed).toEqual(expect.arrayContaining(proposed.modifiers));
          const added = billed.filter((each) => !proposed.modifiers.includes(each));
          const ofModality = added.filter((each) => ['95', '93', 'GT', 'FQ', 'GQ'].includes(each));
          const ofPlan = added.filter((each) => ['GP', 'GO', 'GN'].includes(each));
          expect(ofModality.length).toBeLessThanOrEqual(1);
          expect(ofPlan.length).toBeLessThanOrEqual(1);
          expect(added).toHaveLength(ofModality.length + ofPlan.length);
        });
      }),
    );
  }, 30_000);
});

describe('scrubbing any coded visit', () => {
  it('gives the same findings for the same input, each of an edit in force, with its source', () => {
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const outcome = codeVisit({ visit, payer, practice, diagnosisCodes });
        if (outcome.kind !== 'coded') return;
        const settled = settleVisitFacts(visit, practice.npi).value;
        const input = aScrubInput({
          visit: settled,
          payer,
          practice,
          claim: outcome.claim,
          today: visit.dateOfService,
        });
        const result = scrubClaim(input);
        expect(scrubClaim(input)).toEqual(result);
        for (const finding of result.findings) {
          const edit = scrubEdits.find((each) => each.id === finding.editId);
          expect(edit && edit.effectiveFrom <= visit.dateOfService).toBe(true);
          expect(finding.source).toBe(edit?.source);
        }
      }),
    );
  }, 30_000);

  it('has nothing to block in what coding itself chose for a covered visit, save what the record lacks', () => {
    const ofRecord = [
      'audio-only-not-covered',
      'audio-only-condition-unmet',
      'asynchronous-not-covered',
      'medicare-asynchronous-states',
      'medicare-audio-only-reason',
      'medicare-audio-only-home',
      'pregnancy-diagnosis-of-male',
      'medicare-nutrition-diagnosis',
      'new-york-medicaid-audio-only-reason',
      'digital-visit-in-real-time',
      'check-in-in-writing',
      'authorization-missing',
      'clinic-code-on-professional-claim',
      'clinic-visit-on-professional-claim',
      'social-risk-assessment-alone',
    ];
    const ofLaw = ['medicare-home-after-waivers', 'medicare-therapist-after-waivers'];
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const chosen = { ...visit, procedures: [] };
        const outcome = codeVisit({ visit: chosen, payer, practice, diagnosisCodes });
        if (outcome.kind !== 'coded') return;
        const settled = settleVisitFacts(chosen, practice.npi).value;
        const input = aScrubInput({
          visit: settled,
          payer,
          practice,
          claim: outcome.claim,
          today: visit.dateOfService,
        });
        const blocking = scrubClaim(input).findings.filter((finding) => finding.blocking);
        expect(blocking.map((each) => each.editId).filter((id) => ![...ofRecord, ...ofLaw].includes(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});

describe('mergeModifiers', () => {
  it('keeps all of the source, repeats none, holds at most four, and ends with telehealth', () => {
    fc.assert(
      fc.property(modifiers, modifiers, (ofSource, toAdd) => {
        const merged = mergeModifiers(ofSource, toAdd);
        expect(merged.modifiers).toEqual(expect.arrayContaining(ofSource));
        expect(new Set(merged.modifiers).size).toBe(merged.modifiers.length);
        expect(merged.modifiers.length).toBeLessThanOrEqual(4);
        expect([...merged.modifiers, ...merged.dropped].sort()).toEqual([...new Set([...ofSource, ...toAdd])].sort());
        expect(mergeModifiers(merged.modifiers, []).modifiers).toEqual(merged.modifiers);
      }),
    );
  });
});

describe('parseIcd10CmFile', () => {
  it('reads any text without throwing, and gives only codes that the text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const code of parseIcd10CmFile(text, 2026).codes) expect(text).toContain(code);
      }),
    );
  });
});
