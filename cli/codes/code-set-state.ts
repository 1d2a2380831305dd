import type { CodeSet, listEditions } from '../../db/code-set-editions.js';
import { quarterOf } from '../../domain/coding/calendar-quarter.js';
import { fiscalYearOf } from '../../domain/coding/diagnosis-code-set.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';

type Edition = Awaited<ReturnType<typeof listEditions>>[number];

/** A code set of which today's edition is not loaded, with what serves in its place and how to load it. */
export interface MissingCodeSet {
  readonly codeSet: CodeSet;
  readonly edition: string;
  readonly message: string;
}

const titles: Readonly<Record<CodeSet, { readonly name: string; readonly option: string }>> = {
  'icd-10-cm': { name: 'ICD-10-CM', option: '--fiscal-year' },
  hcpcs: { name: 'HCPCS Level II', option: '--hcpcs' },
  'ncci-pairs': { name: 'NCCI code pairs', option: '--ncci-pairs' },
  'ncci-units': { name: 'medically unlikely edits', option: '--ncci-units' },
};

/** Which code sets are not loaded for visits of a day. */
export function missingCodeSets(editions: readonly Edition[], today: PlainDate): readonly MissingCodeSet[] {
  const current: readonly (readonly [CodeSet, string])[] = [
    ['icd-10-cm', String(fiscalYearOf(today))],
    ['hcpcs', quarterOf(today)],
    ['ncci-pairs', quarterOf(today)],
    ['ncci-units', quarterOf(today)],
  ];
  return current.flatMap(([codeSet, edition]) => {
    const loaded = editions.filter((one) => one.codeSet === codeSet);
    if (loaded.some((one) => one.edition === edition)) return [];
    const { name, option } = titles[codeSet];
    const neighbour =
      codeSet.startsWith('ncci') && loaded.length > 0 ? 'the nearest loaded quarter' : 'the built-in subset';
    const message = `${name}, ${edition}: not loaded; ${neighbour} serves for today’s visits (teleclaim codes load <file> ${option} ${edition})`;
    return [{ codeSet, edition, message }];
  });
}
