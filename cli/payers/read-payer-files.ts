import { readFileSync } from 'node:fs';
import type { Finding } from '../../domain/kernel/finding.js';
import { type LocatedProfile, readPayerProfiles } from '../../domain/payer/read-payer-profiles.js';
import { collectFiles } from '../intake/collect-files.js';

/** The payer profiles of a file, or of all files of a folder, with what was found wrong; a bad file leaves the others be. */
export function readPayerFiles(path: string): { profiles: LocatedProfile[]; findings: Finding[] } {
  const read = collectFiles([path]).map((file) => {
    const content = readJsonFile(file);
    return content.ok ? readPayerProfiles(content.value, file) : { profiles: [], findings: [content.finding] };
  });
  return { profiles: read.flatMap((each) => each.profiles), findings: read.flatMap((each) => each.findings) };
}

type JsonFile = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly finding: Finding };

function readJsonFile(file: string): JsonFile {
  try {
    return { ok: true, value: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it can’t be read';
    return {
      ok: false,
      finding: {
        code: 'payer-file-unreadable',
        severity: 'error',
        message: `the file is no JSON: ${why}`,
        location: file,
        remedy: 'Write one profile, or a list of profiles, as JSON; teleclaim payers export shows how.',
      },
    };
  }
}
