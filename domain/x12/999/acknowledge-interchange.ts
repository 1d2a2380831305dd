import { findingsByNumber } from '../findings-by-number.js';
import type { FunctionalGroup, Interchange, TransactionSet } from '../interchange.js';
import { element } from '../segment.js';
import type { X12Finding } from '../x12-finding.js';
import { acknowledgementCodesOf } from './acknowledgement-codes.js';
import { type BusinessUnit, businessUnits } from './business-unit.js';
import type {
  ElementError,
  ErrorContext,
  GroupStatus,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from './implementation-acknowledgement.js';

/**
 * The 999 of each functional group of an interchange, from the findings of its envelope and of its transaction sets
 * together: sets with errors are rejected, sets with warnings only are accepted. Acknowledgements get none.
 */
export function acknowledgeInterchange(
  interchange: Interchange,
  findings: readonly X12Finding[],
): ImplementationAcknowledgement[] {
  const byGroup = findingsByNumber(
    findings.filter((finding) => finding.interchange === interchange.ordinal),
    (finding) => finding.group,
  );
  return interchange.groups
    .filter((group) => group.functionalId !== 'FA')
    .map((group) => acknowledgeGroup(group, byGroup.get(group.ordinal) ?? []));
}

/** True for a set that an AK2 can name: one with an ST that is no acknowledgement itself, wherever it stands. */
export function isAnswerable(set: TransactionSet): boolean {
  return set.transactionId !== '' && set.transactionId !== '999' && set.transactionId !== '997';
}

function acknowledgeGroup(group: FunctionalGroup, findings: readonly X12Finding[]): ImplementationAcknowledgement {
  const bySet = findingsByNumber(findings, (finding) => finding.transaction);
  const groupErrorCodes = codesOf(findings, (finding) => finding.groupErrorCode);
  const isGroupRejected = groupErrorCodes.length > 0;
  const transactionSets = group.transactionSets
    .filter(isAnswerable)
    .map((set) => acknowledgeTransactionSet(set, bySet.get(set.ordinal) ?? []));
  const accepted = isGroupRejected ? 0 : transactionSets.filter((set) => set.status === 'A').length;
  const declared = group.trailer === undefined ? '' : element(group.trailer, 1).trim();
  return {
    functionalId: group.functionalId,
    groupControlNumber: group.controlNumber,
    guideId: group.guideId,
    transactionSets,
    groupStatus: isGroupRejected ? 'R' : groupStatusOf(accepted, group.transactionSets.length),
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

/** IK502 5: one or more segments in error; I5: by rules of the guide alone. */
const segmentsInError = '5';
const segmentsAgainstGuide = 'I5';

function acknowledgeTransactionSet(
  set: TransactionSet,
  findings: readonly X12Finding[],
): TransactionSetAcknowledgement {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const segmentErrors = segmentErrorsOf(set, errors);
  const codes = codesOf(errors, (finding) => finding.transactionErrorCode);
  if (segmentErrors.length > 0) {
    const code = segmentErrors.every(isOfGuide) ? segmentsAgainstGuide : segmentsInError;
    if (!codes.includes(code)) codes.unshift(code);
  } else if (errors.length > 0 && codes.length === 0) codes.push(segmentsInError);
  return {
    transactionId: set.transactionId,
    controlNumber: set.controlNumber,
    ...(set.guideId === '' ? {} : { guideId: set.guideId }),
    status: errors.length === 0 ? 'A' : 'R',
    errorCodes: codes.slice(0, 5),
    segmentErrors,
  };
}

/** True when only codes of the guide (`I…`), none of the standard's syntax, say what is wrong with a segment. */
function isOfGuide({ code, elementErrors }: SegmentError): boolean {
  if (code !== '8') return code?.startsWith('I') ?? false;
  return elementErrors.length > 0 && elementErrors.every((error) => error.code.startsWith('I'));
}

type Building = SegmentError & { readonly elementErrors: ElementError[] };

/** What IK301 names a segment whose id can't be one. */
const noSegmentId = '???';
/** IK303 holds four characters (element 447): `2010AA` is named by its beginning. */
const loopLengthMax = 4;

function segmentErrorsOf(set: TransactionSet, errors: readonly X12Finding[]): SegmentError[] {
  const built = new Map<string, Building>();
  const unitAt = businessUnits(set);
  for (const finding of errors) {
    const { segmentErrorCode: code } = acknowledgementCodesOf(finding);
    const { segmentId, segmentPosition } = finding;
    if (code === undefined || segmentId === undefined || segmentPosition === undefined) continue;
    const key = `${segmentPosition}/${segmentId}/${code}`;
    const known = built.get(key) ?? {
      segmentId: segmentId.length < 2 ? noSegmentId : segmentId,
      segmentPosition,
      ...(finding.loop === undefined ? {} : { loop: finding.loop.slice(0, loopLengthMax) }),
      code,
      contexts: unitContexts(unitAt(segmentPosition)),
      elementErrors: [],
    };
    built.set(key, known);
    const elementError = elementErrorOf(finding);
    if (elementError !== undefined) known.elementErrors.push(elementError);
  }
  return [...built.values()].sort((a, b) => a.segmentPosition - b.segmentPosition);
}

/** CTX01-2 holds 35 characters. */
const contextLengthMax = 35;

function unitContexts(unit: BusinessUnit | undefined): ErrorContext[] {
  return unit === undefined ? [] : [{ names: [{ name: unit.name, value: unit.value.slice(0, contextLengthMax) }] }];
}

function elementErrorOf(finding: X12Finding): ElementError | undefined {
  const { element: number } = finding;
  const { elementErrorCode: code } = acknowledgementCodesOf(finding);
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
