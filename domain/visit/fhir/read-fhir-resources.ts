import { z } from 'zod';
import type { Finding } from '../../kernel/finding.js';
import type { BrokenEncounter, FhirEntry, FhirFile, FhirResourceSet } from './fhir-resource-set.js';
import { fhirResourceSchema, isReadResourceType } from './fhir-schemas.js';
import { jsonErrorOffset } from './json-error-offset.js';

const bundleTypes: ReadonlySet<string> = new Set(['transaction', 'batch', 'collection', 'searchset']);
const nestingLimit = 5;

const bundleSchema = z.object({ type: z.string().optional(), entry: z.array(z.unknown()).optional() });
const bundleEntrySchema = z.object({ fullUrl: z.string().optional(), resource: z.unknown().optional() });
const anyResourceSchema = z.object({ resourceType: z.string() });

type Reading = {
  readonly entries: FhirEntry[];
  readonly brokenEncounters: BrokenEncounter[];
  readonly findings: Finding[];
  readonly ignoredCounts: Map<string, number>;
};

type Place = { readonly file: string; readonly location: string; readonly fullUrl: string | undefined };

/**
 * Reads FHIR R4 bundles (transaction, batch, collection, searchset), single resources and ndjson as one set. Never
 * throws on any text; what can not be read is a finding with its file and line or bundle entry.
 */
export function readFhirResources(files: readonly FhirFile[]): FhirResourceSet {
  const reading: Reading = { entries: [], brokenEncounters: [], findings: [], ignoredCounts: new Map() };
  for (const file of files) readFile(reading, file);
  const { ignoredCounts, ...rest } = reading;
  return { ...rest, ignoredCounts: Object.fromEntries(ignoredCounts) };
}

function readFile(reading: Reading, file: FhirFile): void {
  const text = file.text.replace(/^\uFEFF/, '');
  const whole = parseJson(text);
  if (whole !== undefined) {
    const place = { file: file.name, location: file.name, fullUrl: undefined };
    if (Array.isArray(whole)) whole.forEach((item, index) => readResource(reading, item, at(place, `[${index}]`)));
    else readResource(reading, whole, place);
    return;
  }
  if (text.trim() === '') reading.findings.push(unreadable('empty-file', file.name, 'the file is empty'));
  else if (isNdjson(file.name, text)) readLines(reading, file.name, text);
  else reading.findings.push(notJson(`${file.name} ${lineAndColumn(text, jsonErrorOffset(text) ?? 0)}`));
}

function readLines(reading: Reading, file: string, text: string): void {
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const location = `${file} line ${index + 1}`;
    const value = parseJson(line);
    if (value === undefined) reading.findings.push(notJson(`${location} column ${(jsonErrorOffset(line) ?? 0) + 1}`));
    else readResource(reading, value, { file, location, fullUrl: undefined });
  });
}

function readResource(reading: Reading, value: unknown, place: Place, depth = 0): void {
  const any = anyResourceSchema.safeParse(value);
  if (!any.success) {
    reading.findings.push(unreadable('not-a-resource', place.location, 'this is no FHIR resource (no resourceType)'));
    return;
  }
  const type = any.data.resourceType;
  if (type === 'Bundle') readBundle(reading, value, place, depth);
  else if (isReadResourceType(type)) readKnownResource(reading, value, type, place);
  else reading.ignoredCounts.set(type, (reading.ignoredCounts.get(type) ?? 0) + 1);
}

function readBundle(reading: Reading, value: unknown, place: Place, depth: number): void {
  const bundle = bundleSchema.safeParse(value);
  if (!bundle.success) {
    reading.findings.push(...schemaFindings(bundle.error, place.location, 'Bundle'));
    return;
  }
  const entries = bundle.data.entry ?? [];
  const type = bundle.data.type ?? 'unknown';
  if (!bundleTypes.has(type) || depth >= nestingLimit) {
    const what = bundleTypes.has(type) ? 'bundles are nested too deeply' : `bundles of this type are not read`;
    reading.findings.push(
      unreadable('unsupported-bundle', place.location, `${what}; ${entries.length} entries left out`),
    );
    return;
  }
  if (entries.length === 0) {
    reading.findings.push(unreadable('empty-bundle', place.location, 'the bundle has no entries (Bundle.entry)'));
  }
  entries.forEach((raw, index) => {
    const inside = at(place, ` Bundle.entry[${index}]`);
    const entry = bundleEntrySchema.safeParse(raw);
    if (entry.success)
      readResource(reading, entry.data.resource, { ...inside, fullUrl: entry.data.fullUrl }, depth + 1);
    else reading.findings.push(...schemaFindings(entry.error, inside.location, 'entry'));
  });
}

function readKnownResource(reading: Reading, value: unknown, type: string, place: Place): void {
  const parsed = fhirResourceSchema.safeParse(value);
  if (parsed.success) {
    const fullUrl = place.fullUrl ?? (parsed.data.id === undefined ? undefined : `${type}/${parsed.data.id}`);
    reading.entries.push({ resource: parsed.data, file: place.file, location: place.location, fullUrl });
    for (const contained of parsed.data.contained ?? []) readContained(reading, contained, place, fullUrl);
    return;
  }
  const findings = schemaFindings(parsed.error, place.location, type);
  if (type !== 'Encounter') reading.findings.push(...findings);
  else
    reading.brokenEncounters.push({ encounterRef: encounterRefOf(value, place), location: place.location, findings });
}

function readContained(reading: Reading, value: unknown, place: Place, containerUrl: string | undefined): void {
  const parsed = fhirResourceSchema.safeParse(value);
  if (parsed.success && parsed.data.resourceType !== 'Encounter') {
    const fullUrl = `${containerUrl ?? place.location}#${parsed.data.id ?? ''}`;
    reading.entries.push({ resource: parsed.data, file: place.file, location: `${place.location} contained`, fullUrl });
    return;
  }
  const type = anyResourceSchema.safeParse(value);
  if (type.success && !isReadResourceType(type.data.resourceType)) return;
  reading.findings.push(unreadable('contained-resource', place.location, 'a contained resource could not be read'));
}

function encounterRefOf(value: unknown, place: Place): string {
  const id = z.object({ id: z.string() }).safeParse(value);
  return id.success ? `Encounter/${id.data.id}` : place.location;
}

/** One finding a schema issue. The messages name types and fields, never the value. */
function schemaFindings(error: z.ZodError, location: string, root: string): Finding[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
    return unreadable('unreadable-resource', `${location}, ${root}${path}`, issue.message);
  });
}

function at(place: Place, suffix: string): Place {
  return { file: place.file, location: `${place.location}${suffix}`, fullUrl: undefined };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isNdjson(name: string, text: string): boolean {
  if (/\.(ndjson|jsonl)$/i.test(name)) return true;
  const first = text.trimStart().split(/\r?\n/, 2);
  return first.length === 2 && parseJson(first[0] ?? '') !== undefined;
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length} column ${(before.at(-1) ?? '').length + 1}`;
}

function notJson(location: string): Finding {
  return unreadable('not-json', location, 'the text is not valid JSON from here on');
}

function unreadable(code: string, location: string, message: string): Finding {
  return {
    code: `fhir-${code}`,
    severity: 'error',
    message,
    location,
    remedy: 'correct it at the source and import again; everything else in the set was read',
  };
}
