import { element, elementByteOffset, type Segment } from './segment.js';
import type { AcknowledgementCodes, X12Finding } from './x12-finding.js';

type EnvelopeRule = AcknowledgementCodes & {
  readonly element: number;
  readonly pattern: RegExp;
  readonly severity: 'error' | 'warning';
  readonly expected: string;
};

/** ISA elements with a fixed form (X12.5); padding was trimmed. The note codes are TA105. */
const interchangeRules: readonly EnvelopeRule[] = [
  { element: 5, pattern: /^[A-Z0-9]{2}$/, severity: 'warning', expected: 'two characters', interchangeNoteCode: '005' },
  { element: 6, pattern: /^.+$/s, severity: 'error', expected: 'the sender id', interchangeNoteCode: '006' },
  { element: 7, pattern: /^[A-Z0-9]{2}$/, severity: 'warning', expected: 'two characters', interchangeNoteCode: '007' },
  { element: 8, pattern: /^.+$/s, severity: 'error', expected: 'the receiver id', interchangeNoteCode: '008' },
  {
    element: 9,
    pattern: /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
    severity: 'warning',
    expected: 'a date YYMMDD',
    interchangeNoteCode: '014',
  },
  {
    element: 10,
    pattern: /^([01]\d|2[0-3])[0-5]\d$/,
    severity: 'warning',
    expected: 'a time HHMM',
    interchangeNoteCode: '015',
  },
  {
    element: 11,
    pattern: /^[^A-Za-z0-9\s]$/,
    severity: 'warning',
    expected: 'a repetition separator',
    interchangeNoteCode: '016',
  },
  { element: 12, pattern: /^005\d\d$/, severity: 'warning', expected: 'version 00501', interchangeNoteCode: '017' },
  { element: 13, pattern: /^\d{9}$/, severity: 'error', expected: 'nine digits', interchangeNoteCode: '018' },
  { element: 14, pattern: /^[01]$/, severity: 'warning', expected: '0 or 1', interchangeNoteCode: '019' },
  { element: 15, pattern: /^[PT]$/, severity: 'warning', expected: 'P or T', interchangeNoteCode: '020' },
];

/** GS elements with a fixed form (X12.22, elements 479, 373, 337, 28, 455, 480). */
const groupRules: readonly EnvelopeRule[] = [
  { element: 1, pattern: /^[A-Z]{2}$/, severity: 'error', expected: 'two letters', groupErrorCode: '1' },
  {
    element: 4,
    pattern: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
    severity: 'warning',
    expected: 'a date CCYYMMDD',
  },
  {
    element: 5,
    pattern: /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/,
    severity: 'warning',
    expected: 'a time HHMM or HHMMSS',
  },
  { element: 6, pattern: /^\d{1,9}$/, severity: 'error', expected: 'one to nine digits', groupErrorCode: '6' },
  { element: 7, pattern: /^X$/, severity: 'warning', expected: 'X' },
  {
    element: 8,
    pattern: /^\d{6}[A-Z0-9]{0,6}$/,
    severity: 'warning',
    expected: 'the id of a guide',
    groupErrorCode: '2',
  },
];

/** Reports elements of an ISA that do not have their form. */
export function checkInterchangeHeader(header: Segment, interchange: number, findings: X12Finding[]): void {
  if (header.elementCount !== 16) {
    findings.push({
      code: 'malformed-interchange-header',
      severity: 'error',
      message: 'The ISA segment does not have sixteen elements.',
      interchange,
      segmentId: 'ISA',
      byteOffset: header.byteOffset,
      interchangeNoteCode: '022',
    });
    return;
  }
  for (const rule of interchangeRules) check(header, rule, { interchange }, findings);
}

/** Reports elements of a GS that do not have their form. */
export function checkGroupHeader(header: Segment, interchange: number, group: number, findings: X12Finding[]): void {
  if (header.elementCount !== 8) {
    findings.push({
      code: 'malformed-segment',
      severity: 'error',
      message: 'The GS segment does not have eight elements.',
      interchange,
      group,
      segmentId: 'GS',
      byteOffset: header.byteOffset,
      groupErrorCode: '1',
    });
    return;
  }
  for (const rule of groupRules) check(header, rule, { interchange, group }, findings);
}

function check(
  header: Segment,
  rule: EnvelopeRule,
  at: { readonly interchange: number; readonly group?: number },
  findings: X12Finding[],
): void {
  const value = element(header, rule.element).trim();
  if (rule.pattern.test(value)) return;
  const { element: number, pattern: _, severity, expected, ...codes } = rule;
  findings.push({
    code: 'invalid-envelope-element',
    severity,
    message: `${header.id}${String(number).padStart(2, '0')} should be ${expected}.`,
    ...at,
    segmentId: header.id,
    element: number,
    byteOffset: elementByteOffset(header, number),
    ...(value === '' ? {} : { value }),
    ...codes,
  });
}
