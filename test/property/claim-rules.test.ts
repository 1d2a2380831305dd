import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedClaimSchema } from '../../domain/coding/coded-claim.js';
import { codeVisit } from '../../domain/coding/code-visit.js';
import { builtInDiagnosisCodes } from '../../domain/coding/built-in-diagnosis-codes.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import { mergeModifiers } from '../../domain/coding/merge-modifiers.js';
import { parseIcd10CmFile } from '../../domain/coding/parse-icd10-cm-file.js';
import { procedureTable } from '../../domain/coding/procedure-table.js';
import { addDays, plainDate } from '../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import { scrubClaim } from '../../domain/scrubbing/scrub-claim.js';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import {
  clinicianTypeSchema,
  medicalDecisionMakingSchema,
  modalitySchema,
  serviceKindSchema,
  type Visit,
} from '../../domain/visit/visit.js';
import { aPractice, aScrubInput, aVisit } from '../builders/rules.js';

const modifier = fc.constantFrom(
  '25',
  '59',
  '76',
  '95',
  '93',
  'GT',
  'FQ',
  'GQ',
  'GP',
  'KX',
  '26',
  'AH',
  'GY',
  'GZ',
  'XU',
);
const modifiers = fc.uniqueArray(modifier, { maxLength: 4 });
const day = fc.integer({ min: 0, max: 1600 }).map((days) => addDays(plainDate('2024-01-01'), days));
const procedure = fc.record({
  code: fc.constantFrom(...procedureTable.map((facts) => facts.code), 'J3490'),
  modifiers,
  units: fc.integer({ min: 1, max: 9 }),
});
const diagnosis = fc.oneof(
  fc.constantFrom(...builtInDiagnosisCodes.map((entry) => ({ system: 'icd-10-cm' as const, code: entry.code }))),
  fc.constantFrom('88805009', '62106007', '160903007', '254837009', '24700007', '111111').map((code) => {
    return { system: 'snomed-ct' as const, code };
  }),
);

/** Visits of every kind, complete or not, on dates across all of our dated rules. */
const visits: fc.Arbitrary<Visit> = fc
  .record(
    {
      dateOfService: day,
      serviceKind: fc.constantFrom(...serviceKindSchema.options),
      modality: fc.constantFrom(...modalitySchema.options),
      totalMinutes: fc.integer({ min: 1, max: 200 }),
      medicalDecisionMaking: fc.constantFrom(...medicalDecisionMakingSchema.options),
      newPatient: fc.boolean(),
      setting: fc.constantFrom('home' as const, 'other' as const),
      clinicianType: fc.constantFrom(...clinicianTypeSchema.options),
      sex: fc.constantFrom('F' as const, 'M' as const, 'U' as const),
      procedures: fc.array(procedure, { maxLength: 4 }),
      diagnoses: fc.array(diagnosis, { maxLength: 14 }),
    },
    {
      requiredKeys: [
        'dateOfService',
        'serviceKind',
        'modality',
        'procedures',
        'diagnoses',
        'setting',
        'clinicianType',
        'sex',
      ],
    },
  )
  .map(({ setting, clinicianType, sex, ...facts }): Visit => {
    const { totalMinutes: _, newPatient: __, ...base } = aVisit();
    return {
      ...base,
      ...facts,
      patient: { ...base.patient, sex },
      patientLocation: { setting, state: 'NY' },
      clinician: { ...base.clinician, type: clinicianType },
    };
  });

const payers = fc.constantFrom(...defaultPayerProfiles);
const practice = aPractice();
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

  it('never loses a modifier of the source, and adds at most one that names the modality', () => {
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const outcome = codeVisit({ visit, payer, practice, diagnosisCodes });
        if (outcome.kind !== 'coded' || visit.procedures.length === 0) return;
        visit.procedures.forEach((proposed, index) => {
          const billed = outcome.claim.lines[index]?.modifiers ?? [];
          expect(billed).toEqual(expect.arrayContaining(proposed.modifiers));
          const added = billed.filter((each) => !proposed.modifiers.includes(each));
          expect(added.length).toBeLessThanOrEqual(1);
          expect(['95', '93', 'GT', 'FQ', 'GQ', undefined]).toContain(added[0]);
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
        const input = aScrubInput({ visit, payer, practice, claim: outcome.claim, today: visit.dateOfService });
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
      'asynchronous-not-covered',
      'medicare-audio-only-reason',
      'medicare-audio-only-home',
      'pregnancy-diagnosis-of-male',
      'medicare-nutrition-diagnosis',
      'new-york-medicaid-audio-only-reason',
    ];
    const ofLaw = ['medicare-home-after-waivers', 'medicare-therapist-after-waivers'];
    fc.assert(
      fc.property(visits, payers, (visit, payer) => {
        const chosen = { ...visit, procedures: [] };
        const outcome = codeVisit({ visit: chosen, payer, practice, diagnosisCodes });
        if (outcome.kind !== 'coded') return;
        const input = aScrubInput({ visit: chosen, payer, practice, claim: outcome.claim, today: visit.dateOfService });
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
