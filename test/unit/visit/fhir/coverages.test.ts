import { describe, expect, it } from 'vitest';
import { codesOf, itemAfter, type Resource, visitOf } from './fhir-samples.js';

function claim(insurance: readonly unknown[], type = 'professional'): Resource {
  return {
    resourceType: 'Claim',
    id: `k-${type}`,
    status: 'active',
    type: { coding: [{ code: type }] },
    insurance: insurance.map((coverage, index) => ({ sequence: index + 1, focal: true, coverage })),
    item: [{ sequence: 1, productOrService: {}, encounter: [{ reference: 'Encounter/e1' }] }],
  };
}

describe('coverages of a FHIR visit', () => {
  it('rank by order, primary first', () => {
    const item = itemAfter((visit) => {
      visit.second = {
        ...visit.coverage,
        id: 'c2',
        resourceType: 'Coverage',
        order: 2,
        payor: [{ display: 'Medicaid' }],
      };
      visit.coverage = { ...visit.second, id: 'c1', order: 1, payor: [{ display: 'Medicare' }] };
    });
    expect(visitOf(item).coverages.map(({ rank, payerName }) => [rank, payerName])).toEqual([
      ['primary', 'Medicare'],
      ['secondary', 'Medicaid'],
    ]);
  });

  it('refuse a visit whose coverage has no member id, rather than bill the patient', () => {
    const item = itemAfter(({ coverage }) => Object.assign(coverage ?? {}, { subscriberId: undefined }));
    expect(item.kind).toBe('finding');
    expect(codesOf(item)).toContain('fhir-member-id-missing');
  });

  it('are none when the source’s claim says NO_INSURANCE', () => {
    const item = itemAfter((visit) => {
      delete visit.coverage;
      visit.claim = claim([{ display: 'NO_INSURANCE' }]);
    });
    expect(visitOf(item).coverages).toEqual([]);
    expect(codesOf(item)).toEqual(['fhir-no-coverage']);
  });

  it('come from Claim.insurance when no Coverage names the patient', () => {
    const item = itemAfter((visit) => {
      Object.assign(visit.coverage ?? {}, { beneficiary: undefined });
      visit.claim = claim([{ reference: 'Coverage/c1' }]);
    });
    expect(visitOf(item).coverages.map(({ memberId }) => memberId)).toEqual(['W123456789']);
  });

  it('are not taken from the claim of a pharmacy', () => {
    const item = itemAfter((visit) => {
      delete visit.coverage;
      visit.claim = claim([{ display: 'Drug Plan' }], 'pharmacy');
    });
    expect(visitOf(item).coverages).toEqual([]);
  });

  it('name a payer without a member id as an error, not as no insurance', () => {
    const item = itemAfter((visit) => {
      delete visit.coverage;
      visit.claim = claim([{ display: 'Medicare' }]);
    });
    expect(codesOf(item)).toEqual(['fhir-member-id-missing']);
  });

  it('warn when the claim contradicts a coverage in force', () => {
    const item = itemAfter((visit) => {
      visit.claim = claim([{ display: 'NO_INSURANCE' }]);
    });
    expect(codesOf(item)).toEqual(['fhir-insurance-conflict']);
  });

  it('leave out one that ended before the visit when another is in force', () => {
    const item = itemAfter((visit) => {
      visit.old = { ...visit.coverage, id: 'c0', resourceType: 'Coverage', order: 0, period: { end: '2025-12-31' } };
    });
    expect(visitOf(item).coverages).toHaveLength(1);
  });

  it('keep one that is out of force, with a warning, when there is no other', () => {
    const item = itemAfter(({ coverage }) => Object.assign(coverage ?? {}, { period: { end: '2025-12-31' } }));
    expect(visitOf(item).coverages).toHaveLength(1);
    expect(codesOf(item)).toEqual(['fhir-coverage-not-in-force']);
  });

  it('carry the subscriber of a dependent, or refuse without one', () => {
    const child = { relationship: { coding: [{ code: 'child' }] }, subscriber: { reference: 'RelatedPerson/s1' } };
    const alone = itemAfter(({ coverage }) => Object.assign(coverage ?? {}, child));
    expect(codesOf(alone)).toEqual(['fhir-subscriber-missing']);
    const together = itemAfter((visit) => {
      Object.assign(visit.coverage ?? {}, child);
      visit.parent = { ...visit.patient, resourceType: 'RelatedPerson', id: 's1', birthDate: '1960-01-01' };
    });
    expect(visitOf(together).coverages[0]).toMatchObject({
      relationship: 'child',
      subscriber: { firstName: 'Tamsin', birthDate: '1960-01-01' },
    });
  });
});
