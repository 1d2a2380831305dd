import type { Finding } from '../kernel/finding.js';
import { isLevelTwoCode } from './procedure-code-set.js';

/** A HCPCS file as read: the codes of the good lines and a finding for each line that is none. */
export interface ParsedProcedureCodes {
  readonly codes: readonly string[];
  readonly findings: readonly Finding[];
}

const source = 'CMS HCPCS Level II quarterly release: one code a line, anything may follow after a space or tab';
const maxFindings = 1000;

function problemOf(code: string, seen: ReadonlySet<string>): readonly [code: string, message: string] | null {
  if (!isLevelTwoCode(code)) {
    return ['hcpcs-code-malformed', 'the line does not start with a HCPCS Level II code (a letter A–V, four digits)'];
  }
  return seen.has(code) ? ['hcpcs-code-repeated', `code ${code} stands in the file two times`] : null;
}

/** Reads the official list of one quarter; a bad line becomes a finding and the rest is read. */
export function parseHcpcsFile(text: string, fileName: string): ParsedProcedureCodes {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const report = (code: string, message: string, line: number): void => {
    if (findings.length >= maxFindings) return;
    const remedy = 'Load the release file of CMS unchanged; the other lines were read.';
    findings.push({ code, severity: 'error', message, location: `${fileName}:${line}`, remedy, source });
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const code = line.trim().split(/[\s,]/)[0] ?? '';
    const problem = problemOf(code, seen);
    if (problem) report(problem[0], problem[1], index + 1);
    else seen.add(code);
  });
  if (seen.size === 0) report('hcpcs-file-empty', 'the file holds no HCPCS Level II code', lines.length);
  return { codes: [...seen], findings };
}
