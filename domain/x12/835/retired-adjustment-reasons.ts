import { type PlainDate, plainDate } from '../../kernel/plain-date.js';

/**
 * Adjustment reasons (CARC, X12 external code list 139) by the last day on which the list allowed them in an adjudication
 * of its own; reversals and claims to later payers may repeat them after it. These are the stop dates of the public list
 * as it stood in 2012; codes stopped since are not here (verify), and which numbers were never given out is not checked.
 */
const codesByLastDay: Readonly<Record<string, string>> = {
  '2000-06-30': '71',
  '2003-10-16':
    '28 36 37 41 46 48 63 64 65 67 68 72 73 77 79 80 81 82 83 84 86 92 93 98 99 A3 B2 B3 B19 B21 ' +
    'D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15',
  '2006-02-01': '30 47 52 B6 B17',
  '2006-07-01': '43',
  '2007-02-01': '196',
  '2007-04-01': '62',
  '2007-06-01': '42',
  '2007-06-30': '57 88 113 120 123 124 D16 D17 D18 D19 D20 D21',
  '2008-01-01': 'A2',
  '2008-04-01': '25 126 127 145 A4',
  '2009-01-01': 'D22',
  '2009-03-01': 'B18',
  '2009-07-01': '17',
  '2009-10-01': '156',
  '2012-01-01': '87 D23',
  '2012-07-01': '141',
};

const lastDays: ReadonlyMap<string, PlainDate> = new Map(
  Object.entries(codesByLastDay).flatMap(([day, codes]) => codes.split(' ').map((code) => [code, plainDate(day)])),
);

/** True when the code was certainly off the list on that day; false says nothing about its being on it. */
export function isRetiredAdjustmentReason(code: string, on: PlainDate): boolean {
  const lastDay = lastDays.get(code);
  return lastDay !== undefined && on > lastDay;
}
