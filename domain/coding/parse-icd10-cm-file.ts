import type { Finding } from '../kernel/finding.js';
import { isWrittenLikeDiagnosis } from '../x12/external-codes.js';
import type { FiscalYearCodes } from './diagnosis-code-set.js';

/** A code file as read: the codes of the good lines and a finding for each line that is none. */
export interface ParsedDiagnosisCodes extends FiscalYearCodes {
  readonly codes: readonly string[];
  readonly findings: readonly Finding[];
}

const source = 'CDC/NCHS ICD-10-CM code file (icd10cm-codes-<year>.txt): code without dot, spaces, description';
const maxFindings = 1000;

function lineFinding(code: string, message: string, line: number, fileName: string): Finding {
  return {
    code,
    severity: 'error',
    message,
    location: `${fileName}:${line}`,
    remedy: 'Load the release file of CDC/NCHS unchanged; the other lines were read.',
    source,
  };
}

function problemOf(
  code: string,
  label: string,
  seen: ReadonlySet<string>,
): readonly [code: string, message: string] | null {
  if (!isWrittenLikeDiagnosis(code))
    return ['diagnosis-code-malformed', 'the line does not start with an ICD-10-CM code'];
  if (label === '') return ['diagnosis-description-missing', `code ${code} stands without a description`];
  if (seen.has(code)) return ['diagnosis-code-repeated', `code ${code} stands in the file two times`];
  return null;
}

/** Reads the official text file of one fiscal year; a bad line becomes a finding and the rest is read. */
export function parseIcd10CmFile(
  input: string | Iterable<string>,
  fiscalYear: number,
  fileName = `icd10cm-codes-${fiscalYear}.txt`,
): ParsedDiagnosisCodes {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const report = (finding: Finding): void => {
    if (findings.length < maxFindings) findings.push(finding);
  };
  let lineNumber = 0;
  for (const line of typeof input === 'string' ? input.split(/\r?\n/) : input) {
    lineNumber += 1;
    const text = line.replace(/^\uFEFF/, '').trimEnd();
    if (text === '') continue;
    const [code = '', label = ''] = text.split(/\s+(.*)/s);
    const problem = problemOf(code, label, seen);
    if (problem) report(lineFinding(problem[0], problem[1], lineNumber, fileName));
    else seen.add(code);
  }
  if (seen.size === 0)
    report(lineFinding('diagnosis-file-empty', 'the file holds no ICD-10-CM code', lineNumber, fileName));
  return { fiscalYear, codes: [...seen], findings };
}
