import type { TransactionSet } from '../interchange.js';
import { childLoop, childLoops, findSegment, type LoopInstance } from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { element, type Segment } from '../segment.js';
import { TransactionCheck } from '../transaction-check.js';
import type { ValidationOptions } from '../validation-options.js';
import type { X12Finding } from '../x12-finding.js';
import { implementationAcknowledgementGuide } from './implementation-acknowledgement-guide.js';

/** Checks a 999 beyond its guide's tables: AK9 against the sets it lists (SNIP 3), verdicts against what they rest on (4). */
export function validateImplementationAcknowledgement(
  transactionSet: TransactionSet,
  options: ValidationOptions = {},
): readonly X12Finding[] {
  const root = options.root ?? readLoops(implementationAcknowledgementGuide, transactionSet).root;
  const check = new TransactionCheck(transactionSet);
  const sets = childLoops(root, '2000');
  for (const set of sets) checkVerdict(check, set);
  const group = findSegment(root, 'AK9');
  if (group !== undefined) checkGroup(check, root, group, sets);
  return check.findings;
}

/** A set with errors listed was not accepted without any. */
function checkVerdict(check: TransactionCheck, set: LoopInstance): void {
  const verdict = findSegment(set, 'IK5');
  if (verdict === undefined || element(verdict, 1) !== 'A' || childLoop(set, '2100') === undefined) return;
  check.report(
    set,
    verdict,
    {
      code: 'acknowledgement-status-conflict',
      severity: 'warning',
      message: 'The set is accepted as if without errors (IK501 is A), and errors are listed.',
      elementErrorCode: '7',
    },
    { element: 1 },
  );
}

function checkGroup(check: TransactionCheck, root: LoopInstance, group: Segment, sets: readonly LoopInstance[]): void {
  const [received, accepted] = [check.fields.quantity(group, 3), check.fields.quantity(group, 4)];
  if (received === undefined || accepted === undefined) return;
  const listed = sets.filter((set) => /^[AE]$/.test(element(findSegment(set, 'IK5') ?? group, 1)));
  if (sets.length !== received) {
    reportCount(check, root, group, 3, 'AK903 is not the number of sets that are answered (AK2).');
  } else if (accepted !== listed.length) {
    reportCount(check, root, group, 4, 'AK904 is not the number of sets that are accepted (IK501 is A or E).');
  } else if (!fitsCounts(check.fields.quantity(group, 2) ?? received, received, accepted, element(group, 1))) {
    check.report(
      root,
      group,
      {
        code: 'acknowledgement-status-conflict',
        severity: 'warning',
        message: 'The verdict on the group (AK901) does not fit how many of its sets were accepted.',
        elementErrorCode: '7',
      },
      { element: 1 },
    );
  }
}

function reportCount(
  check: TransactionCheck,
  root: LoopInstance,
  group: Segment,
  number: number,
  message: string,
): void {
  check.report(
    root,
    group,
    { code: 'acknowledgement-totals-differ', severity: 'warning', message },
    { element: number },
  );
}

/** A set that the group includes and that is not answered (a 999 among claims) is not accepted either. */
function fitsCounts(included: number, received: number, accepted: number, status: string): boolean {
  if (status === 'A' || status === 'E') return accepted === received;
  if (status === 'P') return accepted > 0 && accepted < Math.max(included, received);
  return status !== 'R' || accepted === 0;
}
