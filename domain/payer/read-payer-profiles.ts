import type { z } from 'zod';
import type { Finding } from '../kernel/finding.js';
import { checkPayerProfile } from './check-payer-profile.js';
import { type PayerProfile, writtenPayerProfileSchema } from './payer-profile.js';

/** The profiles of one file that can be used, and what was found in all of it; locations begin with file and item. */
export type ReadPayerProfiles = {
  readonly profiles: readonly LocatedProfile[];
  readonly findings: readonly Finding[];
};

/** A profile with the file and item it stands in. */
export type LocatedProfile = { readonly profile: PayerProfile; readonly where: string };

const source = 'docs/payers.md: the fields of a payer profile';

/** Reads the JSON value of a file: one profile or a list of them. A bad item is told, with each of its fields, and left out. */
export function readPayerProfiles(content: unknown, file: string): ReadPayerProfiles {
  const items: readonly unknown[] = Array.isArray(content) ? content : [content];
  const profiles: LocatedProfile[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const where = `${file}, item ${index + 1}${codeOf(item)}`;
    const parsed = writtenPayerProfileSchema.safeParse(item);
    const found = parsed.success
      ? [...checkPayerProfile(parsed.data), ...repeated(parsed.data, seen)]
      : parsed.error.issues.flatMap((issue) => issueFindings(issue, item));
    findings.push(...found.map((finding) => foundAt(where, finding)));
    if (parsed.success && !found.some(({ severity }) => severity === 'error'))
      profiles.push({ profile: parsed.data, where });
  });
  return { profiles, findings };
}

/** A finding of one profile, located in the file. */
export function foundAt(where: string, finding: Finding): Finding {
  const field = finding.location === undefined || finding.location === '' ? '' : `: ${finding.location}`;
  return { ...finding, location: `${where}${field}` };
}

function codeOf(item: unknown): string {
  const code = valueAt(item, ['code']);
  return typeof code === 'string' && /^[a-z0-9-]{2,40}$/.test(code) ? ` (${code})` : '';
}

function repeated(profile: PayerProfile, seen: Set<string>): Finding[] {
  const key = `${profile.code} ${profile.effectiveFrom ?? ''}`;
  if (!seen.has(key)) {
    seen.add(key);
    return [];
  }
  const remedy = 'Keep one of them, or give the later one another effectiveFrom.';
  return [
    finding('payer-profile-repeated', 'effectiveFrom', 'the file has this payer’s version of this day twice', remedy),
  ];
}

function issueFindings(issue: z.core.$ZodIssue, item: unknown): Finding[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const remedy = 'Leave it out, or correct its name; docs/payers.md lists the fields.';
    return issue.keys.map((key) =>
      finding('payer-profile-field-unknown', [...path, key].join('.'), 'there is no such field', remedy),
    );
  }
  const given = valueAt(item, path);
  const remedy = remedyFor(issue);
  if (given === undefined && path.length > 0) {
    return [finding('payer-profile-field-missing', path.join('.'), 'the field is required and not there', remedy)];
  }
  return [finding('payer-profile-field-wrong', path.join('.'), issue.message, remedy)];
}

function remedyFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Give one of: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_type') return `Give it as ${issue.expected}.`;
  return 'Correct the value; docs/payers.md describes the field.';
}

function finding(code: string, location: string, message: string, remedy: string): Finding {
  return { code, severity: 'error', message, location, remedy, source };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' ? Object.getOwnPropertyDescriptor(inner, key)?.value : undefined,
    value,
  );
}
