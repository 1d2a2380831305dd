import { relative, sep } from 'node:path';
import type { MutantStatus } from '@stryker-mutator/api/core';

/** How many changes of a folder's code a test noticed. */
export interface FolderScore {
  readonly folder: string;
  readonly noticed: number;
  readonly unnoticed: number;
  /** Left out by the configuration. */
  readonly unjudged: number;
  readonly percent: number;
}

/** The folder of the rules a file belongs to, as `domain/coding`. */
export function folderOf(fileName: string, root: string): string {
  return relative(root, fileName).split(sep).slice(0, 2).join('/');
}

/** The share of changes noticed in each folder. A change that makes a test run without end is noticed; one never run is not. */
export function scoreByFolder(
  mutants: readonly { readonly folder: string; readonly status: MutantStatus }[],
): readonly FolderScore[] {
  const folders = [...new Set(mutants.map(({ folder }) => folder))].sort();
  return folders.map((folder) => {
    const statuses = mutants.filter((mutant) => mutant.folder === folder).map(({ status }) => status);
    const count = (...wanted: readonly MutantStatus[]) => statuses.filter((status) => wanted.includes(status)).length;
    const noticed = count('Killed', 'Timeout');
    const unnoticed = count('Survived', 'NoCoverage');
    const unjudged = statuses.length - noticed - unnoticed;
    return { folder, noticed, unnoticed, unjudged, percent: (100 * noticed) / Math.max(1, noticed + unnoticed) };
  });
}
