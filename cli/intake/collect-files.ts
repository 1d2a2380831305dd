import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../text/usage-error.js';

const fhirFile = /\.(json|ndjson|jsonl)$/i;

/** The files that paths name, folders with all inside (`.json`, `.ndjson`, `.jsonl`), each once, in order of name. */
export function collectFiles(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) throw new UsageError(`there is no file or folder ${path}`);
    if (!kind.isDirectory()) return [path];
    const inside = readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && fhirFile.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    if (inside.length === 0) throw new UsageError(`the folder ${path} holds no .json, .ndjson or .jsonl file`);
    return inside.sort();
  });
  return [...new Set(files)];
}
