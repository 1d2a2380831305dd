import { describe, expect, it } from 'vitest';
import type { ClaimVerdict } from '../../../domain/rescrub/claim-verdict.js';
import { storedVerdict } from '../../../domain/rescrub/stored-verdict.js';
import { verdictChange } from '../../../domain/rescrub/verdict-change.js';
import { cents } from '../../../domain/kernel/cents.js';
import { aClaim, aLine } from '../../builders/rules.js';

const claim = aClaim({ lines: [aLine({ chargeCents: cents(12_000) })] });
const dearer = aClaim({ lines: [aLine({ procedureCode: '99214', chargeCents: cents(15_000) })] });
const payable: ClaimVerdict = { kind: 'payable', claim };
const held: ClaimVerdict = { kind: 'held', claim, reasons: [{ code: 'note-missing', message: 'no note' }] };
const waiting: ClaimVerdict = { kind: 'needs_coder', reasons: [{ code: 'kind-unknown', message: 'which?' }] };

describe('the change from one verdict to another', () => {
  it('is worth the whole charge when a held claim may go, and names what held it', () => {
    expect(verdictChange(held, payable)).toMatchObject({
      kind: 'payable_now',
      effectCents: 12_000,
      reasons: [{ code: 'note-missing' }],
    });
    expect(verdictChange(waiting, payable)).toMatchObject({ kind: 'payable_now', effectCents: 12_000 });
  });

  it('costs the whole charge when a claim would be held, and names what holds it', () => {
    expect(verdictChange(payable, held)).toMatchObject({ kind: 'held_now', effectCents: -12_000 });
    expect(verdictChange(payable, waiting)).toMatchObject({ kind: 'held_now', reasons: [{ code: 'kind-unknown' }] });
  });

  it('is worth the difference when a claim would go with other codes, and shows both', () => {
    expect(verdictChange(payable, { kind: 'payable', claim: dearer })).toMatchObject({
      kind: 'recoded',
      effectCents: 3_000,
      before: '99213-95 at 10 for I10',
      after: '99214-95 at 10 for I10',
    });
  });

  it.each<[string, Parameters<typeof aClaim>[0]]>([
    ['place of service', { lines: claim.lines, placeOfService: '02' }],
    ['diagnosis', { lines: claim.lines, diagnoses: ['E119'] }],
    ['number of diagnoses', { lines: claim.lines, diagnoses: ['I10', 'E119'] }],
    ['modifier', { lines: claim.lines.map((line) => ({ ...line, modifiers: ['93'] })) }],
    ['units', { lines: claim.lines.map((line) => ({ ...line, units: 2 })) }],
    ['number of lines', { lines: [...claim.lines, ...claim.lines] }],
  ])('is told when nothing but the %s is another', (_, sketch) => {
    expect(verdictChange(payable, { kind: 'payable', claim: aClaim(sketch) })).toMatchObject({ kind: 'recoded' });
  });

  it('is none when a claim goes as before, or stays held for whatever reason', () => {
    expect(verdictChange(payable, payable)).toBeNull();
    expect(verdictChange(held, waiting)).toBeNull();
  });
});

describe('what was decided of a stored claim', () => {
  const progress = {
    stage: 'adjudication',
    attention: 'none',
    insuranceOutcome: 'pending',
    submissionNumber: 1,
    coded: claim,
  } as const;
  it.each([
    [{}, 'payable'],
    [{ stage: 'submission', submissionNumber: 0 }, 'payable'],
    [{ stage: 'scrubbing', submissionNumber: 0, attention: 'biller' }, 'held'],
    [{ stage: 'coding', submissionNumber: 0, attention: 'coder', coded: null }, 'needs_coder'],
    [{ stage: 'scrubbing', submissionNumber: 0 }, undefined],
    [{ stage: 'eligibility', submissionNumber: 0, coded: null }, undefined],
    [{ insuranceOutcome: 'void' }, undefined],
  ] as const)('with %j it is %s', (overrides, kind) => {
    expect(storedVerdict({ ...progress, ...overrides })?.kind).toBe(kind);
  });
});
