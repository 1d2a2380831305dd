import { checkIdentifiers } from '../check-identifiers.js';
import type { TransactionSet } from '../interchange.js';
import { childLoop, childLoops, findSegment, firstSegment, type LoopInstance } from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { TransactionCheck } from '../transaction-check.js';
import type { ValidationOptions } from '../validation-options.js';
import type { X12Finding } from '../x12-finding.js';
import { eligibilityResponseGuide } from './eligibility-response-guide.js';

/** Checks a 271 beyond its guide's tables: each person asked about gets benefits (EB) or a refusal (AAA), not both. */
export function validateEligibilityResponse(
  transactionSet: TransactionSet,
  options: ValidationOptions = {},
): readonly X12Finding[] {
  const root = options.root ?? readLoops(eligibilityResponseGuide, transactionSet).root;
  const check = new TransactionCheck(transactionSet);
  checkIdentifiers(check, root, options.codes ?? {});
  for (const source of childLoops(root, '2000A')) {
    const bySource = isRefused(source, '2100A');
    for (const receiver of childLoops(source, '2000B')) {
      const byReceiver = bySource || isRefused(receiver, '2100B');
      for (const subscriber of childLoops(receiver, '2000C')) checkSubscriber(check, subscriber, byReceiver);
    }
  }
  return check.findings;
}

/** A refusal of the payer, the provider or the subscriber answers for everybody below. */
function checkSubscriber(check: TransactionCheck, subscriber: LoopInstance, isRefusedAbove: boolean): void {
  const dependents = childLoops(subscriber, '2000D');
  if (dependents.length === 0) checkAnswer(check, subscriber, ['2100C', '2110C'], isRefusedAbove);
  const bySubscriber = isRefusedAbove || isRefused(subscriber, '2100C');
  for (const dependent of dependents) checkAnswer(check, dependent, ['2100D', '2110D'], bySubscriber);
}

function isRefused(level: LoopInstance, nameLoop: string): boolean {
  const named = childLoop(level, nameLoop);
  return [level, named].some((loop) => loop !== undefined && findSegment(loop, 'AAA') !== undefined);
}

function checkAnswer(
  check: TransactionCheck,
  level: LoopInstance,
  [nameLoop, benefitLoop]: readonly [string, string],
  isRefusedAbove: boolean,
): void {
  const member = childLoop(level, nameLoop);
  const name = member && firstSegment(member);
  if (member === undefined || name === undefined) return;
  const refusal = findSegment(member, 'AAA');
  const hasBenefits = childLoop(member, benefitLoop) !== undefined;
  if (refusal !== undefined && hasBenefits) {
    check.report(member, refusal, {
      code: 'eligibility-answer-conflict',
      severity: 'warning',
      message: 'The inquiry about this person is refused (AAA), and benefits (EB) are given all the same.',
      segmentErrorCode: 'I9',
    });
  }
  if (refusal !== undefined || hasBenefits || isRefusedAbove) return;
  check.reportMissing(member, name, 'EB', {
    code: 'eligibility-answer-missing',
    message: 'Nothing is answered about this person: neither benefits (EB) nor why not (AAA).',
  });
}
