import type { X12FindingCode } from './x12-finding.js';

const sender = 'Ask the sender';

/** What to do about each kind of finding, in plain words; holds no data of a file. */
const remedies: Readonly<Record<X12FindingCode, string>> = {
  'no-interchange': 'Check that this is the right file, unpacked and not encrypted; fetch it again if it is cut short.',
  'unreadable-bytes':
    'Look at the bytes at that place: often a line of text before or after the interchange. Take it out.',
  'malformed-interchange-header': `${sender} for an ISA of 106 characters, each element padded to its width.`,
  'component-separator-differs': `${sender} to declare in ISA16 the separator that is used; other readers may stumble.`,
  'delimiters-collide': `${sender} for four different delimiters that are no letters, digits or blanks.`,
  'missing-interchange-header':
    'Check that the file is complete from its first byte; fetch it again or ask for it again.',
  'missing-interchange-trailer': 'The file may be cut off: compare its size with the sender, and fetch it again.',
  'missing-group-header': `${sender} for a GS segment before the first ST.`,
  'missing-group-trailer': 'The group may be cut off: fetch the file again, or ask the sender for a GE segment.',
  'missing-transaction-header': `${sender} for an ST segment; what stands outside of one is not processed.`,
  'missing-transaction-trailer': 'The transaction set may be cut off: fetch the file again before using what is there.',
  'misplaced-segment': 'Take the segment out, or put back the header it belongs to.',
  'wrong-interchange-control-number': 'Make IEA02 the same as ISA13; a difference can mean that two files were joined.',
  'wrong-group-control-number': 'Make GE02 the same as GS06; a difference can mean that segments in between are lost.',
  'wrong-transaction-control-number':
    'Make SE02 the same as ST02; a difference can mean that segments in between are lost.',
  'repeated-control-number': 'Give each its own number; make sure that the content is not in the file twice.',
  'wrong-group-count': 'Count the groups of the interchange and write that in IEA01; check that none is lost.',
  'wrong-transaction-count': 'Count the transaction sets of the group and write that in GE01; check that none is lost.',
  'wrong-segment-count': 'Count from ST to SE, both included, and write that in SE01; check that no segment is lost.',
  'invalid-envelope-element': 'Write the element in the form named; receivers refuse whole files for less.',
  'malformed-segment': 'Look for a segment terminator inside a value, or one that is missing.',
  'empty-segment': 'Take the surplus segment terminator out.',
  'lower-case-segment-id': 'Write segment ids in upper case; some receivers read no others.',
  'unknown-guide': 'Check ST03 and GS08; other kinds of transaction need another tool.',
  'unrecognized-segment': 'Take the segment out: no part of this guide has it.',
  'unexpected-segment': 'Move the segment to the loop it belongs to, or correct its qualifier.',
  'segment-out-of-sequence': 'Put the segment at its place in the guide’s order.',
  'required-segment-missing': 'Add the segment: a receiver turns back a set without it.',
  'required-loop-missing': 'Add the loop, beginning with the segment named.',
  'segment-repeats-too-often': 'Keep as many as the guide allows; split the rest over another claim or loop.',
  'loop-repeats-too-often':
    'Keep as many loops as the guide allows; move the rest to another claim or transaction set.',
  'wrong-hierarchy': 'Number the HL segments from 1 without gaps and let HL02 name the parent level.',
  'required-element-missing': 'Fill the element in: a receiver turns back a set without it.',
  'unused-element-present': 'Leave the element empty, or move the value where it belongs.',
  'too-many-elements': 'Take the surplus elements out; an element separator may stand inside a value.',
  'too-many-components': 'Take the surplus components out; a component separator may stand inside a value.',
  'too-many-repetitions': 'Keep as many repetitions as the guide allows.',
  'element-too-short': 'Write the value in full, with leading zeros where it is a number of fixed length.',
  'element-too-long': 'Shorten the value; check that two values did not run together.',
  'invalid-character': 'Take the character out of the value.',
  'invalid-code': 'Use a code of the list that the guide gives for this element.',
  'invalid-number': 'Write a plain decimal number: digits, at most one point, a minus sign if negative.',
  'invalid-date': 'Write a day of the calendar as CCYYMMDD, or a span as CCYYMMDD-CCYYMMDD.',
  'invalid-time': 'Write the time as HHMM or HHMMSS.',
  'conditional-element-missing': 'Fill in the element, or leave out the one that asks for it.',
  'conflicting-values': 'Keep the one of the two that is meant.',
  'not-understood': 'Compare the segment with the guide; the value was left out of what was read.',
  'out-of-balance': 'Compare the figures of the equation with the sender; do not post the payment before it balances.',
};

/** What to do about a finding of that code. */
export function remedyOf(code: X12FindingCode): string {
  return remedies[code];
}
