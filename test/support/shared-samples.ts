import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Real sample files (X12, FHIR, code lists) lie beside the project, not in it. */
export const samplesFolder =
  process.env['TELECLAIM_TEST_SAMPLES'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

const samplesAreHere = existsSync(samplesFolder);

/** Tests about the samples. A checkout without them has nothing to compare: there they count as left out. */
export function describeSamples(title: string, tests: () => void): void {
  if (samplesAreHere) describe(title, tests);
  else describe.skip(title, () => test('needs the sample files', () => expect(samplesAreHere).toBe(true)));
}

/** The bytes of a sample, named by its path in the folder. */
export function readSample(...path: readonly string[]): Buffer {
  return readFileSync(join(samplesFolder, ...path));
}
