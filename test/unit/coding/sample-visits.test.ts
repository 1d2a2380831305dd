import { describe, expect, it } from 'vitest';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import type { CodingOutcome } from '../../../domain/coding/coding-outcome.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { defaultPayerProfiles } from '../../../domain/payer/default-payer-profiles.js';
import { resolvePayer } from '../../../domain/payer/resolve-payer.js';
import { primaryCoverage } from '../../../domain/visit/primary-coverage.js';
import { type Visit, visitSchema } from '../../../domain/visit/visit.js';
import { aPractice } from '../../builders/rules.js';
import { describeSamples } from '../../support/shared-samples.js';
import { itemsOf, sampleFiles, visitOf } from '../visit/fhir/fhir-samples.js';
import { shortlyOf } from './coded-shortly.js';

/** The visit coded for the payer that its coverage names, as the product does it. */
function codeSample(visit: Visit): CodingOutcome {
  const coverage = primaryCoverage(visit);
  const payer = resolvePayer(defaultPayerProfiles, {
    payerName: coverage?.payerName ?? 'Self-pay',
    state: visit.patientLocation.state,
  });
  if (!payer.ok) throw new Error(`${payer.error.message}: ${coverage?.payerName}`);
  return codeVisit({ visit, payer: payer.value, practice: aPractice(), diagnosisCodes: builtInDiagnosisCodeSet });
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

    it('comes to the level that its minutes support once the one open question is answered', () => {
      const answered = { ...visit, newPatient: visit.newPatient ?? false };
      const outcome = codeSample(answered);
      const minutes = visit.totalMinutes ?? 0;
      const level = minutes >= 40 ? 3 : minutes >= 30 ? 2 : minutes >= 20 ? 1 : 0;
      const byTime = [99212, 98004, 98012].map((lowest) => lowest + level).join('|');
      const withoutDiagnosis = visit.diagnoses.length === 0;
      expect(shortlyOf(outcome)).toMatch(
        withoutDiagnosis ? /^diagnosis-missing$/ : new RegExp(`^(${byTime})(-9[35])?( .+)? @(10|02)$`),
      );
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
