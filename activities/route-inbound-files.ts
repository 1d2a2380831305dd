import { heartbeat } from '@temporalio/activity';
import type { PracticeTransaction } from '../db/database.js';
import { type InboundFileRow, lockInboundFile, markInboundFile } from '../db/inbound-files.js';
import { derivedId } from '../db/new-id.js';
import { enqueueOutbox } from '../db/outbox.js';
import { getPractice } from '../db/practices.js';
import { openWorkItem } from '../db/work-items.js';
import { zeroCents } from '../domain/kernel/cents.js';
import type { Finding } from '../domain/kernel/finding.js';
import { isClaimAcknowledgement } from '../domain/x12/277ca/is-claim-acknowledgement.js';
import { readClaimAcknowledgement } from '../domain/x12/277ca/read-claim-acknowledgement.js';
import { readImplementationAcknowledgement } from '../domain/x12/999/read-implementation-acknowledgement.js';
import { findingOf } from '../domain/x12/finding-of.js';
import type { Interchange, TransactionSet } from '../domain/x12/interchange.js';
import { readInterchanges } from '../domain/x12/read-interchanges.js';
import { readInterchangeAcknowledgement } from '../domain/x12/ta1/read-interchange-acknowledgement.js';
import { applyClaimAcknowledgement } from './apply-claim-acknowledgement.js';
import { applyImplementationAcknowledgement } from './apply-implementation-acknowledgement.js';
import { applyInterchangeAcknowledgement } from './apply-interchange-acknowledgement.js';
import type { InboundBookActivities } from './exchange-activities.js';
import { isLastingFault } from './lasting-fault.js';
import type { ActivityDeps } from './ports.js';
import { createReportInboundFault } from './report-inbound-fault.js';

/** Reads stored files in order and applies each in a transaction of its own; files done before are passed over, and one that can't be applied now stops none of the others. */
export function createRouteInboundFiles(deps: ActivityDeps): InboundBookActivities['routeInboundFiles'] {
  return async ({ practiceId, inboundFileIds }) => {
    const reportFault = createReportInboundFault(deps);
    const faults: unknown[] = [];
    for (const [index, inboundFileId] of inboundFileIds.entries()) {
      try {
        await deps.db.inPractice(practiceId, (tx) => routeFile(deps, tx, inboundFileId));
      } catch (fault) {
        deps.log.warn(
          { inboundFileId, fault: fault instanceof Error ? fault.name : 'unknown' },
          'a file could not be applied; trying again',
        );
        if (isLastingFault(fault)) await reportFault({ practiceId, inboundFileId, fault: fault.name });
        else faults.push(fault);
      }
      heartbeat({ done: index + 1, of: inboundFileIds.length });
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} files could not be applied`);
  };
}

/** Acknowledgements go to their claims, an 835 to its own intake. A file nobody can use becomes a work item. */
async function routeFile(deps: ActivityDeps, tx: PracticeTransaction, inboundFileId: string): Promise<void> {
  const file = await lockInboundFile(tx, inboundFileId);
  if (file.state !== 'stored') return;
  const { interchanges, findings } = readInterchanges(file.content);
  const kinds = kindsOf(interchanges);
  const applied = await applyAll(deps, tx, file, interchanges);
  const all = [...findings.map(findingOf), ...applied];
  const isRemittance = kinds.includes('835');
  if (isRemittance) await startIntake(tx, file);
  const unusable = kinds.length === 0 || applied.some((finding) => finding.severity === 'error');
  if (unusable) await openUnreadableItem(deps, tx, file, all);
  await markInboundFile(tx, file.id, {
    kind: kinds.length === 0 ? 'unknown' : kinds.join('+'),
    state: kinds.length === 0 ? 'unreadable' : isRemittance ? 'in_intake' : 'processed',
    findings: all.slice(0, 100),
    at: deps.clock.now(),
  });
}

function transactionSets(interchanges: readonly Interchange[]): TransactionSet[] {
  return interchanges.flatMap((interchange) => interchange.groups).flatMap((group) => group.transactionSets);
}

function kindsOf(interchanges: readonly Interchange[]): string[] {
  const sets = transactionSets(interchanges).map((set) => set.transactionId);
  const acknowledgements = interchanges.some((interchange) => interchange.acknowledgements.length > 0) ? ['TA1'] : [];
  return [...new Set([...acknowledgements, ...sets])];
}

async function applyAll(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  file: InboundFileRow,
  interchanges: readonly Interchange[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const segment of interchanges.flatMap((interchange) => interchange.acknowledgements)) {
    findings.push(...(await applyInterchangeAcknowledgement(deps, tx, readInterchangeAcknowledgement(segment))));
  }
  for (const [index, set] of transactionSets(interchanges).entries()) {
    findings.push(...(await applySet(deps, tx, `${file.id}#${index + 1}`, set)));
  }
  return findings;
}

async function applySet(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  key: string,
  set: TransactionSet,
): Promise<readonly Finding[]> {
  switch (set.transactionId) {
    case '999':
      return applyImplementationAcknowledgement(deps, tx, readImplementationAcknowledgement(set).value);
    case '277':
      if (!isClaimAcknowledgement(set)) return [notExpected(set)];
      return applyClaimAcknowledgement(deps, tx, readClaimAcknowledgement(set).value, key);
    case '835':
      return [];
    default:
      return [notExpected(set)];
  }
}

function notExpected(set: TransactionSet): Finding {
  return {
    code: 'transaction-not-expected',
    severity: 'error',
    message: `a ${set.transactionId} of guide ${set.guideId} is not expected in the mailbox`,
    location: `transaction set ${set.ordinal} of group ${set.groupOrdinal}`,
    remedy: 'Ask the clearinghouse what this file is meant for.',
  };
}

function startIntake(tx: PracticeTransaction, file: InboundFileRow): Promise<void> {
  return enqueueOutbox(tx, derivedId('claimEvent', file.id, 'intake'), {
    kind: 'start_remittance_intake',
    inboundFileId: file.id,
  });
}

async function openUnreadableItem(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  file: InboundFileRow,
  findings: readonly Finding[],
): Promise<void> {
  const practice = await getPractice(tx, tx.practiceId);
  await openWorkItem(tx, {
    kind: 'inbound_file_unreadable',
    key: `inbound:${file.id}`,
    cause: `File ${file.name} could not be used in full: ${findings[0]?.message ?? 'it holds no transaction set'}.`,
    findings: findings.slice(0, 20),
    amountCents: zeroCents,
    at: deps.clock.now(),
    timeZone: practice.timeZone,
    inboundFileId: file.id,
  });
}
