import type { FunctionalGroup, Interchange, TransactionSet } from '../interchange.js';
import { element } from '../segment.js';
import type { X12Finding } from '../x12-finding.js';
import type {
  ElementError,
  ErrorContext,
  GroupStatus,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from './implementation-acknowledgement.js';

/** Names the claim a segment of a transaction set belongs to, for CTX; undefined outside of any claim. */
export type ClaimAt = (transactionSet: TransactionSet, segmentPosition: number) => string | undefined;

/**
 * The 999 of each functional group of an interchange, from the findings of its envelope and of its transaction sets
 * together: sets with errors are rejected, sets with warnings only are accepted. Acknowledgements get none.
 */
export function acknowledgeInterchange(
  interchange: Interchange,
  findings: readonly X12Finding[],
  claimAt: ClaimAt = () => undefined,
): ImplementationAcknowledgement[] {
  const byGroup = byNumber(
    findings.filter((finding) => finding.interchange === interchange.ordinal),
    (finding) => finding.group,
  );
  return interchange.groups
    .filter((group) => group.functionalId !== 'FA')
    .map((group) => acknowledgeGroup(group, byGroup.get(group.ordinal) ?? [], claimAt));
}

/** Findings by the number `numberOf` takes from them, those without one left out. */
function byNumber(
  findings: readonly X12Finding[],
  numberOf: (finding: X12Finding) => number | undefined,
): Map<number, X12Finding[]> {
  const lists = new Map<number, X12Finding[]>();
  for (const finding of findings) {
    const number = numberOf(finding);
    if (number === undefined) continue;
    const list = lists.get(number);
    if (list === undefined) lists.set(number, [finding]);
    else list.push(finding);
  }
  return lists;
}

function acknowledgeGroup(
  group: FunctionalGroup,
  findings: readonly X12Finding[],
  claimAt: ClaimAt,
): ImplementationAcknowledgement {
  const bySet = byNumber(findings, (finding) => finding.transaction);
  const groupErrorCodes = codesOf(findings, (finding) => finding.groupErrorCode);
  const isGroupRejected = groupErrorCodes.length > 0;
  const transactionSets = group.transactionSets.map((set) =>
    acknowledgeTransactionSet(set, bySet.get(set.ordinal) ?? [], claimAt),
  );
  const accepted = isGroupRejected ? 0 : transactionSets.filter((set) => set.status === 'A').length;
  const declared = group.trailer === undefined ? '' : element(group.trailer, 1).trim();
  return {
    functionalId: group.functionalId,
    groupControlNumber: group.controlNumber,
    guideId: group.guideId,
    transactionSets,
    groupStatus: isGroupRejected ? 'R' : groupStatusOf(accepted, transactionSets.length),
    transactionSetsIncluded: /^\d{1,6}$/.test(declared) ? Number(declared) : transactionSets.length,
    transactionSetsReceived: transactionSets.length,
    transactionSetsAccepted: accepted,
    groupErrorCodes,
  };
}

function groupStatusOf(accepted: number, received: number): GroupStatus {
  if (accepted === received) return 'A';
  return accepted === 0 ? 'R' : 'P';
}

/** IK502 5: one or more segments in error. */
const segmentsInError = '5';

function acknowledgeTransactionSet(
  set: TransactionSet,
  findings: readonly X12Finding[],
  claimAt: ClaimAt,
): TransactionSetAcknowledgement {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const segmentErrors = segmentErrorsOf(set, errors, claimAt);
  const codes = codesOf(errors, (finding) => finding.transactionErrorCode);
  if (segmentErrors.length > 0) codes.push(segmentsInError);
  return {
    transactionId: set.transactionId,
    controlNumber: set.controlNumber,
    ...(set.guideId === '' ? {} : { guideId: set.guideId }),
    status: errors.length === 0 ? 'A' : 'R',
    errorCodes: codes.slice(0, 5),
    segmentErrors,
  };
}

/** IK303 has room for the standard's name of a loop (`2010`), without the letters guides add (`2010AA`). */
const loopLengthMax = 4;

type Building = SegmentError & { readonly elementErrors: ElementError[] };

function segmentErrorsOf(set: TransactionSet, errors: readonly X12Finding[], claimAt: ClaimAt): SegmentError[] {
  const built = new Map<string, Building>();
  for (const finding of errors) {
    const code = finding.segmentErrorCode ?? (finding.elementErrorCode === undefined ? undefined : '8');
    const { segmentId, segmentPosition } = finding;
    if (code === undefined || segmentId === undefined || segmentPosition === undefined) continue;
    const key = `${segmentPosition}/${segmentId}/${code}`;
    const known = built.get(key) ?? {
      segmentId,
      segmentPosition,
      ...(finding.loop === undefined ? {} : { loop: finding.loop.slice(0, loopLengthMax) }),
      code,
      contexts: claimContexts(claimAt(set, segmentPosition)),
      elementErrors: [],
    };
    built.set(key, known);
    const elementError = elementErrorOf(finding);
    if (elementError !== undefined) known.elementErrors.push(elementError);
  }
  return [...built.values()].sort((a, b) => a.segmentPosition - b.segmentPosition);
}

function claimContexts(patientControlNumber: string | undefined): ErrorContext[] {
  return patientControlNumber === undefined ? [] : [{ names: [{ name: 'CLM01', value: patientControlNumber }] }];
}

function elementErrorOf(finding: X12Finding): ElementError | undefined {
  const { element: number, elementErrorCode: code } = finding;
  if (number === undefined || code === undefined) return undefined;
  return {
    element: number,
    ...(finding.component === undefined ? {} : { component: finding.component }),
    ...(finding.repetition === undefined ? {} : { repetition: finding.repetition }),
    ...(finding.elementReference === undefined ? {} : { reference: finding.elementReference }),
    code,
    ...(finding.value === undefined ? {} : { value: finding.value }),
    contexts: [],
  };
}

function codesOf(findings: readonly X12Finding[], code: (finding: X12Finding) => string | undefined): string[] {
  const codes = findings.filter((finding) => finding.severity === 'error').flatMap((finding) => code(finding) ?? []);
  return [...new Set(codes)].slice(0, 5);
}
