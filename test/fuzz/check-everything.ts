import assert from 'node:assert/strict';
import { isAnswerable } from '../../domain/x12/999/acknowledge-interchange.js';
import { readImplementationAcknowledgement } from '../../domain/x12/999/read-implementation-acknowledgement.js';
import type { LoopInstance } from '../../domain/x12/loop-instance.js';
import { elementByteOffset, elements, repeatedComponents, segmentText } from '../../domain/x12/segment.js';
import { describeLocation, type X12Finding } from '../../domain/x12/x12-finding.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { onlyTransactionSet } from '../support/x12-sample.js';
import type { TypedTransaction } from '../support/typed-transactions.js';
import { type InterchangeResult, readEverything, type SetReading } from './read-everything.js';

/** Reads any bytes with every reader they concern, and throws when something does not hold that must hold for all. */
export function checkEverything(bytes: Uint8Array, fallback: TypedTransaction): void {
  const { interchanges, findings } = readEverything(bytes, fallback);
  assert(interchanges.length > 0 || findings.length > 0, 'nothing was read and nothing was found');
  for (const finding of findings) checkPlace(finding, bytes.length);
  interchanges.forEach((one, index) => {
    assert.equal(one.interchange.ordinal, index + 1);
    for (const finding of one.findings) checkPlace(finding, bytes.length);
    for (const set of one.sets) checkSet(set, bytes);
    checkAnswers(one);
  });
}

function checkPlace(finding: X12Finding, length: number): void {
  assert(finding.byteOffset >= 0 && finding.byteOffset <= length, `${finding.code} stands outside of the file`);
  assert(finding.message.length > 0);
  describeLocation(finding);
}

/** Segments are the bytes at their places, each stands in the tree one time, and the typed value can be written. */
function checkSet({ set, root, typed }: SetReading, bytes: Uint8Array): void {
  let end = 0;
  [...set.segments].forEach((segment, index) => {
    assert.equal(segment.position, index + 1);
    assert(segment.byteOffset >= end, 'segments overlap');
    assert.equal(elements(segment).length, segment.elementCount);
    end = elementByteOffset(segment, segment.elementCount + 1);
    assert(end <= bytes.length, 'a segment ends outside of the file');
    repeatedComponents(segment, segment.elementCount);
    if (segment.source.ascii) assert.equal(segmentText(segment), latin1(bytes, segment.byteOffset, end));
  });
  assert.equal(segmentsIn(root), set.segments.length, 'segments of the set and of its loops differ in number');
  typed.print(testEnvelope);
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

function segmentsIn(instance: LoopInstance): number {
  const own = instance.segments.length + instance.unrecognized.length;
  return instance.loops.reduce((sum, child) => sum + segmentsIn(child), own);
}

/** A 999 answers each group that is no acknowledgement and each set it can name, accepts exactly those without errors, and can be read. */
function checkAnswers({ interchange, sets, findings, acknowledgements, answers }: InterchangeResult): void {
  const groups = interchange.groups.filter(({ functionalId }) => functionalId !== 'FA');
  assert.equal(acknowledgements.length, groups.length);
  acknowledgements.forEach((acknowledgement, index) => {
    const ofGroup = sets.filter(({ set }) => set.groupOrdinal === groups[index]?.ordinal && isAnswerable(set));
    const statuses = ofGroup.map(({ set }) => (hasError(findings, set.groupOrdinal, set.ordinal) ? 'R' : 'A'));
    assert.deepEqual(
      acknowledgement.transactionSets.map(({ status }) => status),
      statuses,
    );
    const again = readImplementationAcknowledgement(onlyTransactionSet(answers[index] ?? ''));
    assert.deepEqual(
      again.value.transactionSets.map(({ status, segmentErrors }) => [status, segmentErrors.length]),
      acknowledgement.transactionSets.map(({ status, segmentErrors }) => [status, segmentErrors.length]),
    );
  });
}

function hasError(findings: readonly X12Finding[], group: number, transaction: number): boolean {
  return findings.some(
    (finding) => finding.severity === 'error' && finding.group === group && finding.transaction === transaction,
  );
}
