import { type PlainDate, parseX12Date } from '../../kernel/plain-date.js';
import type { CodePair } from './code-pair-set.js';
import { readTableLines, type TableForm, type TableLine } from './read-table-lines.js';

const codeForm = /^[0-9A-Z]{5}$/;

const form: TableForm<CodePair> = {
  source:
    'CMS NCCI procedure-to-procedure edits (practitioner): column 1, column 2, mark of before 1996, effective date, deletion date, modifier indicator, rationale',
  findingCode: 'code-pair-malformed',
  isData: ([one = '', two = '']) => codeForm.test(one) && codeForm.test(two),
  read: ([columnOne = '', columnTwo = '', , from = '', to = '', indicator = '']) => {
    if (!codeForm.test(columnOne) || !codeForm.test(columnTwo)) return 'columns 1 and 2 are not two procedure codes';
    const effectiveFrom = parseX12Date(from);
    if (!effectiveFrom.ok) return `the effective date of ${columnOne} and ${columnTwo}: ${effectiveFrom.error}`;
    const effectiveTo = readDeletionDate(to);
    if (effectiveTo === null) return `the deletion date of ${columnOne} and ${columnTwo} is neither CCYYMMDD nor *`;
    if (effectiveTo !== undefined && effectiveTo < effectiveFrom.value) {
      return `the deletion date of ${columnOne} and ${columnTwo} lies before the effective date`;
    }
    const modifierIndicator = readIndicator(indicator);
    if (modifierIndicator === null) return `the modifier indicator of ${columnOne} and ${columnTwo} is not 0, 1 or 9`;
    return { columnOne, columnTwo, effectiveFrom: effectiveFrom.value, effectiveTo, modifierIndicator };
  },
};

/** Undefined while the pair holds; null for what can't be read. */
function readDeletionDate(text: string): PlainDate | undefined | null {
  if (text === '*' || text === '') return undefined;
  const date = parseX12Date(text);
  return date.ok ? date.value : null;
}

function readIndicator(text: string): CodePair['modifierIndicator'] | null {
  if (text === '0') return 0;
  if (text === '1') return 1;
  return text === '9' ? 9 : null;
}

/** Reads one text file of the CMS table of code pairs; a quarter of them comes in several. */
export function readCodePairs(text: string, fileName: string): Generator<TableLine<CodePair>> {
  return readTableLines(text, fileName, form);
}
