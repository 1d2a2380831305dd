import { describe, expect, it } from 'vitest';
import { readFhirResources } from '../../../../domain/visit/fhir/read-fhir-resources.js';
import { visitsFromFhir } from '../../../../domain/visit/fhir/visits-from-fhir.js';
import { visitSchema } from '../../../../domain/visit/visit.js';
import { describeSamples } from '../../../support/shared-samples.js';
import {
  bundleFile,
  codesOf,
  itemAfter,
  itemsOf,
  readOptions,
  sampleFiles,
  sha256Hex,
  videoVisit,
  visitOf,
} from './fhir-samples.js';

describeSamples('real samples', () => {
  it('makes of each of the 48 virtual encounters of three states a visit that passes the visit schema', () => {
    const set = readFhirResources(sampleFiles('fhir-telehealth'));
    const { items } = visitsFromFhir(set, readOptions);
    expect(set.findings).toEqual([]);
    expect(items).toHaveLength(48);
    for (const item of items) expect(visitSchema.safeParse(visitOf(item)).success).toBe(true);
    expect(new Set(items.map((item) => visitOf(item).sourceId)).size).toBe(48);
    expect(items.map((item) => visitOf(item).coverages.length)).toEqual(items.map(() => 1));
  });

  it('reads telephone, video and inferred visits of the samples for what they are', () => {
    const visits = itemsOf(sampleFiles('fhir-telehealth'));
    const audioOnly = visits.filter((item) => visitOf(item).modality === 'audio_only');
    expect(audioOnly).toHaveLength(3);
    const inferred = visits.filter((item) => codesOf(item).includes('fhir-modality-inferred'));
    expect(inferred).toHaveLength(44);
    expect(visits.filter((item) => codesOf(item).includes('fhir-long-visit'))).toHaveLength(3);
  });

  it('warns of the ZIP code 00000 and leaves that address out instead of billing with it', () => {
    const withoutAddress = itemsOf(sampleFiles('fhir-telehealth')).filter((item) => !visitOf(item).patient.address);
    expect(withoutAddress.length).toBeGreaterThan(0);
    for (const item of withoutAddress) expect(codesOf(item)).toContain('fhir-address-incomplete');
  });

  it('says of each of the 61 encounters of a bulk export why it is no claim', () => {
    const items = itemsOf(sampleFiles('fhir'));
    expect(items).toHaveLength(61);
    expect(items.every((item) => item.kind === 'finding' && item.findings.length > 0)).toBe(true);
    const inPerson = items.filter((item) => codesOf(item).includes('fhir-not-telemedicine'));
    expect(inPerson).toHaveLength(60);
    const [virtual] = items.filter((item) => !inPerson.includes(item));
    expect(virtual?.kind === 'finding' && virtual.findings[0]?.location).toContain('visit.clinician.npi');
  });
});

describe('a complete visit', () => {
  it('comes through with every field and no finding', () => {
    const item = itemAfter(() => undefined);
    expect(codesOf(item)).toEqual([]);
    expect(visitOf(item)).toEqual({
      source: 'fhir:unnamed',
      sourceId: 'e1',
      dateOfService: '2026-02-03',
      serviceKind: 'evaluation_and_management',
      modality: 'audio_video',
      totalMinutes: 25,
      patient: {
        firstName: 'Tamsin',
        middleName: 'Rose',
        lastName: 'Yarrow',
        birthDate: '1980-02-29',
        sex: 'F',
        address: { line1: '1 Elm Ct', city: 'Albany', state: 'NY', zip: '12207' },
      },
      patientLocation: { setting: 'home', state: 'NY', zip: '12207' },
      clinician: {
        npi: '1999901014',
        firstName: 'Amara',
        lastName: 'Lindqvist',
        type: 'physician',
        taxonomyCode: '207Q00000X',
      },
      coverages: [{ rank: 'primary', payerName: 'Summit Health', memberId: 'W123456789', relationship: 'self' }],
      diagnoses: [{ system: 'icd-10-cm', code: 'I10' }],
      procedures: [],
      documentation: { present: true, sha256: sha256Hex(Buffer.from('seen by video')) },
    });
  });

  it('is dated by the practice’s time zone, not by UTC', () => {
    const item = itemAfter(({ encounter }) => {
      Object.assign(encounter ?? {}, { period: { start: '2026-02-04T03:30:00Z', end: '2026-02-04T03:50:00Z' } });
    });
    expect(visitOf(item).dateOfService).toBe('2026-02-03');
  });

  it('takes the source’s name from the caller or the identifier system', () => {
    const { encounter, ...others } = videoVisit();
    const identified = { ...encounter, identifier: [{ system: 'https://ehr.example/visits', value: '77' }] };
    const set = readFhirResources([bundleFile([identified, ...Object.values(others)])]);
    expect(visitOf(visitsFromFhir(set, readOptions).items[0] ?? itemAfter(() => undefined)).source).toBe(
      'fhir:ehr.example/visits',
    );
    const named = visitsFromFhir(set, { ...readOptions, sourceName: 'clinic-a' });
    expect(named.items.map((item) => visitOf(item).source)).toEqual(['fhir:clinic-a']);
  });
});

describe('what makes a visit virtual', () => {
  const inPerson = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' };
  const snomedType = (code: string) => [{ coding: [{ system: 'http://snomed.info/sct', code }] }];

  it('is not assumed of an office visit', () => {
    const item = itemAfter(({ encounter }) => {
      Object.assign(encounter ?? {}, { class: inPerson, type: snomedType('185349003') });
    });
    expect(codesOf(item)).toEqual(['fhir-not-telemedicine']);
  });

  it.each(['448337001', '185317003', '453131000124105'])('is the type %s whatever the class says', (code) => {
    const item = itemAfter(({ encounter }) => {
      Object.assign(encounter ?? {}, { class: inPerson, type: snomedType(code) });
    });
    expect(item.kind).toBe('visit');
  });

  it('is a telemedicine procedure, or the virtual-service extension', () => {
    const byProcedure = itemAfter((visit) => {
      Object.assign(visit.encounter ?? {}, { class: inPerson, type: snomedType('185349003') });
      visit.procedure = {
        resourceType: 'Procedure',
        status: 'completed',
        code: snomedType('448337001')[0],
        encounter: { reference: 'Encounter/e1' },
      };
    });
    const byExtension = itemAfter(({ encounter }) => {
      const url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.virtualService';
      Object.assign(encounter ?? {}, { class: inPerson, type: snomedType('185349003'), extension: [{ url }] });
    });
    expect([byProcedure.kind, byExtension.kind]).toEqual(['visit', 'visit']);
  });

  it('is not billed before the encounter is finished', () => {
    const item = itemAfter(({ encounter }) => Object.assign(encounter ?? {}, { status: 'in-progress' }));
    expect(codesOf(item)).toEqual(['fhir-not-finished']);
  });
});

describe('new and established patients', () => {
  const earlier = (start: string) => {
    const { encounter, ...others } = videoVisit();
    const organization = { resourceType: 'Organization', id: 'o1', name: 'Clinic' };
    const at = { serviceProvider: { reference: 'Organization/o1' } };
    const before = { ...encounter, ...at, id: 'e0', class: { code: 'AMB' }, type: [], period: { start } };
    const items = itemsOf([bundleFile([before, { ...encounter, ...at }, organization, ...Object.values(others)])]);
    return items.flatMap((item) => (item.kind === 'visit' ? [item.visit.newPatient] : []));
  };

  it('knows an established patient by an earlier visit with the organisation, even in person', () => {
    expect(earlier('2024-06-01T10:00:00Z')).toEqual([false]);
  });

  it('says nothing when the earlier visit is more than three years back or later', () => {
    expect(earlier('2022-06-01T10:00:00Z')).toEqual([undefined]);
    expect(earlier('2026-06-01T10:00:00Z')).toEqual([undefined]);
  });
});

describe('sets with faults', () => {
  it('tells of a repeated encounter and keeps the first', () => {
    const items = itemsOf([
      bundleFile(Object.values(videoVisit()), 'a.json'),
      bundleFile(Object.values(videoVisit()), 'b.json'),
    ]);
    expect(items.map(({ kind }) => kind)).toEqual(['visit', 'finding']);
    expect(items.slice(1).flatMap(codesOf)).toEqual(['fhir-encounter-repeated']);
  });

  it('keeps two systems apart that both have a Patient/1', () => {
    const second = videoVisit();
    Object.assign(second.patient ?? {}, { name: [{ family: 'Hollis', given: ['Bruno'] }] });
    Object.assign(second.encounter ?? {}, { id: 'e2' });
    const items = itemsOf([
      bundleFile(Object.values(videoVisit()), 'a.json'),
      bundleFile(Object.values(second), 'b.json'),
    ]);
    expect(items.map((item) => visitOf(item).patient.lastName)).toEqual(['Yarrow', 'Hollis']);
  });

  it('guesses no patient when the reference fits two different ones in other files', () => {
    const { patient, ...others } = videoVisit();
    const other = { ...patient, name: [{ family: 'Hollis', given: ['Bruno'] }] };
    const items = itemsOf([
      bundleFile(Object.values(others)),
      bundleFile([patient], 'a.json'),
      bundleFile([other], 'b.json'),
    ]);
    expect(items.flatMap(codesOf)).toEqual(['fhir-encounter-incomplete']);
  });

  it.each([
    ['patient', 'fhir-encounter-incomplete'],
    ['practitioner', 'fhir-clinician-missing'],
    ['role', 'fhir-taxonomy-missing'],
  ])('names what is missing when the %s is not in the set', (part, code) => {
    const item = itemAfter((visit) => {
      delete visit[part];
    });
    expect(item.kind).toBe('finding');
    expect(codesOf(item)).toContain(code);
  });

  it.each([
    ['condition', 'fhir-diagnosis-missing'],
    ['note', 'fhir-note-missing'],
    ['coverage', 'fhir-no-coverage'],
  ])('goes on with a warning when the %s is not in the set', (part, code) => {
    const item = itemAfter((visit) => {
      delete visit[part];
    });
    expect(item.kind).toBe('visit');
    expect(codesOf(item)).toEqual([code]);
  });

  it('makes an encounter of wrong types a finding that points at the field, and reads the others', () => {
    const broken = { ...videoVisit().encounter, id: 'e9', participant: 'Dr. Who' };
    const items = itemsOf([bundleFile([broken, ...Object.values(videoVisit())])]);
    expect(items.map(({ kind, encounterRef }) => [kind, encounterRef])).toEqual([
      ['visit', 'Encounter/e1'],
      ['finding', 'Encounter/e9'],
    ]);
    const findings = items.flatMap((item) => (item.kind === 'finding' ? item.findings : []));
    expect(findings[0]?.location).toBe('bundle.json Bundle.entry[0], Encounter.participant');
  });

  it('names no patient in any finding', () => {
    const item = itemAfter((visit) => {
      Object.assign(visit.patient ?? {}, { birthDate: 'Tamsin', gender: 'Yarrow', address: [{ state: 'Yarrow' }] });
    });
    expect(item.kind).toBe('finding');
    expect(JSON.stringify(item)).not.toMatch(/Tamsin|Yarrow/);
  });
});
