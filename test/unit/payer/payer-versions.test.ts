import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { placePayerVersion } from '../../../domain/payer/place-payer-version.js';
import { nearestProfiles } from '../../../domain/payer/profile-in-force.js';
import { resolvePayerOnDate } from '../../../domain/payer/resolve-payer-on-date.js';
import { aPayer } from '../../builders/rules.js';

function version(from: string | undefined, to: string | undefined, code = 'unity-care') {
  return aPayer(code, {
    ...(from === undefined ? {} : { effectiveFrom: plainDate(from) }),
    ...(to === undefined ? {} : { effectiveTo: plainDate(to) }),
  });
}

describe('placePayerVersion', () => {
  it('ends an earlier version without an end on the day before', () => {
    const placed = placePayerVersion([version(undefined, undefined)], version('2026-01-01', undefined));
    expect(placed).toMatchObject({
      ok: true,
      value: { outcome: 'added', before: null, ended: { after: { effectiveTo: '2025-12-31' } }, warnings: [] },
    });
  });

  it('lets a version without an end last until the next begins, also when that one was there first', () => {
    const next = version('2026-06-01', undefined);
    const written = version('2026-01-01', undefined);
    const placed = placePayerVersion([next], written);
    expect(placed).toMatchObject({ value: { outcome: 'added', version: { effectiveTo: '2026-05-31' }, ended: null } });
    if (!placed.ok) throw new Error('it was refused');
    expect(placePayerVersion(placed.value.versions, written)).toMatchObject({ value: { outcome: 'unchanged' } });
  });

  it('replaces the version of the same first day, and knows when nothing changes', () => {
    const old = version('2026-01-01', undefined);
    expect(placePayerVersion([old], { ...old, filingLimitDays: 30 })).toMatchObject({
      value: { outcome: 'replaced', before: old, ended: null },
    });
    const { code, ...rest } = old;
    expect(placePayerVersion([old], { ...rest, code })).toMatchObject({ value: { outcome: 'unchanged' } });
  });

  it('refuses an overlap with a version that has an end, or that begins later, and says which days are free', () => {
    const later = version('2026-06-01', undefined);
    expect(placePayerVersion([later], version('2026-01-01', '2026-06-01'))).toMatchObject({
      ok: false,
      error: { code: 'payer-version-overlap', remedy: expect.stringContaining('2026-05-31') as unknown },
    });
    const ended = version('2026-01-01', '2026-06-30');
    expect(placePayerVersion([ended], version('2026-06-30', undefined))).toMatchObject({
      ok: false,
      error: { remedy: expect.stringContaining('after 2026-06-30') as unknown },
    });
    expect(placePayerVersion([ended], version('2026-07-01', undefined))).toMatchObject({ ok: true });
  });

  it('refuses a longer version in place of one when it would run into the next', () => {
    const versions = [version('2026-01-01', '2026-06-30'), version('2026-07-01', undefined)];
    expect(placePayerVersion(versions, version('2026-01-01', '2026-07-01'))).toMatchObject({ ok: false });
    expect(placePayerVersion(versions, version('2026-01-01', '2026-05-31'))).toMatchObject({
      ok: true,
      value: {
        outcome: 'replaced',
        warnings: [{ message: 'no version of unity-care is in force from 2026-06-01 to 2026-06-30' }],
      },
    });
  });
});

describe('nearestProfiles', () => {
  it('gives one profile a payer: in force, else the last that began, else the first to come', () => {
    const profiles = [
      version('2024-01-01', '2024-12-31'),
      version('2026-01-01', undefined),
      version('2027-01-01', undefined, 'medicare'),
    ];
    const startsOn = (on: string) => nearestProfiles(profiles, plainDate(on)).map((each) => each.effectiveFrom);
    expect(startsOn('2024-06-01')).toEqual(['2024-01-01', '2027-01-01']);
    expect(startsOn('2025-06-01')).toEqual(['2024-01-01', '2027-01-01']);
    expect(startsOn('2026-06-01')).toEqual(['2026-01-01', '2027-01-01']);
  });
});

describe('resolvePayerOnDate', () => {
  const versions = [version('2025-01-01', '2025-12-31'), version('2026-07-01', undefined), aPayer('medicare')];
  const resolve = (payerName: string, on: string) => resolvePayerOnDate(versions, { payerName }, plainDate(on));

  it('gives the version in force on the date of service', () => {
    expect(resolve('Unity Care', '2025-12-31')).toMatchObject({ profile: { effectiveFrom: '2025-01-01' } });
    expect(resolve('Unity Care', '2026-07-01')).toMatchObject({ profile: { effectiveFrom: '2026-07-01' } });
  });

  it('a payer without a version on that day is named with what to load; an unknown one stays unknown', () => {
    expect(resolve('Unity Care', '2026-01-01')).toMatchObject({
      kind: 'not_in_force',
      payerCode: 'unity-care',
      finding: { code: 'payer-not-in-force', location: 'coverages[].payerName' },
    });
    expect(resolve('Nobody', '2026-01-01')).toMatchObject({ kind: 'unknown', finding: { code: 'payer-unknown' } });
  });

  it('a name that several payers in force share is ambiguous, not out of force', () => {
    const twins = [aPayer('ny-medicaid'), aPayer('tx-medicaid')];
    expect(resolvePayerOnDate(twins, { payerName: 'Medicaid' }, plainDate('2026-01-01'))).toMatchObject({
      kind: 'unknown',
      finding: { code: 'payer-ambiguous' },
    });
  });
});
