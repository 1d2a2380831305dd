import { describe, expect, it } from 'vitest';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { parseCalendarQuarter } from '../../../domain/coding/calendar-quarter.js';
import { buildProcedureCodeSet } from '../../../domain/coding/procedure-code-set.js';
import { decideVisit } from '../../../domain/decision/decide-visit.js';
import type { VisitDecision } from '../../../domain/decision/visit-decision.js';
import { type VisitFactsInput, visitFactsSchema } from '../../../domain/decision/visit-facts.js';
import type { PayerProfile } from '../../../domain/payer/payer-profile.js';
import { aPayer } from '../../builders/rules.js';
import { someFacts } from '../../builders/visit-facts.js';

const one = aPayer('summit-health', { code: 'one', name: 'Plan one' });
const two = aPayer('summit-health', { code: 'two', name: 'Plan two' });

function decide(facts: VisitFactsInput, payers: readonly PayerProfile[] = [aPayer('medicare')]): VisitDecision {
  return decideVisit(visitFactsSchema.parse(facts), { payers, diagnosisCodes: builtInDiagnosisCodeSet });
}

describe('a payer known by its class alone', () => {
  const facts = someFacts({ payer: { class: 'commercial' } });

  it('is answered when every payer of the class gives the same answer', () => {
    expect(decide(facts, [one, two])).toMatchObject({
      decision: 'allowed',
      payer: null,
      codes: [{ code: '99213', modifiers: ['95'] }],
      placeOfService: '10',
    });
  });

  it('is asked for when they differ, with what each would answer', () => {
    const answer = decide(facts, [one, { ...two, placeOfService: 'always_02' }]);
    expect(answer).toMatchObject({
      decision: 'needs_facts',
      missingFacts: [{ path: 'payer.code', allowedValues: ['one', 'two'], neededFor: 'answer' }],
    });
    expect(answer.trace.map(({ decision }) => decision)).toEqual([
      'the payers of class commercial: one, two',
      'allowed: 99213-95, place of service 10',
      'allowed: 99213-95, place of service 02',
    ]);
  });

  it('is asked for by state when each payer of the class has one', () => {
    const ofState = (state: 'NY' | 'TX') => aPayer('ny-medicaid', { code: `${state.toLowerCase()}-medicaid`, state });
    const payers = [ofState('NY'), { ...ofState('TX'), coversAudioOnly: false }];
    const answer = decide(
      someFacts({ payer: { class: 'medicaid' }, modality: 'audio_only', telehealthConsent: true }),
      payers,
    );
    expect(answer.missingFacts).toMatchObject([{ path: 'payer.state', allowedValues: ['NY', 'TX'] }]);
  });
});

describe('what a question shares with a claim', () => {
  it('a visit whose video failed is judged as it is coded: by the modality that took the longer part', () => {
    const failed = { modality: 'audio_video', modalityMinutes: { audioVideo: 4, audioOnly: 18 } } as const;
    const { codes, findings } = decide(someFacts({ ...failed, audioOnlyReason: 'video_failed' }));
    expect(codes).toMatchObject([{ code: '99213', modifiers: ['93'] }]);
    expect(findings).toEqual([]);
  });

  it('a HCPCS list that is loaded judges its codes, and is not called missing', () => {
    const facts = visitFactsSchema.parse(someFacts({ procedures: [{ code: 'J3490' }, { code: '99213' }] }));
    const told = (codes: readonly string[]) => {
      const quarter = parseCalendarQuarter('2026q1');
      if (!quarter) throw new Error('2026q1 is a quarter');
      const context = { payers: [aPayer('medicare')], diagnosisCodes: builtInDiagnosisCodeSet };
      const procedureCodes = buildProcedureCodeSet([{ quarter, revision: 1, codes }]);
      return decideVisit(facts, { ...context, procedureCodes }).findings.map(({ code }) => code);
    };
    expect(decide(facts).findings.map(({ code }) => code)).toContain('hcpcs-not-checked');
    expect(told(['J3490'])).not.toContain('hcpcs-not-checked');
    expect(told(['J3490'])).not.toContain('hcpcs-not-in-quarter');
    expect(told(['G2211'])).toContain('hcpcs-not-in-quarter');
  });

  it('what judges claims only is never passed over in silence', () => {
    const procedures = [{ code: '99213' }, { code: '90833' }];
    const told = decide(someFacts({ procedures })).notChecked.map(({ checks }) => checks);
    expect(told).toContainEqual(['practice:*']);
    expect(told).toContainEqual(['ncci-pair', 'units-over-mue']);
  });
});

describe('what the facts can’t answer', () => {
  it('is listed with what it needs, and never judged by facts that are not there', () => {
    const { notChecked, findings } = decide(someFacts());
    expect(findings).toEqual([]);
    const checks = notChecked.flatMap((each) => each.checks);
    for (const check of ['patient-address-missing', 'eligibility-not-verified', 'charge-zero', 'duplicate-claim']) {
      expect(checks).toContain(check);
    }
  });

  it('becomes less as more facts are given', () => {
    const checks = (facts: VisitFactsInput) => decide(facts).notChecked.flatMap((each) => each.checks);
    expect(checks(someFacts())).toEqual(expect.arrayContaining(['filing-limit-passed', 'pregnancy-diagnosis-of-male']));
    const more = checks(someFacts({ filedOn: '2026-03-12', patientSex: 'F' }));
    expect(more).not.toContain('filing-limit-passed');
    expect(more).not.toContain('pregnancy-diagnosis-of-male');
  });

  it('names a diagnosis that no loaded code set holds, without holding up the answer', () => {
    const answer = decide(someFacts({ diagnoses: ['A00.1'] }));
    expect(answer.decision).toBe('allowed');
    expect(answer.notChecked[0]).toMatchObject({
      checks: ['diagnosis-not-checked'],
      why: expect.stringContaining('A001'),
    });
  });
});

it('gives the caller’s own reference back with every kind of answer', () => {
  expect(decide(someFacts({ id: 'ours-1' })).id).toBe('ours-1');
  expect(decide({ id: 'ours-2' })).toMatchObject({ id: 'ours-2', decision: 'needs_facts' });
  expect('id' in decide({})).toBe(false);
});
