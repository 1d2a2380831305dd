import type { FunctionalGroup } from '../../domain/x12/interchange.js';
import { type Envelope, type SegmentValues, writeInterchange } from '../../domain/x12/write-interchange.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import type { TranslatedSet } from '../pipeline/translate-group.js';

/** The 999 (005010X231A1) about a group: each set accepted, accepted with errors, or rejected, with every finding. */
export function composeFunctionalAcknowledgement(
  group: FunctionalGroup,
  sets: readonly TranslatedSet[],
  envelope: Envelope,
): string {
  return writeInterchange(envelope, {
    transactionSets: [
      {
        transactionId: '999',
        functionalId: 'FA',
        guideId: '005010X231A1',
        segments: [
          ['AK1', group.functionalId, group.controlNumber, group.guideId],
          ...sets.flatMap(setSegments),
          ['AK9', groupVerdict(sets), ...counts(sets)],
        ],
      },
    ],
  });
}

function setSegments(set: TranslatedSet): SegmentValues[] {
  const { transactionSet, findings } = set;
  const verdict = set.isRejected ? 'R' : findings.length > 0 ? 'E' : 'A';
  const codes = new Set(findings.map((finding) => finding.transactionErrorCode ?? '5'));
  return [
    ['AK2', transactionSet.transactionId, transactionSet.controlNumber, transactionSet.guideId],
    ...findingsBySegment(findings).flatMap(segmentErrors),
    ['IK5', verdict, ...[...codes].sort().slice(0, 5)],
  ];
}

/** Findings that name a segment of the set, gathered by it, in file order. */
function findingsBySegment(findings: readonly X12Finding[]): X12Finding[][] {
  const groups = new Map<string, X12Finding[]>();
  for (const finding of findings) {
    if (finding.segmentPosition === undefined || finding.segmentId === undefined) continue;
    const key = `${finding.segmentPosition} ${finding.loop ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].sort(([a], [b]) => (a?.segmentPosition ?? 0) - (b?.segmentPosition ?? 0));
}

function segmentErrors(findings: readonly X12Finding[]): SegmentValues[] {
  const [first] = findings;
  if (!first) return [];
  const segmentCode = findings.find((finding) => finding.segmentErrorCode !== undefined)?.segmentErrorCode ?? '8';
  return [
    ['IK3', first.segmentId, String(first.segmentPosition), first.loop, segmentCode],
    ...findings.flatMap(elementErrors),
  ];
}

/** IK4 with place, dictionary number and code; the bad value itself stays out, for it may be a patient's. */
function elementErrors(finding: X12Finding): SegmentValues[] {
  if (finding.element === undefined || finding.elementErrorCode === undefined) return [];
  const place = [
    String(finding.element),
    finding.component === undefined ? undefined : String(finding.component),
    finding.repetition === undefined ? undefined : String(finding.repetition),
  ];
  return [['IK4', place, finding.elementReference, finding.elementErrorCode]];
}

function groupVerdict(sets: readonly TranslatedSet[]): string {
  const rejected = sets.filter((set) => set.isRejected).length;
  if (rejected === sets.length) return 'R';
  if (rejected > 0) return 'P';
  return sets.some((set) => set.findings.length > 0) ? 'E' : 'A';
}

function counts(sets: readonly TranslatedSet[]): string[] {
  const accepted = sets.filter((set) => !set.isRejected).length;
  return [String(sets.length), String(sets.length), String(accepted)];
}
