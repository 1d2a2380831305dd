import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
import { type Cents, cents, sumCents } from '../kernel/cents.js';
import type { ClaimVerdict, HoldReason } from './claim-verdict.js';

/** How a claim changes: it may go now, it would be held, or it would go with other codes. */
export const verdictChangeKinds = ['payable_now', 'held_now', 'recoded'] as const;

/** A claim that other rules treat differently, why, and what it is worth in charges; negative when less would be billed. */
export interface VerdictChange {
  readonly kind: (typeof verdictChangeKinds)[number];
  /** What held it before, or would hold it now; the changed lines have no reason of their own. */
  readonly reasons: readonly HoldReason[];
  readonly before: string;
  readonly after: string;
  readonly effectCents: Cents;
}

/** The difference between two verdicts of one claim; null when nothing changes that matters. */
export function verdictChange(before: ClaimVerdict, after: ClaimVerdict): VerdictChange | null {
  if (before.kind !== 'payable') {
    if (after.kind !== 'payable') return null;
    return {
      kind: 'payable_now',
      reasons: before.reasons,
      ...textsOf(before, after),
      effectCents: chargeOf(after.claim),
    };
  }
  const chargedCents = chargeOf(before.claim);
  if (after.kind !== 'payable') {
    return { kind: 'held_now', reasons: after.reasons, ...textsOf(before, after), effectCents: cents(-chargedCents) };
  }
  if (billsTheSame(before.claim, after.claim)) return null;
  const effectCents = cents(chargeOf(after.claim) - chargedCents);
  return { kind: 'recoded', reasons: [], ...textsOf(before, after), effectCents };
}

function textsOf(before: ClaimVerdict, after: ClaimVerdict): { readonly before: string; readonly after: string } {
  return { before: verdictText(before), after: verdictText(after) };
}

function chargeOf(claim: CodedClaim): Cents {
  return sumCents(claim.lines.map((line) => line.chargeCents));
}

/** Whether the texts of both claims are the same, without making them: most claims stay as they are. */
function billsTheSame(one: CodedClaim, other: CodedClaim): boolean {
  return (
    one === other ||
    (one.placeOfService === other.placeOfService &&
      isSameList(one.diagnoses, other.diagnoses, Object.is) &&
      isSameList(one.lines, other.lines, isSameLine))
  );
}

function isSameLine(one: ServiceLine, other: ServiceLine): boolean {
  return (
    one.procedureCode === other.procedureCode &&
    one.units === other.units &&
    isSameList(one.modifiers, other.modifiers, Object.is)
  );
}

function isSameList<T>(one: readonly T[], other: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  if (one.length !== other.length) return false;
  return one.every((item, index) => {
    const counterpart = other[index];
    return counterpart !== undefined && isSame(item, counterpart);
  });
}

/** The billable content in one line: place of service, diagnoses, and each line with modifiers and units. */
function verdictText(verdict: ClaimVerdict): string {
  if (verdict.kind === 'needs_coder') return 'waits for a coder';
  const prefix = verdict.kind === 'held' ? 'held: ' : '';
  const { claim } = verdict;
  if (claim === null) return `${prefix}without codes`;
  const lines = claim.lines.map(
    ({ procedureCode, modifiers, units }) =>
      `${[procedureCode, ...modifiers].join('-')}${units === 1 ? '' : ` × ${units}`}`,
  );
  return `${prefix}${lines.join(', ')} at ${claim.placeOfService} for ${claim.diagnoses.join(' ')}`;
}
