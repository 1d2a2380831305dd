import { type ClaimSubmissionRow, putIntoFile, takeReadyClaims } from '../db/claim-submissions.js';
import { readClaimsToSend } from '../db/claims-to-send.js';
import { takeControlNumber } from '../db/control-numbers.js';
import type { PracticeTransaction } from '../db/database.js';
import { newId, sha256Hex } from '../db/new-id.js';
import { findPayerProfile, getPractice } from '../db/practices.js';
import { findUnfinishedSubmission, insertSubmission } from '../db/submissions.js';
import { billingProviderOf, professionalClaimOf } from '../domain/claim/professional-claim-of.js';
import { sumCents } from '../domain/kernel/cents.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import type { Practice } from '../domain/practice/practice.js';
import type { ProfessionalClaim } from '../domain/x12/837p/professional-claim.js';
import type { ProfessionalClaimBatch } from '../domain/x12/837p/professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../domain/x12/837p/write-professional-claim-batch.js';
import {
  formatGroupControlNumber,
  formatInterchangeControlNumber,
  formatTransactionControlNumber,
} from '../domain/x12/control-numbers.js';
import { createdAt, envelopeOf } from './envelope-of.js';
import type { AssembleOutcome, SubmissionBookActivities } from './exchange-activities.js';
import type { ActivityDeps } from './ports.js';

/** Claims in one transaction set at most (005010X222A1 recommends 5,000). */
const claimsMax = 5000;

/** Makes one 837P of the ready claims of a payer; an unfinished file of the route comes first, so a crash never strands one. */
export function createAssembleSubmission(deps: ActivityDeps): SubmissionBookActivities['assembleSubmission'] {
  return ({ practiceId, payerCode, key }) =>
    deps.db.inPractice(practiceId, async (tx): Promise<AssembleOutcome> => {
      const unfinished = await findUnfinishedSubmission(tx, payerCode);
      if (unfinished !== null) return { kind: 'assembled', submissionId: unfinished };
      const ready = await takeReadyClaims(tx, payerCode, claimsMax);
      if (ready.length === 0) return { kind: 'nothing_ready' };
      return { kind: 'assembled', submissionId: await assemble(deps, tx, payerCode, key, ready) };
    });
}

async function assemble(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  payerCode: string,
  key: string,
  ready: readonly ClaimSubmissionRow[],
): Promise<string> {
  const practice = await getPractice(tx, tx.practiceId);
  const payer = await findPayerProfile(tx, payerCode);
  if (payer === null) throw new Error('claims are queued for a payer that has no profile');
  const now = deps.clock.now();
  const submissionId = newId('submission');
  const batchReference = `B${await takeControlNumber(tx, 'batch')}`;
  const envelope = envelopeOf(deps, practice, now, await takeControlNumber(tx, 'interchange'));
  const claims = await professionalClaims(tx, payer, ready);
  const batch = claimBatch(deps, practice, claims, batchReference, createdAt(practice, now));
  const content = Buffer.from(writeProfessionalClaimBatch(batch, envelope), 'latin1');
  await insertSubmission(tx, {
    id: submissionId,
    payerCode,
    key,
    fileName: `${practice.submitterId}_${formatInterchangeControlNumber(envelope.interchangeControlNumber)}.837`,
    interchangeControlNumber: formatInterchangeControlNumber(envelope.interchangeControlNumber),
    groupControlNumber: formatGroupControlNumber(envelope.groupControlNumber),
    transactionControlNumber: formatTransactionControlNumber(envelope.transactionControlNumber),
    batchReference,
    content,
    sha256: sha256Hex(content),
    claimCount: claims.length,
    chargeCents: sumCents(ready.map((claim) => claim.charge_cents)),
    at: now,
  });
  await putIntoFile(tx, submissionId, ready);
  return submissionId;
}

async function professionalClaims(
  tx: PracticeTransaction,
  payer: PayerProfile,
  ready: readonly ClaimSubmissionRow[],
): Promise<ProfessionalClaim[]> {
  const sources = await readClaimsToSend(
    tx,
    ready.map((claim) => claim.claim_id),
  );
  return ready.map((claim) => {
    const source = sources.get(claim.claim_id);
    if (source === undefined) throw new Error(`claim ${claim.claim_id} is queued but has no visit`);
    return professionalClaimOf({
      visit: source.visit,
      coded: claim.coded,
      payer,
      patientControlNumber: source.patientControlNumber,
      clearinghouseClaimNumber: claim.clearinghouse_claim_number,
      frequencyCode: claim.frequency_code,
      payerClaimControlNumber: claim.payer_claim_control_number,
    });
  });
}

function claimBatch(
  deps: ActivityDeps,
  practice: Practice,
  claims: readonly ProfessionalClaim[],
  batchId: string,
  created: ReturnType<typeof createdAt>,
): ProfessionalClaimBatch {
  return {
    batchId,
    createdOn: created.date,
    createdAt: created.time,
    purpose: 'original',
    kind: 'chargeable',
    submitter: {
      party: {
        kind: 'organization',
        name: practice.name,
        identifier: { qualifier: '46', value: practice.submitterId },
      },
      contacts: [
        { functionCode: 'IC', name: practice.contactName, numbers: [{ kind: 'TE', value: practice.contactPhone }] },
      ],
    },
    receiver: { name: deps.tradingPartner.name, id: deps.tradingPartner.receiverId },
    billingProviders: [{ billingProvider: billingProviderOf(practice), claims }],
  };
}
