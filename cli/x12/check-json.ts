import { z } from 'zod';
import { type BalanceEquation, balanceEquationKinds } from '../../domain/x12/835/balance-equation.js';
import type { GroupReport, InterchangeReport, TransactionReport } from '../../domain/x12/file-report.js';
import { remedyOf } from '../../domain/x12/finding-remedies.js';
import { maskFinding } from '../../domain/x12/masking/mask-finding.js';
import { snipLevelOf } from '../../domain/x12/snip-level.js';
import { transactionKinds } from '../../domain/x12/transaction-kind.js';
import { maskedText } from '../../domain/x12/view/printable.js';
import { describeLocation, type X12Finding } from '../../domain/x12/x12-finding.js';
import type { FileOutcome } from './check-one-file.js';

const count = z.number().int().nonnegative();
const ordinal = z.number().int().positive();
const cents = z.number().int();

const equationSchema = z.strictObject({
  kind: z.enum(balanceEquationKinds),
  level: z.enum(['line', 'claim', 'transaction']),
  /** Which claim of the transaction set and which line of the claim, from 1. */
  claim: ordinal.optional(),
  line: ordinal.optional(),
  /** CLP01 of the claim, masked unless asked for. */
  patientControlNumber: z.string().optional(),
  leftCents: cents,
  rightCents: cents,
  /** The summands of the right side, with the sign they are added by. */
  terms: z.array(z.strictObject({ name: z.string(), code: z.string().optional(), cents, count })),
  /** The segment that states the left side, where it is known. */
  segmentPosition: count.optional(),
  differenceCents: cents,
  holds: z.boolean(),
  /** An advisory equation may fail without making the 835 unbalanced. */
  advisory: z.boolean(),
});

const transactionSchema = z.strictObject({
  ordinal,
  kind: z.enum([...transactionKinds, 'unknown']),
  transactionId: z.string(),
  guideId: z.string(),
  controlNumber: z.string(),
  segments: count,
  byteOffset: count,
  claims: count.optional(),
  members: count.optional(),
  answeredSets: count.optional(),
  chargeCents: cents.optional(),
  paidCents: cents.optional(),
  paymentCents: cents.optional(),
  traceNumber: z.string().optional(),
  balance: z
    .strictObject({
      balances: z.boolean(),
      unreadableAmounts: z.array(z.string()),
      /** All; of a file read piece by piece that of the payment and those that fail. */
      equations: z.array(equationSchema),
      /** Equations that hold and are not listed. */
      leftOutCount: count,
      sums: z.array(
        z.strictObject({
          kind: z.enum(balanceEquationKinds),
          checkedCount: count,
          failedCount: count,
          leftCents: cents,
          rightCents: cents,
        }),
      ),
    })
    .optional(),
});

const partySchema = z.strictObject({ qualifier: z.string(), id: z.string() });

const findingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** What to do. */
  remedy: z.string(),
  /** The place in words. */
  place: z.string(),
  interchange: ordinal.optional(),
  group: ordinal.optional(),
  transaction: ordinal.optional(),
  segmentPosition: count.optional(),
  segmentId: z.string().optional(),
  loop: z.string().optional(),
  element: ordinal.optional(),
  component: ordinal.optional(),
  repetition: ordinal.optional(),
  byteOffset: count,
  /** The level of checking that finds it (WEDI SNIP 1–5, 7). */
  snip: ordinal,
  /** Of a wrong sum: what the file states, and what its parts add up to. */
  statedCents: cents.optional(),
  computedCents: cents.optional(),
  /** The offending text, masked unless asked for. */
  value: z.string().optional(),
  /** IK304, IK403, IK402, IK502, AK905, TA105 where the finding has one. */
  segmentErrorCode: z.string().optional(),
  elementErrorCode: z.string().optional(),
  elementReference: z.string().optional(),
  transactionErrorCode: z.string().optional(),
  groupErrorCode: z.string().optional(),
  interchangeNoteCode: z.string().optional(),
});

const totalsSchema = z.strictObject({
  interchangeCount: count,
  groupCount: count,
  transactionCount: count,
  claimCount: count,
  chargeCents: cents,
  paidCents: cents,
  paymentCents: cents,
  unbalancedCount: count,
  errorCount: count,
  warningCount: count,
});

const interchangeSchema = z.strictObject({
  ordinal,
  hasHeader: z.boolean(),
  controlNumber: z.string(),
  sender: partySchema,
  receiver: partySchema,
  /** ISA09 and ISA10 as written. */
  date: z.string(),
  time: z.string(),
  version: z.string(),
  usage: z.string(),
  acknowledgementRequested: z.boolean(),
  byteOffset: count,
  byteLength: count,
  acknowledgements: z.array(
    z.strictObject({
      interchangeControlNumber: z.string(),
      interchangeDate: z.string(),
      interchangeTime: z.string(),
      status: z.enum(['A', 'E', 'R']),
      noteCode: z.string(),
    }),
  ),
  groups: z.array(
    z.strictObject({
      ordinal,
      functionalId: z.string(),
      senderCode: z.string(),
      receiverCode: z.string(),
      date: z.string(),
      time: z.string(),
      controlNumber: z.string(),
      guideId: z.string(),
      byteOffset: count,
      transactions: z.array(transactionSchema),
    }),
  ),
});

/** One line of `x12 check --json`: a file that was read, or why it was not. */
export const fileCheckSchema = z.discriminatedUnion('status', [
  z.strictObject({
    file: z.string(),
    status: z.literal('read'),
    bytes: count,
    interchanges: z.array(interchangeSchema),
    findings: z.array(findingSchema),
    totals: totalsSchema,
  }),
  z.strictObject({ file: z.string(), status: z.literal('unread'), reason: z.string() }),
]);

export type FileCheck = z.infer<typeof fileCheckSchema>;

/** The outcome of one file in that form. */
export function fileCheckOf(outcome: FileOutcome, masked: boolean): FileCheck {
  if (outcome.kind === 'unread') return { file: outcome.path, status: 'unread', reason: outcome.reason };
  const { path, sizeBytes, report } = outcome;
  return {
    file: path,
    status: 'read',
    bytes: sizeBytes,
    interchanges: report.interchanges.map((interchange) => interchangeOf(interchange, masked)),
    findings: report.findings.map((finding) => findingOf(finding, masked)),
    totals: report.totals,
  };
}

type InterchangeCheck = z.infer<typeof interchangeSchema>;

function interchangeOf(interchange: InterchangeReport, masked: boolean): InterchangeCheck {
  const { senderQualifier, senderId, receiverQualifier, receiverId, acknowledgements, groups, ...facts } = interchange;
  return {
    ...facts,
    sender: { qualifier: senderQualifier, id: senderId },
    receiver: { qualifier: receiverQualifier, id: receiverId },
    acknowledgements: [...acknowledgements],
    groups: groups.map((group) => groupOf(group, masked)),
  };
}

function groupOf({ transactions, ...facts }: GroupReport, masked: boolean): InterchangeCheck['groups'][number] {
  return { ...facts, transactions: transactions.map((transaction) => transactionOf(transaction, masked)) };
}

function transactionOf(transaction: TransactionReport, masked: boolean): z.infer<typeof transactionSchema> {
  const { segmentCount, claimCount, memberCount, answeredSetCount, balance, patientControlNumbers, ...facts } =
    transaction;
  return {
    ...facts,
    segments: segmentCount,
    ...(claimCount === undefined ? {} : { claims: claimCount }),
    ...(memberCount === undefined ? {} : { members: memberCount }),
    ...(answeredSetCount === undefined ? {} : { answeredSets: answeredSetCount }),
    ...(balance === undefined
      ? {}
      : {
          balance: {
            balances: balance.balances,
            unreadableAmounts: [...balance.unreadableAmounts],
            equations: balance.equations.map((equation) => equationOf(equation, patientControlNumbers, masked)),
            leftOutCount: balance.leftOutCount,
            sums: [...balance.sums],
          },
        }),
  };
}

function equationOf(
  { claimIndex, lineIndex, terms, ...facts }: BalanceEquation,
  patientControlNumbers: TransactionReport['patientControlNumbers'],
  masked: boolean,
): z.infer<typeof equationSchema> {
  const figures = { ...facts, terms: [...terms] };
  if (claimIndex === undefined) return figures;
  const patientControlNumber = masked ? maskedText : (patientControlNumbers?.get(claimIndex) ?? '');
  return {
    ...figures,
    claim: claimIndex + 1,
    ...(lineIndex === undefined ? {} : { line: lineIndex + 1 }),
    patientControlNumber,
  };
}

function findingOf(finding: X12Finding, masked: boolean): z.infer<typeof findingSchema> {
  const { figures, snip = snipLevelOf(finding.code), ...shown } = masked ? maskFinding(finding) : finding;
  return { ...shown, ...figures, snip, remedy: remedyOf(finding.code), place: describeLocation(shown) };
}
