import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { countDiagnosisCodes, replaceDiagnosisCodes } from '../../db/code-sets.js';
import { parseIcd10CmFile } from '../../domain/coding/parse-icd10-cm-file.js';
import { findingLines } from '../intake/import-lines.js';
import { withDatabase } from '../product/with-database.js';
import { wholeNumber } from '../text/parse-option.js';
import { plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { UsageError } from '../text/usage-error.js';

export function addCodesCommand(program: Command, finish: (exitCode: number) => void): void {
  const codes = program.command('codes').description('official code sets: load, list');
  codes
    .command('load')
    .description('load the ICD-10-CM codes of a fiscal year (official text file, also .gz) in place of those before')
    .argument('<file>', 'icd10cm-codes-<year>.txt as CDC/NCHS releases it')
    .requiredOption('--fiscal-year <year>', 'from 1 October of the year before', wholeNumber(2016, 2100))
    .action(async (file: string, { fiscalYear }: { fiscalYear: number }) => finish(await load(file, fiscalYear)));
  codes.command('list').description('the fiscal years that are loaded').option('--json', 'as JSON').action(list);
}

const findingsShown = 20;

async function load(file: string, fiscalYear: number): Promise<number> {
  const { codes, findings } = parseIcd10CmFile(readCodeFile(file), fiscalYear, basename(file));
  printLines(findings.slice(0, findingsShown).flatMap(findingLines));
  if (findings.length > findingsShown) printLines([`… and ${findings.length - findingsShown} more`]);
  if (codes.length === 0) throw new UsageError(`${file} holds no ICD-10-CM code; nothing was changed`);
  await withDatabase((db) => replaceDiagnosisCodes(db, fiscalYear, codes), { create: true });
  printLines([
    `${codes.length} diagnosis codes of fiscal year ${fiscalYear} are loaded; a worker reads them when it starts`,
  ]);
  return findings.length === 0 ? 0 : 1;
}

function readCodeFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UsageError(`the file ${file} can't be read`);
  }
  // RFC 1952: a gzip file begins with 1F 8B, whatever its name.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new UsageError(`the file ${file} is a damaged .gz: fetch it again`);
  }
}

async function list({ json }: { readonly json?: true }): Promise<void> {
  const years = await withDatabase(countDiagnosisCodes);
  if (json === true) printJson(years);
  else if (years.length === 0) printLines(['none loaded: diagnoses are checked against the built-in subset']);
  else {
    const columns = [
      { heading: 'fiscal year', text: (year: (typeof years)[number]) => String(year.fiscalYear) },
      { heading: 'diagnosis codes', align: 'right', text: (year: (typeof years)[number]) => String(year.codes) },
    ] as const;
    printLines(plainTable(years, columns));
  }
}
