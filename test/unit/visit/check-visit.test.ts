import { expect, test } from 'vitest';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { checkVisit } from '../../../domain/visit/check-visit.js';
import { primaryCoverage } from '../../../domain/visit/primary-coverage.js';
import { visitSchema } from '../../../domain/visit/visit.js';
import { aVisitInput } from '../../builders/visit-input.js';

const today = plainDate('2026-03-10');

function codesOf(overrides: Parameters<typeof aVisitInput>[0]): (string | undefined)[] {
  return checkVisit(visitSchema.parse(aVisitInput(overrides)), today).map(
    (finding) => `${finding.code} ${finding.location}`,
  );
}

const [coverage] = aVisitInput().coverages;
const self = { ...coverage, rank: 'primary', payerName: 'Any', memberId: '1EG4', relationship: 'self' } as const;

test('a visit of today passes', () => {
  expect(codesOf({ dateOfService: '2026-03-10' })).toEqual([]);
});

test('a visit of tomorrow does not', () => {
  expect(codesOf({ dateOfService: '2026-03-11' })).toEqual(['date-of-service-in-future dateOfService']);
});

test('nobody is seen before being born', () => {
  const patient = { ...aVisitInput().patient, birthDate: '2026-03-11' };
  expect(codesOf({ patient })).toEqual(['birth-date-after-service patient.birthDate']);
});

test('a dependent needs the subscriber named, and passes with one', () => {
  const dependent = { ...self, relationship: 'child' } as const;
  expect(codesOf({ coverages: [dependent] })).toEqual(['subscriber-missing coverages.0.subscriber']);
  expect(codesOf({ coverages: [{ ...dependent, subscriber: aVisitInput().patient }] })).toEqual([]);
});

test('coverages have different ranks, one of them primary, and end after they begin', () => {
  expect(codesOf({ coverages: [self, self] })).toEqual(['coverage-rank-repeated coverages.1.rank']);
  expect(codesOf({ coverages: [{ ...self, rank: 'secondary' }] })).toEqual(['primary-coverage-missing coverages']);
  expect(codesOf({ coverages: [{ ...self, from: '2026-02-01', to: '2026-01-31' }] })).toEqual([
    'coverage-period-reversed coverages.0.to',
  ]);
});

test('all that is wrong is told at once', () => {
  const patient = { ...aVisitInput().patient, lastName: 'Fields\u0000' };
  expect(codesOf({ dateOfService: '2027-01-01', patient, coverages: [{ ...self, rank: 'tertiary' }] })).toHaveLength(3);
});

test('the primary coverage is found wherever it stands', () => {
  const visit = visitSchema.parse(aVisitInput({ coverages: [{ ...self, rank: 'secondary' }, self] }));
  expect(primaryCoverage(visit)?.rank).toBe('primary');
  expect(primaryCoverage({ coverages: [] })).toBeNull();
});
