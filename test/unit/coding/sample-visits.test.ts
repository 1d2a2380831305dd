import { describe, expect, it } from 'vitest';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import type { CodingOutcome } from '../../../domain/coding/coding-outcome.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { defaultPayerProfiles } from '../../../domain/payer/default-payer-profiles.js';
import type { PayerProfile } from '../../../domain/payer/payer-profile.js';
import { resolvePayer } from '../../../domain/payer/resolve-payer.js';
import { primaryCoverage } from '../../../domain/visit/primary-coverage.js';
import { type Visit, visitSchema } from '../../../domain/visit/visit.js';
import { aPractice } from '../../builders/rules.js';
import { describeSamples } from '../../support/shared-samples.js';
import { itemsOf, sampleFiles, visitOf } from '../visit/fhir/fhir-samples.js';
import { shortlyOf } from './coded-shortly.js';

/** The payer that the visit's coverage names, as the product finds it. */
function payerOf(visit: Visit): PayerProfile {
  const coverage = primaryCoverage(visit);
  const payer = resolvePayer(defaultPayerProfiles, {
    payerName: coverage?.payerName ?? 'Self-pay',
    state: visit.patientLocation.state,
  });
  if (!payer.ok) throw new Error(`${payer.error.message}: ${coverage?.payerName}`);
  return payer.value;
}

function codeSample(visit: Visit): CodingOutcome {
  return codeVisit({ visit, payer: payerOf(visit), practice: aPractice(), diagnosisCodes: builtInDiagnosisCodeSet });
}

describeSamples('the 48 sample visits of three states', () => {
  const visits = itemsOf(sampleFiles('fhir-telehealth')).map((item) => visitSchema.parse(visitOf(item)));

  it('are 48', () => {
    expect(visits).toHaveLength(48);
  });

  describe.each(visits.map((visit, index) => ({ visit, index })))('visit $index', ({ visit }) => {
    it('ends with codes whose every step names its source, or with a precise question to a person', () => {
      const outcome = codeSample(visit);
      for (const step of outcome.trace) {
        expect(step.ruleId).toMatch(/^[a-z0-9-]+$/i);
        expect(step.source.length).toBeGreaterThan(10);
        expect(step.decision).not.toBe('');
        expect(Object.keys(step.facts).length).toBeGreaterThan(0);
      }
      if (outcome.kind === 'needs_coder') {
        expect(outcome.questions.length).toBeGreaterThan(0);
        for (const { location, remedy, source, message } of outcome.questions) {
          expect([location, remedy, source, message].every((text) => (text ?? '').length > 4)).toBe(true);
        }
        return;
      }
      const explained = outcome.trace.map((step) => step.decision).join(' ');
      for (const line of outcome.claim.lines) expect(explained).toContain(line.procedureCode);
      expect(explained).toContain(`place of service ${outcome.claim.placeOfService}`);
      for (const diagnosis of outcome.claim.diagnoses) expect(explained).toContain(diagnosis);
    });
  });

  it('come to the code, modifiers and place that the policy of their payer has for their minutes', () => {
    const counts = new Map<string, number>();
    for (const visit of visits) {
      const answered = { ...visit, newPatient: visit.newPatient ?? false };
      const about = `${payerOf(visit).code} ${visit.modality} ${visit.totalMinutes}`;
      const key = `${about}: ${shortlyOf(codeSample(answered))}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      // Medicare has no codes of the telemedicine family, and its place of service alone tells of video.
      'medicare audio_video 15: 99212 @10': 39,
      'medicare audio_video 30: 99214 @10': 3,
      'medicare audio_video 38: 99214 @10': 1,
      'medicare audio_only 90: 99215-93 G2212-93×2 @10': 1,
      'medicare audio_video 92: diagnosis-missing': 1,
      'summit-health audio_only 113: 99215-93 99417-93×4 @10': 2,
      'prairie-blue audio_video 15: 98004 @10': 1,
    });
  });

  it('are coded, except where new or established, or every diagnosis, is open', () => {
    const counts = new Map<string, number>();
    for (const visit of visits) {
      const outcome = codeSample(visit);
      const key = outcome.kind === 'coded' ? 'coded' : outcome.questions.map((question) => question.code).join(' and ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      coded: 35,
      'new-or-established-unknown': 12,
      'new-or-established-unknown and diagnosis-missing': 1,
    });
  });
});
