import { sumCents } from '../../domain/kernel/cents.js';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import type {
  AcknowledgedClaim,
  AcknowledgementStatus,
  AcknowledgementTotals,
  ClaimAcknowledgement,
  ProviderAcknowledgement,
} from '../../domain/x12/277ca/claim-acknowledgement.js';
import { compact } from '../../domain/x12/compact.js';
import { servicePeriodOf } from '../claims/received-claim.js';
import { payerPolicy } from '../payers/payer-policies.js';
import type { ClaimRecord } from '../state/claim-record.js';
import { billingParty, clearinghouseParty, patientParty, payerParty } from './answer-parties.js';

/** Claims of one batch that one payer answers at one time. */
export interface AcknowledgementGroup {
  readonly payerId: string;
  readonly batchReference: string;
  readonly submitterId: string;
  readonly receivedAt: Instant;
  readonly acknowledgeAt: Instant;
  readonly records: readonly ClaimRecord[];
}

/** Makes the 277CA of a group: each claim accepted into adjudication (A2) or turned back, with the payer's number. */
export function composeClaimAcknowledgement(
  group: AcknowledgementGroup,
  referenceNumber: string,
): ClaimAcknowledgement {
  const { records, acknowledgeAt } = group;
  const policy = payerPolicy(group.payerId);
  return {
    referenceNumber,
    source: {
      kind: policy ? 'payer' : 'clearinghouse',
      party: policy ? payerParty(policy) : clearinghouseParty,
      traceNumber: referenceNumber,
      receivedDate: plainDateAt(group.receivedAt),
      processedDate: plainDateAt(acknowledgeAt),
    },
    submitter: {
      kind: 'organization',
      name: 'SUBMITTER',
      identifier: { qualifier: '46', value: group.submitterId },
    },
    batch: {
      traceNumber: group.batchReference,
      statuses: [batchStatus(group)],
      totals: totalsOf(records),
    },
    providers: providersOf(records).map((own) => providerAcknowledgement(own, acknowledgeAt)),
  };
}

function isAccepted(record: ClaimRecord): boolean {
  return record.disposition.kind === 'accepted';
}

function batchStatus(group: AcknowledgementGroup): AcknowledgementStatus {
  return {
    category: 'A1',
    code: '19',
    entity: 'PR',
    action: group.records.some(isAccepted) ? 'WQ' : 'U',
    amountCents: sumCents(group.records.map((record) => record.claim.chargeCents)),
    date: plainDateAt(group.acknowledgeAt),
  };
}

function totalsOf(records: readonly ClaimRecord[]): AcknowledgementTotals {
  const accepted = records.filter(isAccepted);
  const rejected = records.filter((record) => !isAccepted(record));
  return {
    ...(accepted.length === 0
      ? {}
      : {
          acceptedCount: accepted.length,
          acceptedCents: sumCents(accepted.map((record) => record.claim.chargeCents)),
        }),
    ...(rejected.length === 0
      ? {}
      : {
          rejectedCount: rejected.length,
          rejectedCents: sumCents(rejected.map((record) => record.claim.chargeCents)),
        }),
  };
}

function providersOf(records: readonly ClaimRecord[]): ClaimRecord[][] {
  const byNpi = new Map<string, ClaimRecord[]>();
  for (const record of records) {
    const own = byNpi.get(record.claim.billingNpi);
    if (own) own.push(record);
    else byNpi.set(record.claim.billingNpi, [record]);
  }
  return [...byNpi.values()];
}

function providerAcknowledgement(records: readonly ClaimRecord[], at: Instant): ProviderAcknowledgement {
  const [first] = records;
  if (!first) throw new RangeError('a provider is acknowledged with at least one claim');
  return {
    provider: billingParty(first.claim),
    statuses: [],
    totals: totalsOf(records),
    references: [],
    claims: records.map((record) => acknowledgedClaim(record, at)),
  };
}

function acknowledgedClaim(record: ClaimRecord, at: Instant): AcknowledgedClaim {
  const { claim, disposition } = record;
  return compact({
    patient: patientParty(claim),
    patientControlNumber: claim.patientControlNumber,
    statuses: [claimStatus(record, at)],
    payerClaimControlNumber: disposition.kind === 'accepted' ? disposition.payerClaimControlNumber : undefined,
    clearinghouseClaimNumber: claim.submissionId,
    servicePeriod: servicePeriodOf(claim),
    lines: [],
  });
}

function claimStatus(record: ClaimRecord, at: Instant): AcknowledgementStatus {
  const { claim, disposition } = record;
  const common = { amountCents: claim.chargeCents, date: plainDateAt(at) };
  if (disposition.kind !== 'rejected') return { category: 'A2', code: '20', entity: 'PR', action: 'WQ', ...common };
  const { category, code, entity } = disposition;
  return { category, code, ...(entity === '' ? {} : { entity }), action: 'U', ...common };
}
