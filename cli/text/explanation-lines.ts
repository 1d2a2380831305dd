import type { ClaimExplanation } from '../../db/claim-history-queries.js';
import type { ExplainedClaim } from '../../db/explain-claim.js';
import { cents, formatDollars } from '../../domain/kernel/cents.js';
import type { Finding } from '../../domain/kernel/finding.js';
import { branch, traceLines } from './trace-lines.js';

/** Why a claim is as it is, as a tree: its money, then each decision with its rules and what was found. */
export function explanationLines({
  claimId,
  patientControlNumber,
  headline,
  money,
  decisions,
}: ExplainedClaim): string[] {
  const amounts = [
    `charge ${dollars(money.chargeCents)}`,
    `paid ${dollars(money.paidCents)}`,
    `adjusted ${dollars(money.adjustedCents)}`,
    `patient ${dollars(money.patientResponsibilityCents)}`,
  ];
  const reasons = decisions.length === 0 ? ['nothing was decided yet'] : decisions.flatMap(decisionLines);
  return [`claim ${claimId}  ${patientControlNumber}  ${headline}`, amounts.join(', '), ...reasons];
}

function decisionLines({ step, cycle, at, ruleSet, trace, findings }: ClaimExplanation): string[] {
  const told = new Set(trace.map(({ ruleId }) => ruleId));
  // An edit's finding is a step of the trace already.
  const others = findings.filter(({ code }) => !told.has(`edit:${code}`));
  return [
    `${step}, cycle ${cycle}, ${at.slice(0, 16).replace('T', ' ')}, rules ${ruleSet}`,
    ...traceLines(trace),
    ...others.flatMap(findingBranch),
  ];
}

function findingBranch({ code, severity, message, location, remedy, source }: Finding): string[] {
  const rows = [
    ['at', location],
    ['found', message],
    ['to do', remedy],
    ['source', source],
  ] as const;
  return branch(
    `${severity} ${code}`,
    rows.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])),
  );
}

function dollars(amountCents: number): string {
  return formatDollars(cents(amountCents));
}
