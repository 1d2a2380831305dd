import { describe, expect, it } from 'vitest';
import { codesOf, itemAfter, visitOf } from './fhir-samples.js';

const snomedType = (...codes: string[]) => [
  { coding: codes.map((code) => ({ system: 'http://snomed.info/sct', code })) },
];
const taxonomy = (code: string) => ({
  specialty: [{ coding: [{ system: 'http://nucc.org/provider-taxonomy', code }] }],
});
const cpt = (code: string) => ({ coding: [{ system: 'http://www.ama-assn.org/go/cpt', code }] });

describe('modality', () => {
  it('is audio-only for a telephone encounter, and asks for the reason', () => {
    const item = itemAfter(({ encounter }) => Object.assign(encounter ?? {}, { type: snomedType('185317003') }));
    expect(visitOf(item).modality).toBe('audio_only');
    expect(codesOf(item)).toEqual(['fhir-audio-only-reason']);
  });

  it('is video with a warning when no code says', () => {
    const item = itemAfter(({ encounter }) => Object.assign(encounter ?? {}, { type: snomedType('390906007') }));
    expect(visitOf(item).modality).toBe('audio_video');
    expect(codesOf(item)).toEqual(['fhir-modality-inferred']);
  });

  it('warns of types that contradict each other', () => {
    const type = snomedType('185317003', '453131000124105');
    const item = itemAfter(({ encounter }) => Object.assign(encounter ?? {}, { type }));
    expect(codesOf(item)).toEqual(['fhir-modality-conflict']);
  });
});

describe('duration', () => {
  const withPeriod = (period: unknown) => itemAfter(({ encounter }) => Object.assign(encounter ?? {}, { period }));

  it('is believed up to 90 minutes and warned of beyond', () => {
    const start = '2026-02-03T15:00:00Z';
    expect(codesOf(withPeriod({ start, end: '2026-02-03T16:30:00Z' }))).toEqual([]);
    const long = withPeriod({ start, end: '2026-02-03T16:53:00Z' });
    expect([visitOf(long).totalMinutes, ...codesOf(long)]).toEqual([113, 'fhir-long-visit']);
  });

  it.each([
    ['an end before the start', { start: '2026-02-03T15:00:00Z', end: '2026-02-03T14:00:00Z' }, 'fhir-bad-duration'],
    ['days', { start: '2026-02-03T15:00:00Z', end: '2026-02-09T15:00:00Z' }, 'fhir-bad-duration'],
    ['no end', { start: '2026-02-03T15:00:00Z' }, 'fhir-no-duration'],
    ['a date without time', { start: '2026-02-03', end: '2026-02-03' }, 'fhir-no-duration'],
  ])('is left out for %s', (_, period, code) => {
    const item = withPeriod(period);
    expect([visitOf(item).totalMinutes, ...codesOf(item)]).toEqual([undefined, code]);
  });

  it('is the sum of the procedures when the encounter has no end', () => {
    const item = itemAfter((visit) => {
      Object.assign(visit.encounter ?? {}, { period: { start: '2026-02-03T15:00:00Z' } });
      const performedPeriod = { start: '2026-02-03T15:00:00Z', end: '2026-02-03T15:12:00Z' };
      visit.procedure = { resourceType: 'Procedure', performedPeriod, encounter: { reference: 'Encounter/e1' } };
    });
    expect(visitOf(item).totalMinutes).toBe(12);
  });

  it.each([['nonsense'], ['2026-02-30'], ['2026'], [undefined]])('never dates a visit by %s', (start) => {
    expect(codesOf(withPeriod({ start }))).toEqual(['fhir-encounter-incomplete']);
  });
});

describe('kind of service', () => {
  it('is what the source coded', () => {
    const item = itemAfter((visit) => {
      const encounter = { reference: 'Encounter/e1' };
      visit.procedure = { resourceType: 'Procedure', status: 'completed', code: cpt('90834'), encounter };
    });
    expect(visitOf(item)).toMatchObject({ serviceKind: 'psychotherapy', procedures: [{ code: '90834', units: 1 }] });
  });

  it('keeps modifiers and units of the source’s claim lines', () => {
    const item = itemAfter((visit) => {
      visit.claim = {
        resourceType: 'Claim',
        item: [
          {
            sequence: 1,
            productOrService: cpt('99213'),
            modifier: [{ coding: [{ code: '25' }] }],
            quantity: { value: 2 },
            encounter: [{ reference: 'Encounter/e1' }],
          },
        ],
      };
    });
    expect(visitOf(item).procedures).toEqual([{ code: '99213', modifiers: ['25'], units: 2 }]);
  });

  it('is unknown for a clinician who bills no evaluation and management', () => {
    const item = itemAfter(({ role }) => Object.assign(role ?? {}, taxonomy('1041C0700X')));
    expect(visitOf(item)).toMatchObject({ serviceKind: 'unknown', clinician: { type: 'clinical_social_worker' } });
    expect(codesOf(item)).toEqual(['fhir-service-kind-unknown']);
  });

  it('is assumed with a warning for a physician when no code says', () => {
    const item = itemAfter(({ encounter }) => Object.assign(encounter ?? {}, { type: [] }));
    expect(visitOf(item).serviceKind).toBe('evaluation_and_management');
    expect(codesOf(item)).toContain('fhir-service-kind-inferred');
  });
});

describe('patient location', () => {
  const clinic = (managingOrganization?: unknown) => ({
    resourceType: 'Location',
    id: 'l1',
    name: 'Riverside School',
    address: { state: 'NJ', postalCode: '08608' },
    managingOrganization,
  });

  it('is elsewhere, in that place’s state, when the encounter says so', () => {
    const item = itemAfter((visit) => {
      visit.place = clinic();
      Object.assign(visit.encounter ?? {}, { location: [{ location: { reference: 'Location/l1' } }] });
    });
    expect(visitOf(item).patientLocation).toEqual({ setting: 'other', state: 'NJ', zip: '08608' });
  });

  it('is taken to be home, with a warning, when the place named is the clinician’s own', () => {
    const item = itemAfter((visit) => {
      const owner = { reference: 'Organization/o1' };
      visit.organization = { resourceType: 'Organization', id: 'o1', name: 'Clinic' };
      visit.place = clinic(owner);
      Object.assign(visit.encounter ?? {}, {
        location: [{ location: { reference: 'Location/l1' } }],
        serviceProvider: owner,
      });
    });
    expect(visitOf(item).patientLocation).toEqual({ setting: 'home', state: 'NY', zip: '12207' });
    expect(codesOf(item)).toEqual(['fhir-patient-location-inferred']);
  });

  it('refuses a visit when the state is not known', () => {
    const item = itemAfter(({ patient }) => Object.assign(patient ?? {}, { address: [] }));
    expect(item.kind).toBe('finding');
    expect(codesOf(item)).toContain('fhir-patient-state-missing');
  });
});
