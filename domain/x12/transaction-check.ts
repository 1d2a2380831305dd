import type { Severity } from '../kernel/finding.js';
import { FieldReader } from './field-reader.js';
import { findingAt } from './finding-at.js';
import type { TransactionSetHeading } from './interchange.js';
import type { SegmentRule } from './guide.js';
import type { LoopInstance } from './loop-instance.js';
import { isSameSegment, type Segment } from './segment.js';
import type { AcknowledgementCodes, X12Finding, X12FindingCode } from './x12-finding.js';

/** What is wrong, in the words of a finding; an error unless said otherwise. */
export type Problem = Pick<AcknowledgementCodes, 'elementErrorCode' | 'segmentErrorCode'> &
  Pick<X12Finding, 'figures'> & {
    readonly code: X12FindingCode;
    readonly severity?: Severity;
    readonly message: string;
  };

/** The element of a segment a problem is about. */
export type ElementPlace = { readonly element: number; readonly component?: number; readonly repetition?: number };

/** Collects what the checks of one transaction set find, and reads elements for them without reporting any. */
export class TransactionCheck {
  /** Reads values; what can't be read was reported by the reader of the transaction, so nobody looks at its findings. */
  readonly fields: FieldReader;
  readonly #findings: X12Finding[] = [];

  constructor(readonly transactionSet: TransactionSetHeading) {
    this.fields = new FieldReader(transactionSet);
  }

  /** Reports a segment of a loop, or one of its elements. */
  report(instance: LoopInstance, segment: Segment, problem: Problem, place?: ElementPlace): void {
    const { severity = 'error', ...what } = problem;
    const reference = place === undefined ? undefined : elementReference(instance, segment, place);
    const isElementError = problem.elementErrorCode !== undefined && problem.segmentErrorCode === undefined;
    this.#findings.push(
      findingAt(
        this.transactionSet,
        segment,
        {
          ...what,
          severity,
          ...(isElementError ? { segmentErrorCode: '8' } : {}),
          ...(isElementError && reference !== undefined ? { elementReference: reference } : {}),
        },
        { loop: loopIdOf(instance), ...place },
      ),
    );
  }

  /** Reports a segment that is not there, at the segment that makes it necessary. */
  reportMissing(instance: LoopInstance, because: Segment, missingId: string, problem: Problem): void {
    const { severity = 'error', ...what } = problem;
    this.#findings.push({
      ...findingAt(
        this.transactionSet,
        because,
        { segmentErrorCode: 'I6', ...what, severity },
        { loop: loopIdOf(instance) },
      ),
      segmentId: missingId,
    });
  }

  /** All that was found, in file order. */
  get findings(): readonly X12Finding[] {
    return this.#findings.toSorted((a, b) => a.byteOffset - b.byteOffset);
  }
}

/** The loop's id for a finding; the transaction set itself is no loop of the guide. */
function loopIdOf(instance: LoopInstance): string | undefined {
  return instance.parent === undefined ? undefined : instance.id;
}

function ruleOf(instance: LoopInstance, segment: Segment): SegmentRule | undefined {
  for (let index = 0; index < instance.segmentCount; index += 1) {
    const one = instance.segmentAt(index);
    if (one !== undefined && isSameSegment(one, segment)) return instance.ruleAt(index);
  }
  return undefined;
}

function elementReference(instance: LoopInstance, segment: Segment, place: ElementPlace): string | undefined {
  const rule = ruleOf(instance, segment)?.elements[place.element - 1];
  if (rule === undefined) return undefined;
  return rule.kind === 'composite' && place.component !== undefined
    ? rule.components[place.component - 1]?.reference
    : rule.reference;
}
