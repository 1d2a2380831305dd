import { assertNever } from '../../kernel/assert-never.js';
import { checkIdentifiers } from '../check-identifiers.js';
import type { TransactionSet } from '../interchange.js';
import {
  childLoop,
  childLoops,
  descendantLoops,
  findSegment,
  findSegments,
  type LoopInstance,
} from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { component, element } from '../segment.js';
import { sumWithinRange } from '../sum-within-range.js';
import { TransactionCheck } from '../transaction-check.js';
import type { ValidationOptions } from '../validation-options.js';
import type { X12Finding } from '../x12-finding.js';
import { acceptedOrRejected } from './accepted-or-rejected.js';
import type { AcknowledgementStatus } from './claim-acknowledgement.js';
import { claimAcknowledgementGuide } from './claim-acknowledgement-guide.js';

/** Checks a 277CA beyond its guide's tables: totals against claims (SNIP 3), categories and actions (SNIP 4). */
export function validateClaimAcknowledgement(
  transactionSet: TransactionSet,
  options: ValidationOptions = {},
): readonly X12Finding[] {
  const root = options.root ?? readLoops(claimAcknowledgementGuide, transactionSet).root;
  const check = new TransactionCheck(transactionSet);
  checkIdentifiers(check, root, options.codes ?? {});
  for (const receiver of descendantLoops(root, '2000B')) {
    const providers = childLoops(receiver, '2000C');
    checkTotals(check, childLoop(receiver, '2200B'), ['90', 'AA'], providers.flatMap(claimsOf));
    for (const provider of providers) {
      checkTotals(check, childLoop(provider, '2200C'), ['QA', 'QC'], claimsOf(provider));
    }
  }
  checkStatuses(check, root);
  return check.findings;
}

function claimsOf(provider: LoopInstance): LoopInstance[] {
  return childLoops(provider, '2000D').flatMap((patient) => childLoops(patient, '2200D'));
}

type Answer = { readonly isRejected: boolean; readonly chargeCents: number | undefined };

/** Counts (QTY) and amounts (AMT YU, YY) of a level against the claims below it, where it lists any and each is clear. */
function checkTotals(
  check: TransactionCheck,
  level: LoopInstance | undefined,
  [accepted, rejected]: readonly [string, string],
  claims: readonly LoopInstance[],
): void {
  if (level === undefined || claims.length === 0) return;
  const answers = claims.flatMap((claim) => answerOf(check, claim) ?? []);
  if (answers.length < claims.length) return;
  const split = [
    answers.filter((answer) => !answer.isRejected),
    answers.filter((answer) => answer.isRejected),
  ] as const;
  checkCount(check, level, accepted, split[0]);
  checkCount(check, level, rejected, split[1]);
  checkAmount(check, level, 'YU', split[0]);
  checkAmount(check, level, 'YY', split[1]);
}

function answerOf(check: TransactionCheck, claim: LoopInstance): Answer | undefined {
  const segments = findSegments(claim, 'STC');
  const statuses = segments.map((segment): AcknowledgementStatus => {
    const action = element(segment, 3);
    const codes = { category: component(segment, 1, 1), code: component(segment, 1, 2) };
    return action === 'U' || action === 'WQ' ? { ...codes, action } : codes;
  });
  const chargeCents = check.fields.amount(segments[0], 4);
  const outcome = acceptedOrRejected({ statuses, lines: [] });
  switch (outcome) {
    case 'accepted':
    case 'received':
      return { isRejected: false, chargeCents };
    case 'rejected':
      return { isRejected: true, chargeCents };
    case 'unclear':
      return undefined;
  }
  return assertNever(outcome);
}

const totalsDiffer = { code: 'acknowledgement-totals-differ', severity: 'warning' } as const;

function checkCount(check: TransactionCheck, level: LoopInstance, qualifier: string, answers: readonly Answer[]): void {
  const segment = findSegment(level, 'QTY', qualifier);
  const stated = check.fields.quantity(segment, 2);
  if (segment === undefined || stated === undefined || stated === answers.length) return;
  const message = 'This number of claims is not the number that stand below with such an answer.';
  check.report(level, segment, { ...totalsDiffer, message }, { element: 2 });
}

function checkAmount(
  check: TransactionCheck,
  level: LoopInstance,
  qualifier: string,
  answers: readonly Answer[],
): void {
  const segment = findSegment(level, 'AMT', qualifier);
  const statedCents = check.fields.amount(segment, 2);
  if (segment === undefined || statedCents === undefined) return;
  if (answers.some((answer) => answer.chargeCents === undefined)) return;
  const computedCents = sumWithinRange(answers.map((answer) => answer.chargeCents ?? 0));
  if (computedCents === statedCents) return;
  const message = 'This amount is not the sum of the charges (STC04) of the claims below with such an answer.';
  check.report(level, segment, { ...totalsDiffer, message, figures: { statedCents, computedCents } }, { element: 2 });
}

const rejectingCategories = new Set(['A3', 'A4', 'A6', 'A7', 'A8']);

function checkStatuses(check: TransactionCheck, instance: LoopInstance): void {
  for (const segment of findSegments(instance, 'STC')) {
    const category = component(segment, 1, 1);
    const action = element(segment, 3);
    if (category !== '' && !/^[AE]\d/.test(category)) {
      check.report(
        instance,
        segment,
        {
          code: 'status-category-not-allowed',
          severity: 'warning',
          message: 'An acknowledgement answers in categories A (and E) only; others belong to a 277 of claim status.',
          elementErrorCode: 'I6',
        },
        { element: 1, component: 1 },
      );
    } else if (category.startsWith('A') && (action === 'U' || action === 'WQ')) {
      if (rejectingCategories.has(category) === (action === 'U')) continue;
      check.report(
        instance,
        segment,
        {
          code: 'acknowledgement-status-conflict',
          severity: 'warning',
          message: 'The category (STC01-1) and the action (STC03) say opposite things.',
          elementErrorCode: '7',
        },
        { element: 3 },
      );
    }
  }
  for (const child of instance.loops) checkStatuses(check, child);
}
