import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../domain/visit/fhir/decode-base64.js';
import { jsonErrorOffset } from '../../domain/visit/fhir/json-error-offset.js';
import { readFhirResources } from '../../domain/visit/fhir/read-fhir-resources.js';
import { visitsFromFhir } from '../../domain/visit/fhir/visits-from-fhir.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { describeSamples } from '../support/shared-samples.js';
import { bundleFile, readOptions, sampleFiles, videoVisit } from '../unit/visit/fhir/fhir-samples.js';

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children = Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return path.length === 0 ? children : [path, ...children];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((child, index) => (String(index) === String(key) ? replaced(child, rest, by) : child));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, name === String(key) ? replaced(child, rest, by) : child]),
  );
}

const resources = Object.values(videoVisit());
const paths = pathsOf(resources);
const mutation = fc.record({ path: fc.constantFrom(...paths), by: fc.oneof(fc.jsonValue(), fc.constant(undefined)) });

describe('FHIR intake', () => {
  it('never throws on mutated bundles and makes of every encounter exactly one item', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const mutated = mutations.reduce<unknown>((value, { path, by }) => replaced(value, path, by), resources);
        const list = Array.isArray(mutated) ? mutated : [];
        const set = readFhirResources([bundleFile(list)]);
        const { items } = visitsFromFhir(set, readOptions);
        const encounters = list.filter((resource) => resource?.resourceType === 'Encounter');
        expect(items).toHaveLength(encounters.length);
        for (const item of items) {
          if (item.kind === 'visit') expect(visitSchema.safeParse(item.visit).success).toBe(true);
          else expect(item.findings.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('a.json', 'a.ndjson'), (text, name) => {
        const set = readFhirResources([{ name, text }]);
        visitsFromFhir(set, readOptions);
      }),
    );
  });
});

describeSamples('real FHIR files', () => {
  it('with bytes cut out are read without a throw', () => {
    const files = sampleFiles('fhir-telehealth').filter(({ text }) => text.length < 20_000);
    const cut = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(cut, ({ file, at, length }) => {
        const start = Math.floor(at * file.text.length);
        const text = file.text.slice(0, start) + file.text.slice(start + length);
        const set = readFhirResources([{ name: file.name, text }]);
        visitsFromFhir(set, readOptions);
        const { entries, findings, brokenEncounters, ignoredCounts } = set;
        const told = [...entries, ...findings, ...brokenEncounters, ...Object.keys(ignoredCounts)];
        expect(told.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the place of a JSON error', () => {
  it('is none exactly when the engine reads the text', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const almostJson = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.string({ unit: fc.constantFrom(...'{}[],:"\\u1e-.0 tn\u00a0\u0007\n'), maxLength: 2 }),
      )
      .map(([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), almostJson), (text) => {
        expect(jsonErrorOffset(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a very long text', () => {
  it('is searched for its error without running out of stack', () => {
    const long = `{"data": "${'QUJD'.repeat(2_000_000)}", oops}`;
    expect(jsonErrorOffset(long)).toBe(long.indexOf('oops'));
    const deep = '['.repeat(200_000);
    expect(jsonErrorOffset(deep)).toBe(deep.length);
  });
});

describe('base64', () => {
  it('decodes what the platform encodes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
      }),
    );
  });

  it('refuses what is none', () => {
    for (const text of ['a', 'ab', 'abc', 'ab-_', 'ab=c', '====']) expect(decodeBase64(text)).toBeUndefined();
  });
});
