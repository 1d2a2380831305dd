import { describe, expect, it } from 'vitest';
import { readFhirResources } from '../../../../domain/visit/fhir/read-fhir-resources.js';
import { ReferenceIndex } from '../../../../domain/visit/fhir/reference-index.js';
import type { FhirReference } from '../../../../domain/visit/fhir/fhir-elements.js';

const npi = 'http://hl7.org/fhir/sid/us-npi';
const practitioner = { resourceType: 'Practitioner', id: 'd1', identifier: [{ system: npi, value: '1999901014' }] };
const contained = { resourceType: 'Practitioner', id: 'inside' };

function indexOf(practitioners: readonly object[], fullUrl = 'urn:uuid:1') {
  const encounter = { resourceType: 'Encounter', id: 'e1', contained: [contained] };
  const entry = [...practitioners.map((resource) => ({ fullUrl, resource })), { resource: encounter }];
  const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
  const set = readFhirResources([{ name: 'a.json', text: bundle }]);
  const index = new ReferenceIndex(set);
  const [from] = index.every('Encounter');
  if (!from) throw new Error('the sample has an encounter');
  return (reference: FhirReference) => index.resolve(reference, from, 'Practitioner').kind;
}

describe('references', () => {
  it.each([
    [{ reference: 'urn:uuid:1' }],
    [{ reference: 'Practitioner/d1' }],
    [{ reference: 'Practitioner/d1/_history/4' }],
    [{ reference: 'https://ehr.example/fhir/Practitioner/d1' }],
    [{ reference: `Practitioner?identifier=${npi}|1999901014` }],
    [{ reference: `Practitioner?identifier=${encodeURIComponent(`${npi}|1999901014`)}` }],
    [{ reference: 'Practitioner?identifier=1999901014' }],
    [{ identifier: { system: npi, value: '1999901014' } }],
    [{ reference: '#inside' }],
  ])('are followed as %j', (reference) => {
    expect(indexOf([practitioner])(reference)).toBe('found');
  });

  it.each([
    [{}],
    [{ reference: 'Practitioner/d2' }],
    [{ reference: 'Patient/d1' }],
    [{ reference: '#d1' }],
    [{ reference: `Practitioner?identifier=${npi}|1234567893` }],
    [{ reference: 'Practitioner?identifier=%E0%A4%A' }],
    [{ reference: 'Practitioner?name=Who' }],
  ])('lead nowhere as %j', (reference) => {
    expect(indexOf([practitioner])(reference)).toBe('missing');
  });

  it('are ambiguous when they fit two different resources, and are not when the two are equal', () => {
    const reference = { reference: `Practitioner?identifier=${npi}|1999901014` };
    const named = { ...practitioner, id: 'd2', name: [{ family: 'Other' }] };
    expect(indexOf([practitioner, named])(reference)).toBe('ambiguous');
    expect(indexOf([practitioner, { ...practitioner, id: 'd2' }])(reference)).toBe('found');
  });
});
