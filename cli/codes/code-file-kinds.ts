import type { CodeSet } from '../../db/code-set-editions.js';
import { insertCodes } from '../../db/code-sets.js';
import type { Queryable } from '../../db/database.js';
import { insertCodePairs, insertUnitLimits } from '../../db/ncci-tables.js';
import { parseHcpcsFile } from '../../domain/coding/parse-hcpcs-file.js';
import { parseIcd10CmFile } from '../../domain/coding/parse-icd10-cm-file.js';
import type { Finding } from '../../domain/kernel/finding.js';
import { readCodePairs } from '../../domain/scrubbing/ncci/read-code-pairs.js';
import type { TableLine } from '../../domain/scrubbing/ncci/read-table-lines.js';
import { readUnitLimits } from '../../domain/scrubbing/ncci/read-unit-limits.js';

/** Texts of an edition with their file names, read anew each time they are gone through. */
export type CodeTexts = Iterable<{ readonly text: string; readonly name: string }>;

/** How one kind of official file is checked and stored. A quarter's table may come in several files. */
export interface CodeFileKind {
  readonly codeSet: CodeSet;
  /** What its entries are, for messages: `diagnosis codes`. */
  readonly noun: string;
  /** Reads everything without storing anything: how many good entries there are, and what is wrong. */
  readonly check: (texts: CodeTexts) => { readonly entries: number; readonly findings: readonly Finding[] };
  readonly insert: (query: Queryable, editionId: number, texts: CodeTexts) => Promise<void>;
}

/** Enough to refuse a file by its share of bad lines, and to hold in memory. */
const findingsMax = 100_000;

function listKind(
  codeSet: CodeSet,
  noun: string,
  parse: (text: string, name: string) => { readonly codes: readonly string[]; readonly findings: readonly Finding[] },
): CodeFileKind {
  const parseAll = (texts: CodeTexts) => {
    const parsed = [...texts].map(({ text, name }) => parse(text, name));
    return {
      codes: [...new Set(parsed.flatMap(({ codes }) => codes))],
      findings: parsed.flatMap(({ findings }) => findings),
    };
  };
  return {
    codeSet,
    noun,
    check: (texts) => {
      const { codes, findings } = parseAll(texts);
      return { entries: codes.length, findings };
    },
    insert: (query, editionId, texts) => insertCodes(query, editionId, parseAll(texts).codes),
  };
}

function tableKind<T>(
  codeSet: CodeSet,
  noun: string,
  read: (text: string, name: string) => Iterable<TableLine<T>>,
  insert: (query: Queryable, editionId: number, entries: Iterable<T>) => Promise<void>,
): CodeFileKind {
  function* entriesOf(texts: CodeTexts): Generator<T> {
    for (const { text, name } of texts) {
      for (const line of read(text, name)) if (line.kind === 'entry') yield line.entry;
    }
  }
  return {
    codeSet,
    noun,
    check: (texts) => {
      const findings: Finding[] = [];
      let entries = 0;
      for (const { text, name } of texts) {
        for (const line of read(text, name)) {
          if (line.kind === 'entry') entries += 1;
          else if (findings.length < findingsMax) findings.push(line.finding);
        }
      }
      return { entries, findings };
    },
    insert: (query, editionId, texts) => insert(query, editionId, entriesOf(texts)),
  };
}

/** ICD-10-CM of a fiscal year. */
export function diagnosisFile(fiscalYear: number): CodeFileKind {
  return listKind('icd-10-cm', 'diagnosis codes', (text, name) => parseIcd10CmFile(text, fiscalYear, name));
}

export const hcpcsFile = listKind('hcpcs', 'HCPCS codes', parseHcpcsFile);
export const codePairFile = tableKind('ncci-pairs', 'code pairs', readCodePairs, insertCodePairs);
export const unitLimitFile = tableKind('ncci-units', 'unit limits', readUnitLimits, insertUnitLimits);
