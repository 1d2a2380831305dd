import { expect, it } from 'vitest';
import { explanationLines } from '../../../../cli/text/explanation-lines.js';

const money = { chargeCents: 17_500, paidCents: 7_400, adjustedCents: 7_600, patientResponsibilityCents: 2_500 };
const claim = { claimId: 'clm_1', patientControlNumber: 'T1', headline: 'paid', money };

it('shows each decision as a tree of fact, rule, decision, source and cents', () => {
  const lines = explanationLines({
    ...claim,
    decisions: [
      {
        step: 'coding',
        cycle: 1,
        at: '2026-03-11T02:31:00.000Z',
        ruleSet: '2026-1',
        trace: [
          {
            ruleId: 'charge',
            facts: { code: '99213', chargeOfSource: null },
            decision: 'charge by the fee schedule',
            source: 'the practice’s fee schedule',
            effectCents: 17_500,
            alternatives: ['99214 would need 30 minutes'],
          },
        ],
        findings: [],
      },
    ],
  });
  expect(lines).toEqual([
    'claim clm_1  T1  paid',
    'charge $175.00, paid $74.00, adjusted $76.00, patient $25.00',
    'coding, cycle 1, 2026-03-11 02:31, rules 2026-1',
    '├─ charge',
    '│  ├ facts      code 99213, chargeOfSource not given',
    '│  ├ decision   charge by the fee schedule',
    '│  ├ instead of 99214 would need 30 minutes',
    '│  ├ source     the practice’s fee schedule',
    '│  └ worth      $175.00',
  ]);
});

it('tells a finding that no step of the trace tells, and none twice', () => {
  const step = {
    ruleId: 'edit:note-missing',
    facts: {},
    decision: 'no note (blocks the claim)',
    source: 'SSA 1833(e)',
  };
  const finding = {
    severity: 'error',
    message: 'no note',
    location: 'visit.documentation',
    source: 'SSA 1833(e)',
  } as const;
  const findings = [
    { ...finding, code: 'note-missing' },
    { ...finding, code: 'other', remedy: 'Write it.' },
  ];
  const at = '2026-03-11T02:31:00.000Z';
  const lines = explanationLines({
    ...claim,
    decisions: [{ step: 'scrubbing', cycle: 1, at, ruleSet: '1', trace: [step], findings }],
  });
  expect(lines.filter((line) => line.startsWith('├─'))).toEqual(['├─ edit:note-missing', '├─ error other']);
  expect(lines).toContain('│  ├ to do      Write it.');
});

it('says so when nothing was decided yet', () => {
  expect(explanationLines({ ...claim, decisions: [] }).at(-1)).toBe('nothing was decided yet');
});
