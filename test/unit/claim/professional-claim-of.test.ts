import { describe, expect, test } from 'vitest';
import {
  billingProviderOf,
  lineControlNumber,
  lineNumberOf,
  type ProfessionalClaimInput,
  professionalClaimOf,
} from '../../../domain/claim/professional-claim-of.js';
import { correctVisit } from '../../../domain/claim/claim-correction.js';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { cents } from '../../../domain/kernel/cents.js';
import { npiFromNineDigits } from '../../../domain/kernel/npi.js';
import type { Visit } from '../../../domain/visit/visit.js';
import type { ProfessionalClaim } from '../../../domain/x12/837p/professional-claim.js';
import type { SegmentValues } from '../../../domain/x12/segment-values.js';
import { addClaim } from '../../../domain/x12/837p/write-professional-claim.js';
import { aClaim, aLine, aPayer, aPractice, aVisit } from '../../builders/rules.js';

function segmentsOf(claim: ProfessionalClaim): readonly SegmentValues[] {
  const segments: SegmentValues[] = [];
  addClaim(segments, claim);
  return segments;
}

const input = (overrides: Partial<ProfessionalClaimInput> = {}): ProfessionalClaimInput => ({
  visit: aVisit(),
  coded: aClaim(),
  payer: aPayer(),
  practice: aPractice(),
  patientControlNumber: 'PCN00000000001',
  clearinghouseClaimNumber: 'PCN00000000001S1',
  frequencyCode: '1',
  payerClaimControlNumber: null,
  ...overrides,
});

test('the claim’s charge is the sum of its lines', () => {
  const coded = aClaim({
    lines: [aLine({ chargeCents: cents(100) }), aLine({ lineNumber: 2, chargeCents: cents(23) })],
  });
  expect(professionalClaimOf(input({ coded })).chargeCents).toBe(123);
});

test('a patient who is the subscriber stands once, as the subscriber', () => {
  const claim = professionalClaimOf(input());
  expect(claim.patient).toBeUndefined();
  expect(claim.subscriber).toMatchObject({
    payerResponsibility: 'P',
    party: { lastName: 'Fields', identifier: { qualifier: 'MI' } },
  });
});

test('a dependent stands beneath the subscriber with the relationship', () => {
  const [coverage] = aVisit().coverages;
  if (coverage === undefined) throw new Error('the visit has a coverage');
  const parent = { firstName: 'Cy', lastName: 'Fields', birthDate: '1950-01-01', sex: 'M' as const };
  const visit = aVisit({ coverages: [{ ...coverage, relationship: 'child', subscriber: parent }] });
  const claim = professionalClaimOf(input({ visit }));
  expect(claim.patient).toMatchObject({ relationship: '19', party: { firstName: 'Ada' }, address: { city: 'Albany' } });
  expect(claim.subscriber.party).toMatchObject({ firstName: 'Cy', identifier: { value: coverage.memberId } });
});

test('the payer’s own number goes with a replacement and never with a new claim', () => {
  const known = { payerClaimControlNumber: 'ICN7' };
  expect(professionalClaimOf(input({ ...known, frequencyCode: '7' }))).toMatchObject({
    frequency: '7',
    payerClaimControlNumber: 'ICN7',
  });
  expect(professionalClaimOf(input({ ...known, frequencyCode: '1' }))).not.toHaveProperty('payerClaimControlNumber');
});

test('what the patient paid stands on the claim unless it is nothing', () => {
  expect(professionalClaimOf(input({ visit: aVisit({ patientPaidCents: 2_500 }) }))).toMatchObject({
    patientPaidCents: 2_500,
  });
  expect(professionalClaimOf(input({ visit: aVisit({ patientPaidCents: 0 }) }))).not.toHaveProperty('patientPaidCents');
});

test('a referral of the visit, or of a correction, stands on the claim as REF*9F', () => {
  const visit = correctVisit(aVisit(), [{ referralNumber: 'RF100' }]);
  const coding = { visit, payer: aPayer(), practice: aPractice(), diagnosisCodes: builtInDiagnosisCodeSet };
  const outcome = codeVisit(coding);
  if (outcome.kind !== 'coded') throw new Error('the visit can be coded');
  const claim = professionalClaimOf(input({ coded: outcome.claim }));
  expect(segmentsOf(claim)).toContainEqual(['REF', '9F', 'RF100']);
  expect(claim.referralNumber).toBe('RF100');
  expect(professionalClaimOf(input()).referralNumber).toBeUndefined();
});

describe('the place a service is billed from', () => {
  const address = { line1: '9 Birch Road', city: 'Newark', state: 'NJ', zip: '071024321' } as const;
  const facilityAt = (practiceLocation: NonNullable<Visit['clinicianLocation']>['practiceLocation']) => {
    const clinicianLocation = { state: 'NJ', setting: 'home', ...(practiceLocation && { practiceLocation }) } as const;
    return professionalClaimOf(input({ visit: aVisit({ clinicianLocation }) }));
  };

  test('is named when it is another than the practice’s address, without a number when it has none of its own', () => {
    const claim = facilityAt({ name: 'Newark Office', address });
    expect(segmentsOf(claim)).toEqual(
      expect.arrayContaining([
        expect.arrayContaining(['NM1', '77', '2', 'Newark Office']),
        expect.arrayContaining(['N3', '9 Birch Road']),
        expect.arrayContaining(['N4', 'Newark', 'NJ', '071024321']),
      ]),
    );
    expect(claim.serviceFacility?.party.identifier).toBeUndefined();
    const npi = npiFromNineDigits('199990777');
    const own = facilityAt({ name: 'Newark Office', npi, address }).serviceFacility;
    expect(own?.party.identifier).toEqual({ qualifier: 'XX', value: npi });
    const { npi: ofPractice } = aPractice();
    expect(facilityAt({ name: 'Newark Office', npi: ofPractice, address }).serviceFacility?.party).toEqual({
      kind: 'organization',
      name: 'Newark Office',
    });
  });

  test('is not named when it is the practice’s own, nor is a clinician’s home', () => {
    const { address: own } = aPractice();
    const written = { ...own, line1: own.line1.toUpperCase(), zip: own.zip.slice(0, 5) };
    expect(facilityAt({ name: 'Main Office', address: written }).serviceFacility).toBeUndefined();
    expect(facilityAt(undefined).serviceFacility).toBeUndefined();
    expect(facilityAt({ name: 'Suite', address: { ...own, line2: 'Suite 2' } }).serviceFacility).toBeDefined();
  });
});

test('every line carries a control number that leads back to it', () => {
  const [line] = professionalClaimOf(input()).lines;
  expect(lineNumberOf(line?.lineControlNumber)).toBe(1);
  expect(lineControlNumber('X'.repeat(20), 50).length).toBeLessThanOrEqual(30);
  expect([lineNumberOf('PCNL12'), lineNumberOf('PCN'), lineNumberOf(undefined), lineNumberOf('L123')]).toEqual([
    12,
    null,
    null,
    null,
  ]);
});

test('a visit without coverage has no payer to be sent to', () => {
  expect(() => professionalClaimOf(input({ visit: aVisit({ coverages: [] }) }))).toThrow('without coverage');
});

test('the practice bills under its own number and tax id', () => {
  const practice = aPractice();
  expect(billingProviderOf(practice)).toMatchObject({
    party: { identifier: { qualifier: 'XX', value: practice.npi } },
    taxId: { qualifier: 'EI', value: practice.taxId },
    address: { postalCode: practice.address.zip },
  });
});

test('the payer’s claim office stands on the claim with its number and address, where the profile has one', () => {
  expect(professionalClaimOf(input()).payer).toEqual({
    name: 'Summit Health Plan',
    identifier: { qualifier: 'PI', value: 'SMSUM' },
    references: [],
  });
  expect(professionalClaimOf(input({ payer: aPayer('harbor-health') })).payer).toMatchObject({
    address: { line1: 'PO Box 4170', city: 'Baltimore', state: 'MD', postalCode: '21201' },
    references: [{ qualifier: 'FY', value: '0417' }],
  });
});
