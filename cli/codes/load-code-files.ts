import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { loadEdition } from '../../db/code-set-editions.js';
import { findingLines } from '../intake/import-lines.js';
import { withDatabase } from '../product/with-database.js';
import { printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';
import type { CodeFileKind } from './code-file-kinds.js';
import { readCodeFile } from './read-code-file.js';

const findingsShown = 20;
/** An official file has no bad line; one with more than these is another file, which must not take its place. */
const badShareMax = 0.01;

/**
 * Loads the files of one edition: all are read and checked before anything is stored, and they are stored all or nothing.
 * Gives the exit code: 1 when lines were bad and left out.
 */
export async function loadCodeFiles(kind: CodeFileKind, edition: string, files: readonly string[]): Promise<number> {
  const sha256 = createHash('sha256');
  const { entries, findings } = kind.check(textsOf(files, (text) => sha256.update(text)));
  printLines(findings.slice(0, findingsShown).flatMap(findingLines));
  if (findings.length > findingsShown) printLines([`… and ${findings.length - findingsShown} more`]);
  const named = files.join(', ');
  if (entries === 0) throw new UsageError(`${named}: no ${kind.noun} found; nothing was changed`);
  if (findings.length > entries * badShareMax) {
    throw new UsageError(
      `${named}: too many bad lines for a file of ${kind.noun}; is it the right one? Nothing was changed`,
    );
  }
  const input = {
    codeSet: kind.codeSet,
    edition,
    fileNames: files.map((file) => basename(file)),
    contentSha256: sha256.digest('hex'),
    entries,
  };
  const loaded = await withDatabase(
    (db) => loadEdition(db, input, (query, editionId) => kind.insert(query, editionId, textsOf(files))),
    { create: true },
  );
  const name = `${entries} ${kind.noun} of ${edition}`;
  printLines([
    loaded.kind === 'unchanged'
      ? `${name} are loaded already with the same content (revision ${loaded.revision}); nothing was changed`
      : `${name} are loaded as revision ${loaded.revision}; ${whenUsed[kind.codeSet]}`,
  ]);
  return findings.length === 0 ? 0 : 1;
}

const atStart = 'a worker reads them when it starts';
const whenUsed: Readonly<Record<CodeFileKind['codeSet'], string>> = {
  'icd-10-cm': atStart,
  hcpcs: atStart,
  'ncci-units': atStart,
  'ncci-pairs': 'they are used from now on',
};

/** One file at a time is held. */
function* textsOf(
  files: readonly string[],
  seen: (text: string) => void = () => undefined,
): Generator<{ text: string; name: string }> {
  for (const file of files) {
    const text = readCodeFile(file);
    seen(text);
    yield { text, name: basename(file) };
  }
}
