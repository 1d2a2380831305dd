import { areDistinct, type DetectedDelimiters, detectDelimiters, guessDelimiters, skipBlanks } from './delimiters.js';
import { InterchangeAssembler } from './interchange-assembler.js';
import type { Interchange } from './interchange.js';
import { SegmentScanner } from './segment-scanner.js';
import { sourceText, type SourceText } from './source-text.js';
import type { X12Finding } from './x12-finding.js';

/** What a file holds, as far as it could be understood, and all that is wrong with its envelope. */
export type InterchangeReading = {
  readonly interchanges: readonly Interchange[];
  readonly findings: readonly X12Finding[];
};

/**
 * Reads any bytes as X12: all interchanges of a file, each with its own delimiters. Never throws, takes linear time,
 * and reports what is wrong with envelopes, counts and control numbers (X12.5, X12.6).
 */
export function readInterchanges(input: Uint8Array | string): InterchangeReading {
  const source = sourceText(input);
  const interchanges: Interchange[] = [];
  const findings: X12Finding[] = [];
  let position = 0;
  while (position < source.text.length) {
    const start = skipBlanks(source.text, position);
    const detected = detectDelimiters(source.text, start);
    if (detected === undefined) {
      position = readWithoutHeader(source, start, interchanges, findings);
      continue;
    }
    position = readOne(source, detected, interchanges, findings);
  }
  if (interchanges.length === 0) findings.push(noInterchange(source.text.length));
  else reportRepeatedControlNumbers(interchanges, findings);
  return { interchanges, findings };
}

function readOne(
  source: SourceText,
  detected: DetectedDelimiters,
  interchanges: Interchange[],
  findings: X12Finding[],
): number {
  const { delimiters } = detected;
  const scanner = new SegmentScanner(
    {
      ...source,
      offsets: new Int32Array(256),
      component: delimiters.component,
      repetition: delimiters.repetition,
    },
    detected,
  );
  const ordinal = interchanges.length + 1;
  const assembler = new InterchangeAssembler(ordinal, delimiters, scanner, findings);
  if (!detected.standardWidth && !detected.guessed) {
    findings.push({
      code: 'malformed-interchange-header',
      severity: 'warning',
      message:
        'The ISA segment does not have its fixed width of 106 characters; its elements were read by their separators.',
      interchange: ordinal,
      segmentId: 'ISA',
      byteOffset: detected.start,
    });
  }
  if (!areDistinct(delimiters)) {
    findings.push({
      code: 'delimiters-collide',
      severity: 'error',
      message:
        'The ISA segment declares delimiters that are equal or are letters, digits or blanks; ask the sender for others.',
      interchange: ordinal,
      segmentId: 'ISA',
      byteOffset: detected.start,
      interchangeNoteCode: '026',
    });
  }
  const interchange = assembler.assemble();
  interchanges.push(interchange);
  return Math.max(scanner.next, detected.start + 1);
}

/** Bytes where an ISA should stand: a bare GS or ST is read with guessed delimiters, anything else is skipped. */
function readWithoutHeader(
  source: SourceText,
  start: number,
  interchanges: Interchange[],
  findings: X12Finding[],
): number {
  if (start >= source.text.length) return source.text.length;
  const guessed = interchanges.length === 0 ? guessDelimiters(source.text, start) : undefined;
  if (guessed !== undefined) return readOne(source, guessed, interchanges, findings);
  const next = findHeader(source.text, start + 1);
  findings.push({
    code: 'unreadable-bytes',
    severity: 'error',
    message: `${next - start} bytes do not belong to any interchange and were skipped.`,
    byteOffset: start,
    interchangeNoteCode: '022',
  });
  return next;
}

/** Start of the next ISA that declares delimiters; the end of the text when there is none. */
function findHeader(text: string, from: number): number {
  for (let index = text.indexOf('ISA', from); index !== -1; index = text.indexOf('ISA', index + 1)) {
    if (detectDelimiters(text, index) !== undefined) return index;
  }
  return text.length;
}

function noInterchange(length: number): X12Finding {
  const message = length === 0 ? 'The file is empty.' : 'No ISA segment was found: this is not an X12 file.';
  return { code: 'no-interchange', severity: 'error', message, byteOffset: 0, interchangeNoteCode: '022' };
}

function reportRepeatedControlNumbers(interchanges: readonly Interchange[], findings: X12Finding[]): void {
  const seen = new Set<string>();
  for (const interchange of interchanges) {
    if (interchange.header === undefined) continue;
    const key = [interchange.senderQualifier, interchange.senderId, interchange.controlNumber].join('\n');
    if (!seen.has(key)) {
      seen.add(key);
      continue;
    }
    findings.push({
      code: 'repeated-control-number',
      severity: 'error',
      message: 'ISA13 is the same as that of an earlier interchange of this file; each needs a number of its own.',
      interchange: interchange.ordinal,
      segmentId: 'ISA',
      element: 13,
      byteOffset: interchange.byteOffset,
      interchangeNoteCode: '025',
    });
  }
}
