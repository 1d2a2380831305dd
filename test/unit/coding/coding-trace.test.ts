import { describe, expect, it } from 'vitest';
import type { VisitInput } from '../../../domain/visit/visit.js';
import { aClinician, aPayer, aPractice } from '../../builders/rules.js';
import { outcomeOf } from './coded-shortly.js';

const psychologist = { clinician: aClinician('clinical_psychologist') } as const;

/** Visit, rule, one alternative with its reason, and what the next level needs. */
const steps: readonly (readonly [
  visit: Partial<VisitInput>,
  ruleId: string,
  alternative: string | undefined,
  nextLevel: string | undefined,
])[] = [
  [{ totalMinutes: 40 }, 'visit-level', '99214: lower than what the record supports', undefined],
  [
    { totalMinutes: 40 },
    'add-on-G2212',
    'G2212: begins with 69 minutes, the record has 40',
    'G2212 × 1 would need 69 documented minutes',
  ],
  [{ totalMinutes: 69 }, 'add-on-G2212', undefined, 'G2212 × 2 would need 84 documented minutes'],
  [
    {},
    'telemedicine-code-family',
    '98000–98015: the payer does not take them, the visit was not live, or they did not exist yet',
    undefined,
  ],
  [
    { ...psychologist, serviceKind: 'psychotherapy', totalMinutes: 40 },
    'psychotherapy-minutes',
    '90832: stands for 16 to 37 minutes',
    '90837 would need 53 minutes or more documented',
  ],
  [
    { ...psychologist, serviceKind: 'crisis_psychotherapy', totalMinutes: 20 },
    'crisis-psychotherapy-minutes',
    '90839: needs thirty minutes',
    '90839 would need 30 documented minutes',
  ],
  [
    { serviceKind: 'remote_physiologic_monitoring', monitoring: { dataDays: 9 } },
    'monitoring-supply',
    '99454: needs 16 days with data, the record has 9',
    '99454 would need 16 days with data',
  ],
  [
    { serviceKind: 'remote_physiologic_monitoring', monitoring: { managementMinutes: 12, liveInteraction: true } },
    'monitoring-management',
    '99457: stands for 20 minutes or more',
    '99457 would need 20 minutes or more documented',
  ],
  [
    { longitudinalCare: true, procedures: [{ code: '99213', modifiers: ['25'] }] },
    'continuing-complexity',
    'G2211: is denied when the visit has modifier 25, save beside preventive services from 2025 on',
    undefined,
  ],
  [
    { procedures: [{ code: '99213' }] },
    'procedure-of-source',
    '99212: lower than what the record supports',
    '99214 would need 30 documented minutes or moderate medical decision making',
  ],
  [
    { procedures: [{ code: '98006' }] },
    'telemedicine-code-crosswalk',
    '98006: Medicare Part B takes office codes in its place',
    undefined,
  ],
  [
    { modalityMinutes: { audioVideo: 3, audioOnly: 19 } },
    'dominant-modality',
    'audio-video: it took the shorter part',
    undefined,
  ],
  [
    { clinician: aClinician('dietitian'), serviceKind: 'nutrition_therapy', totalMinutes: 30 },
    'nutrition-units',
    '97802: is for the first assessment',
    '97803 × 3 would need 38 documented minutes',
  ],
];

describe('a coding step', () => {
  it.each(steps)('of %j tells in %s what it did not take and what the next level needs', (visit, ruleId, not, next) => {
    const step = outcomeOf(visit, aPayer('medicare')).trace.find((each) => each.ruleId === ruleId);
    expect(step).toBeDefined();
    if (not !== undefined) expect(step?.alternatives).toContain(not);
    expect(step?.nextLevel).toBe(next);
  });

  it('of new or established names the service it was seen from, and no person', () => {
    const groupNpi = aPractice().npi;
    const service = { dateOfService: '2025-02-01', groupNpi, specialtyTaxonomyCode: '207Q00000X' };
    const outcome = outcomeOf({ newPatient: undefined, patientHistory: { complete: false, services: [service] } });
    const step = outcome.trace.find((each) => each.ruleId === 'new-or-established');
    expect(step?.facts).toMatchObject({ lastService: '2025-02-01', services: 1, specialty: '207Q00000X' });
    expect(JSON.stringify(outcome.trace)).not.toMatch(/Ada|Fields|1970|1EG4TE5MK73/);
  });

  it('says nothing of video and audio for a message', () => {
    const modalityMinutes = { audioVideo: 0, audioOnly: 9 };
    const outcome = outcomeOf({ modality: 'asynchronous', modalityMinutes }, aPayer('ca-medicaid'));
    expect(outcome.trace.map((step) => step.ruleId)).not.toContain('dominant-modality');
  });

  it('asks whether a patient is new with the code that each answer leads to', () => {
    const outcome = outcomeOf({ newPatient: undefined, totalMinutes: 30 }, aPayer('medicare'));
    expect(outcome.kind === 'needs_coder' && outcome.questions[0]?.message).toContain('new: 99203, established: 99214');
  });
});
