import { describe, expect, it } from 'vitest';
import type { VisitInput } from '../../../domain/visit/visit.js';
import { aPayer } from '../../builders/rules.js';
import { outcomeOf, shortlyOf } from './coded-shortly.js';

type Procedure = NonNullable<VisitInput['procedures']>[number];

function billed(procedures: readonly Procedure[], more: Partial<VisitInput> = {}, payer = 'medicare') {
  const outcome = outcomeOf({ facilityType: 'rhc', procedures: [...procedures], ...more }, aPayer(payer));
  const warnings = outcome.kind === 'coded' ? outcome.warnings.map(({ code }) => code) : [];
  return { outcome, short: [shortlyOf(outcome), ...warnings].join(' ') };
}

const visit = { code: '99213' };
const psychotherapy = { code: '90834' };
const october = { dateOfService: '2026-10-01' } as const;

describe('a rural health clinic bills Medicare', () => {
  it.each<[string, readonly Procedure[], Partial<VisitInput>, string]>([
    ['a visit as G2025', [visit], {}, 'G2025-95 @10 institutional-claim'],
    ['a visit with its complexity as one G2025', [visit, { code: 'G2211' }], {}, 'G2025-95 @10 institutional-claim'],
    ['psychotherapy by its code', [psychotherapy], {}, '90834-95 @10 institutional-claim'],
    [
      'psychotherapy beside a visit by their codes',
      [visit, { code: '90833' }],
      {},
      '99213-95 90833-95 @10 institutional-claim',
    ],
    [
      'psychotherapy with its complexity by their codes',
      [psychotherapy, { code: '90785' }],
      {},
      '90834-95 90785-95 @10 institutional-claim',
    ],
    ['a check-in as everybody does', [{ code: '98016' }], {}, '98016 @11'],
    ['psychotherapy from October as before', [psychotherapy], october, '90834-95 @10 institutional-claim'],
    [
      'a visit from October by its code',
      [visit],
      october,
      '99213-95 @10 institutional-claim health-center-codes-to-verify',
    ],
  ])('%s', (_, procedures, more, expected) => {
    expect(billed(procedures, more).short).toBe(expected);
  });

  it('a visit of another payer by its code', () => {
    expect(billed([visit], {}, 'summit-health').short).toBe('99213-95 @10');
  });
});

describe('modifiers of services that become one G2025', () => {
  it('are kept, each one time', () => {
    const both = [
      { code: '99213', modifiers: ['25', 'KX'] },
      { code: 'G2211', modifiers: ['25'] },
    ];
    expect(billed(both).short).toBe('G2025-25-KX-95 @10 institutional-claim');
  });

  it('ask a person which of five go', () => {
    const both = [
      { code: '99213', modifiers: ['25', 'KX', '95'] },
      { code: 'G2211', modifiers: ['59', 'CR'] },
    ];
    const { outcome } = billed(both);
    expect(outcome.kind === 'needs_coder' && outcome.questions).toEqual([
      {
        code: 'modifiers-full',
        severity: 'error',
        message: 'the services that G2025 stands for carry 5 modifiers together: 25, KX, 95, 59, CR',
        location: 'procedures',
        remedy: 'Take those off that do not belong on G2025.',
        source: '837P loop 2400 SV101-3 to SV101-6: four modifiers',
      },
    ]);
  });

  it('take four without asking', () => {
    const both = [
      { code: '99213', modifiers: ['25', 'KX', '95'] },
      { code: 'G2211', modifiers: ['CR'] },
    ];
    expect(billed(both).short).toBe('G2025-25-KX-CR-95 @10 institutional-claim');
  });
});
