import { describe, expect, it } from 'vitest';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { decideFacts } from '../../../domain/decision/decide-facts.js';
import type { VisitDecision } from '../../../domain/decision/visit-decision.js';
import { type VisitFactsInput, visitFactsSchema } from '../../../domain/decision/visit-facts.js';
import { aPayer } from '../../builders/rules.js';
import { someFacts } from '../../builders/visit-facts.js';

function decide(facts: VisitFactsInput): VisitDecision {
  const payers = [aPayer('medicare'), aPayer('summit-health')];
  return decideFacts(visitFactsSchema.parse(facts), { payers, diagnosisCodes: builtInDiagnosisCodeSet });
}

function codesOf({ codes }: VisitDecision): readonly string[] {
  return codes.map(({ code }) => code);
}

function without<Key extends keyof VisitFactsInput>(facts: VisitFactsInput, ...keys: readonly Key[]): VisitFactsInput {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.some((each) => each === key)));
}

describe('a fact that is not said', () => {
  it('is not asked for when the answer is the same whatever it is: monitoring has no modality', () => {
    const month = someFacts({
      serviceKind: 'remote_physiologic_monitoring',
      monitoring: { dataDays: 20, managementMinutes: 45, liveInteraction: true },
    });
    const answer = decide({ ...without(month, 'modality', 'patientLocation'), patientLocation: { state: 'NY' } });
    expect(answer).toMatchObject({ decision: 'allowed', missingFacts: [], placeOfService: '11' });
    expect(codesOf(answer)).toEqual(['99454', '99457', '99458']);
    expect(answer.trace[0]).toMatchObject({
      ruleId: 'fact-without-effect',
      facts: { notSaid: 'modality, patientLocation.setting' },
    });
  });

  it('is asked for alone when the answer turns on it alone: a site fee does not depend on modality', () => {
    const fee = someFacts({ serviceKind: 'originating_site', patientLocation: { state: 'NY' } });
    const answer = decide(without(fee, 'modality'));
    expect(answer.decision).toBe('needs_facts');
    expect(answer.missingFacts.map(({ path }) => path)).toEqual(['patientLocation.setting']);
  });

  it('is asked for together with what every answer to it would ask for', () => {
    const undocumented = without(someFacts({}), 'modality', 'totalMinutes', 'medicalDecisionMaking');
    const answer = decide(undocumented);
    expect(answer).toMatchObject({ decision: 'needs_facts', codes: [] });
    expect(answer.missingFacts.map(({ path }) => path)).toEqual(['modality', 'totalMinutes']);
  });

  it('is not asked for beside what is missing, of a service that nobody meets for', () => {
    const month = someFacts({ serviceKind: 'remote_physiologic_monitoring', monitoring: { managementMinutes: 25 } });
    const answer = decide(without(month, 'modality'));
    expect(answer.missingFacts.map(({ path }) => path)).toEqual(['monitoring.liveInteraction']);
  });

  it('is not asked for when every answer to it is no: the errors of all of them are told', () => {
    const unlicensed = someFacts({ clinician: { type: 'physician', state: 'NJ', licensedStates: ['NJ'] } });
    const answer = decide(without(unlicensed, 'modality'));
    expect(answer).toMatchObject({ decision: 'not_allowed', missingFacts: [], payer: { code: 'medicare' } });
    expect(answer.findings.map(({ code }) => code)).toEqual(['no-authority-at-patient-place']);
    expect(answer.trace.map(({ decision }) => decision)).toEqual([
      'refused whatever modality may be: no-authority-at-patient-place',
    ]);
  });

  it('follows from the minutes of each modality when one took longer', () => {
    const failed = { modalityMinutes: { audioVideo: 4, audioOnly: 18 }, audioOnlyReason: 'video_failed' } as const;
    const answer = decide(without(someFacts(failed), 'modality'));
    expect(answer.codes).toMatchObject([{ code: '99213', modifiers: ['93'] }]);
  });

  it('is asked for when both modalities took the same time', () => {
    const tied = someFacts({ modalityMinutes: { audioVideo: 11, audioOnly: 11 }, audioOnlyReason: 'video_failed' });
    expect(decide(without(tied, 'modality')).missingFacts.map(({ path }) => path)).toEqual(['modality']);
  });
});
