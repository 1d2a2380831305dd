import { describe, expect, it } from 'vitest';
import { readFhirResources } from '../../../../domain/visit/fhir/read-fhir-resources.js';
import { bundleFile, videoVisit } from './fhir-samples.js';

const patientLine = JSON.stringify(videoVisit().patient);

describe('reading FHIR files', () => {
  it.each(['transaction', 'batch', 'collection', 'searchset'])('reads a bundle of type %s', (type) => {
    const text = JSON.stringify({ resourceType: 'Bundle', type, entry: [{ resource: videoVisit().patient }] });
    expect(readFhirResources([{ name: 'a.json', text }]).entries).toHaveLength(1);
  });

  it('reads a single resource, an array of them, and a bundle within a bundle', () => {
    const inner = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: videoVisit().patient }] };
    const files = [
      { name: 'one.json', text: patientLine },
      { name: 'list.json', text: `[${patientLine},${patientLine}]` },
      bundleFile([inner], 'nested.json'),
    ];
    const set = readFhirResources(files);
    expect(set.entries.map(({ location }) => location)).toEqual([
      'one.json',
      'list.json[0]',
      'list.json[1]',
      'nested.json Bundle.entry[0] Bundle.entry[0]',
    ]);
    expect(set.findings).toEqual([]);
  });

  it('reads ndjson line by line, whatever the line ends and the byte order mark', () => {
    const text = `\uFEFF${patientLine}\r\n\r\n${patientLine}\r\n`;
    const set = readFhirResources([{ name: 'Patient.ndjson', text }]);
    expect(set.entries.map(({ location }) => location)).toEqual(['Patient.ndjson line 1', 'Patient.ndjson line 3']);
  });

  it('gives file, line and column of a bad ndjson line and reads the other lines', () => {
    const text = [patientLine, '{"resourceType": "Patient", oops}', patientLine].join('\n');
    const set = readFhirResources([{ name: 'Patient.ndjson', text }]);
    expect(set.entries).toHaveLength(2);
    expect(set.findings.map(({ location }) => location)).toEqual(['Patient.ndjson line 2 column 29']);
  });

  it('gives one finding with line and column for a bundle that is no JSON', () => {
    const text = '{\n  "resourceType": "Bundle",\n  "entry": [,]\n}';
    const set = readFhirResources([{ name: 'a.json', text }]);
    expect(set.findings.map(({ code, location }) => [code, location])).toEqual([
      ['fhir-not-json', 'a.json line 3 column 13'],
    ]);
  });

  it('lists a resource of wrong types with its entry and field, and reads the rest', () => {
    const broken = { ...videoVisit().patient, name: 'Tamsin' };
    const set = readFhirResources([bundleFile([broken, videoVisit().patient])]);
    expect(set.entries).toHaveLength(1);
    expect(set.findings.map(({ location }) => location)).toEqual(['bundle.json Bundle.entry[0], Patient.name']);
    expect(JSON.stringify(set.findings)).not.toContain('Tamsin');
  });

  it('counts resources of other types and lists what is no resource at all', () => {
    const set = readFhirResources([bundleFile([{ resourceType: 'Observation' }, { id: 'x' }, null, 7])]);
    expect(set.ignoredCounts).toEqual({ Observation: 1 });
    expect(set.findings.map(({ code }) => code)).toEqual(Array(3).fill('fhir-not-a-resource'));
  });

  it('says how much a bundle of another type leaves out', () => {
    const text = JSON.stringify({ resourceType: 'Bundle', type: 'history', entry: [{}, {}] });
    const [finding] = readFhirResources([{ name: 'h.json', text }]).findings;
    expect([finding?.code, finding?.message]).toEqual([
      'fhir-unsupported-bundle',
      'bundles of this type are not read; 2 entries left out',
    ]);
  });

  it('says that an empty file is empty', () => {
    const [finding] = readFhirResources([{ name: 'e.json', text: ' \n' }]).findings;
    expect(finding?.code).toBe('fhir-empty-file');
  });

  it('says that a bundle is empty', () => {
    const text = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entr: [{}] });
    const [finding] = readFhirResources([{ name: 'b.json', text }]).findings;
    expect(finding?.code).toBe('fhir-empty-bundle');
  });

  it('stops at bundles nested without end', () => {
    let text = patientLine;
    for (let depth = 0; depth < 50; depth += 1) {
      text = `{"resourceType":"Bundle","type":"batch","entry":[{"resource":${text}}]}`;
    }
    expect(readFhirResources([{ name: 'deep.json', text }]).findings.map(({ code }) => code)).toEqual([
      'fhir-unsupported-bundle',
    ]);
  });
});
