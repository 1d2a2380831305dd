import { describe, expect, it } from 'vitest';
import { itemAfter, type Resource, visitOf } from './fhir-samples.js';

const referralCategory = [{ coding: [{ system: 'http://snomed.info/sct', code: '3457005' }] }];

function request(category: readonly unknown[], value?: string): Resource {
  const identifier = value === undefined ? [] : [{ value }];
  return { resourceType: 'ServiceRequest', id: 'r1', identifier, category };
}

function claim(referral: unknown, type = 'professional'): Resource {
  return {
    resourceType: 'Claim',
    id: 'k1',
    status: 'active',
    type: { coding: [{ code: type }] },
    referral,
    item: [{ sequence: 1, productOrService: {}, encounter: [{ reference: 'Encounter/e1' }] }],
  };
}

const numberOf = (change: Parameters<typeof itemAfter>[0]) => visitOf(itemAfter(change)).referralNumber;

describe('the referral number of a FHIR visit', () => {
  it('stands in the claim’s reference, or in the ServiceRequest it leads to', () => {
    expect(numberOf((visit) => void (visit.claim = claim({ identifier: { value: ' RF100 ' } })))).toBe('RF100');
    expect(
      numberOf((visit) => {
        visit.claim = claim({ reference: 'ServiceRequest/r1' });
        visit.request = request([], 'RF200');
      }),
    ).toBe('RF200');
  });

  it('is that of the referral the encounter is based on, never of another order', () => {
    const basedOn = (category: readonly unknown[]) =>
      numberOf((visit) => {
        Object.assign(visit.encounter ?? {}, { basedOn: [{ reference: 'ServiceRequest/r1' }] });
        visit.request = request(category, 'RF300');
      });
    expect(basedOn(referralCategory)).toBe('RF300');
    expect(basedOn([])).toBeUndefined();
  });

  it('is not taken from a pharmacy’s claim, and is none when no number is given', () => {
    expect(
      numberOf((visit) => void (visit.claim = claim({ identifier: { value: 'RF1' } }, 'pharmacy'))),
    ).toBeUndefined();
    expect(
      numberOf((visit) => {
        visit.claim = claim({ reference: 'ServiceRequest/r1' });
        visit.request = request(referralCategory);
      }),
    ).toBeUndefined();
  });
});
