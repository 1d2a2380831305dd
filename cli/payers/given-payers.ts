import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { findingLines } from '../intake/import-lines.js';
import { UsageError } from '../text/usage-error.js';
import { placePayers } from './load-payers.js';
import { readPayerFiles } from './read-payer-files.js';

/** These versions with those of a file or folder in their places; nothing is stored. Anything wrong in a file is a usage error: it would change answers in silence. */
export function withGivenPayers(known: readonly PayerProfile[], path: string): readonly PayerProfile[] {
  const { profiles, findings } = readPayerFiles(path);
  const { versions, loaded } = placePayers(known, profiles);
  const wrong = [...findings, ...loaded.flatMap(({ placed }) => (placed.ok ? [] : [placed.error]))];
  if (wrong.length > 0) throw new UsageError(wrong.flatMap(findingLines).join('\n'));
  return versions;
}
