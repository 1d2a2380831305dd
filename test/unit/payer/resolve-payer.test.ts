import { describe, expect, it } from 'vitest';
import { defaultPayerProfiles } from '../../../domain/payer/default-payer-profiles.js';
import { payerProfileSchema } from '../../../domain/payer/payer-profile.js';
import { resolvePayer } from '../../../domain/payer/resolve-payer.js';

function codeOf(reference: Parameters<typeof resolvePayer>[1]): string {
  const resolved = resolvePayer(defaultPayerProfiles, reference);
  return resolved.ok ? resolved.value.code : resolved.error.code;
}

describe('resolvePayer', () => {
  it.each([
    ['Medicare', 'medicare'],
    ['Dual Eligible', 'medicare'],
    ['Anthem', 'summit-health'],
    ['Blue Cross Blue Shield', 'prairie-blue'],
    ['  blue-cross  BLUE shield ', 'prairie-blue'],
    ['NO_INSURANCE', 'self-pay'],
    ['Humana', 'liberty-advantage'],
    ['SMCOB', 'cobalt-mutual'],
    ['Nobody Mutual', 'payer-unknown'],
    ['', 'payer-unknown'],
  ])('resolves the name %j to %s', (payerName, expected) => {
    expect(codeOf({ payerName })).toBe(expected);
  });

  it('takes a payer code or an electronic payer id before any name', () => {
    expect(codeOf({ payerCode: 'unity-care', payerName: 'Medicare' })).toBe('unity-care');
    expect(codeOf({ payerCode: 'smuni', payerName: 'Medicare' })).toBe('unity-care');
  });

  it('does not fall back to the name when the payer code is unknown', () => {
    expect(codeOf({ payerCode: 'no-such-payer', payerName: 'Medicare' })).toBe('payer-unknown');
  });

  it('tells the Medicaid programs apart by state and asks when it can not', () => {
    expect(codeOf({ payerName: 'Medicaid', state: 'TX' })).toBe('tx-medicaid');
    expect(codeOf({ payerName: 'Medicaid' })).toBe('payer-ambiguous');
    expect(codeOf({ payerName: 'Medicaid', state: 'WY' })).toBe('payer-ambiguous');
  });
});

describe('defaultPayerProfiles', () => {
  it('holds valid profiles with distinct codes and electronic payer ids, each with a source', () => {
    for (const profile of defaultPayerProfiles) expect(payerProfileSchema.parse(profile)).toEqual(profile);
    expect(new Set(defaultPayerProfiles.map((profile) => profile.code)).size).toBe(defaultPayerProfiles.length);
    expect(new Set(defaultPayerProfiles.map((profile) => profile.electronicPayerId)).size).toBe(
      defaultPayerProfiles.length,
    );
    expect(defaultPayerProfiles.every((profile) => profile.source !== '')).toBe(true);
  });
});
