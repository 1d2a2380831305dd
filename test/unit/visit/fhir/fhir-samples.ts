import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirFile } from '../../../../domain/visit/fhir/fhir-resource-set.js';
import { readFhirResources } from '../../../../domain/visit/fhir/read-fhir-resources.js';
import { type FhirIntakeItem, visitsFromFhir } from '../../../../domain/visit/fhir/visits-from-fhir.js';
import { readSample, samplesFolder } from '../../../support/shared-samples.js';

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const readOptions = { timeZone: 'America/New_York', sha256Hex } as const;

/** Every file of a folder of real samples. */
export function sampleFiles(folder: 'fhir' | 'fhir-telehealth'): FhirFile[] {
  const names = readdirSync(join(samplesFolder, folder));
  return names.map((name) => ({ name, text: readSample(folder, name).toString('utf8') }));
}

export type Resource = { resourceType: string } & Record<string, unknown>;

const snomed = 'http://snomed.info/sct';
const npiSystem = 'http://hl7.org/fhir/sid/us-npi';

/** A complete telemedicine visit, resource by resource, that gives a visit without findings. */
export function videoVisit(): Record<string, Resource> {
  return {
    patient: {
      resourceType: 'Patient',
      id: 'p1',
      name: [{ use: 'official', family: 'Yarrow', given: ['Tamsin', 'Rose'] }],
      gender: 'female',
      birthDate: '1980-02-29',
      address: [{ use: 'home', line: ['1 Elm Ct'], city: 'Albany', state: 'NY', postalCode: '12207' }],
    },
    practitioner: {
      resourceType: 'Practitioner',
      id: 'd1',
      identifier: [{ system: npiSystem, value: '1999901014' }],
      name: [{ family: 'Lindqvist', given: ['Amara'] }],
    },
    role: {
      resourceType: 'PractitionerRole',
      id: 'r1',
      practitioner: { reference: 'Practitioner/d1' },
      specialty: [{ coding: [{ system: 'http://nucc.org/provider-taxonomy', code: '207Q00000X' }] }],
    },
    coverage: {
      resourceType: 'Coverage',
      id: 'c1',
      status: 'active',
      beneficiary: { reference: 'Patient/p1' },
      subscriberId: 'W123456789',
      relationship: { coding: [{ code: 'self' }] },
      payor: [{ display: 'Summit Health' }],
      order: 1,
    },
    encounter: {
      resourceType: 'Encounter',
      id: 'e1',
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'VR' },
      type: [{ coding: [{ system: snomed, code: '453131000124105' }] }],
      subject: { reference: 'Patient/p1' },
      participant: [{ individual: { reference: 'Practitioner/d1' } }],
      period: { start: '2026-02-03T15:00:00-05:00', end: '2026-02-03T15:25:00-05:00' },
      location: [{ location: { display: 'Patient’s home' } }],
    },
    condition: {
      resourceType: 'Condition',
      id: 'x1',
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10' }] },
      encounter: { reference: 'Encounter/e1' },
    },
    note: {
      resourceType: 'DocumentReference',
      id: 'n1',
      status: 'current',
      content: [{ attachment: { data: Buffer.from('seen by video').toString('base64') } }],
      context: { encounter: [{ reference: 'Encounter/e1' }] },
    },
  };
}

/** The resources as one collection bundle. */
export function bundleFile(resources: readonly unknown[], name = 'bundle.json'): FhirFile {
  const entry = resources.map((resource) => ({ resource }));
  return { name, text: JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }) };
}

export function itemsOf(files: readonly FhirFile[]): FhirIntakeItem[] {
  return visitsFromFhir(readFhirResources(files), readOptions).items;
}

/** The only item of a set made of the sample visit after some changes. */
export function itemAfter(change: (visit: Record<string, Resource>) => void): FhirIntakeItem {
  const resources = videoVisit();
  change(resources);
  const [item, ...others] = itemsOf([bundleFile(Object.values(resources))]);
  if (!item || others.length > 0) throw new Error('the set must hold one encounter');
  return item;
}

export function codesOf(item: FhirIntakeItem): string[] {
  return (item.kind === 'visit' ? item.warnings : item.findings).map(({ code }) => code);
}

export function visitOf(item: FhirIntakeItem) {
  if (item.kind === 'visit') return item.visit;
  throw new Error(`no visit: ${item.findings.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
}
