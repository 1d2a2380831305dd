import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file to look at, and its size for the progress. */
export type X12File = { readonly path: string; readonly sizeBytes: number };

/** What paths name: files, and the paths that lead to none. */
export type X12Files = { readonly files: readonly X12File[]; readonly missing: readonly string[] };

/** Files as named, and those of folders with all inside, in order of name; each once. X12 has no file ending of its own. */
export function collectX12Files(paths: readonly string[]): X12Files {
  const files = new Map<string, X12File>();
  const missing: string[] = [];
  for (const path of paths) {
    const found = filesOf(path);
    if (found.length === 0) missing.push(path);
    for (const file of found) files.set(file.path, file);
  }
  return { files: [...files.values()], missing };
}

function filesOf(path: string): X12File[] {
  const stats = statsOf(path);
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [{ path, sizeBytes: stats.size }];
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !basename(entry.name).startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, sizeBytes: statsOf(file)?.size ?? 0 }));
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
