import { expect, test } from 'vitest';
import { defaultPayerProfiles } from '../../../domain/payer/default-payer-profiles.js';
import { remittancePayer } from '../../../domain/remittance/remittance-payer.js';

const summit = defaultPayerProfiles.find((profile) => profile.code === 'summit-health');
const id = summit?.electronicPayerId ?? '';

function codeOf(name: string, rest: { identifier?: string; reference?: string } = {}, profiles = defaultPayerProfiles) {
  const payer = {
    name,
    ...(rest.identifier === undefined ? {} : { identifier: { qualifier: 'XV', value: rest.identifier } }),
    references: rest.reference === undefined ? [] : [{ qualifier: '2U', value: rest.reference }],
  };
  return remittancePayer(profiles, payer)?.code ?? null;
}

test('the payer’s id decides, wherever it stands, before the name', () => {
  expect(codeOf('UNITY CARE', { identifier: id })).toBe('summit-health');
  expect(codeOf('UNITY CARE', { reference: id.toLowerCase() })).toBe('summit-health');
});

test('without a known id the name decides', () => {
  expect(codeOf('SUMMIT HEALTH')).toBe('summit-health');
  expect(codeOf('Summit Health', { identifier: '99999' })).toBe('summit-health');
});

test('a payer that nothing names, or that several profiles name, is none', () => {
  expect(codeOf('NOBODY KNOWS')).toBeNull();
  expect(codeOf('MEDICAID')).toBeNull();
});

test('among profiles that share an id the name decides', () => {
  const twins = defaultPayerProfiles.map((profile) =>
    profile.code === 'unity-care' ? { ...profile, electronicPayerId: id } : profile,
  );
  expect(codeOf('UNITY CARE', { identifier: id }, twins)).toBe('unity-care');
  expect(codeOf('SOMETHING ELSE', { identifier: id }, twins)).toBeNull();
});
