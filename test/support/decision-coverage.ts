import { readFileSync } from 'node:fs';

/** One row of `test/fixtures/decision-coverage.md`: a rule with the codes and cases that must be there for it. */
export interface CoveredRule {
  readonly rule: string;
  readonly codes: readonly string[];
  /** `file: name` of decision cases. */
  readonly cases: readonly string[];
}

const file = new URL('../fixtures/decision-coverage.md', import.meta.url);

export function readCoveredRules(): readonly CoveredRule[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| rule ') && !line.startsWith('| ---'));
  return rows.map((row) => {
    const [, rule = '', codes = '', cases = ''] = row.split('|').map((cell) => cell.trim());
    return { rule, codes: listed(codes, ' '), cases: listed(cases, '; ') };
  });
}

function listed(cell: string, separator: string): readonly string[] {
  return cell === '–' ? [] : cell.split(separator);
}
