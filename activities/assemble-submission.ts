import { type ClaimSubmissionRow, putIntoFile, takeReadyClaims } from '../db/claim-submissions.js';
import { type ClaimToSend, readClaimsToSend } from '../db/claims-to-send.js';
import { takeControlNumber } from '../db/control-numbers.js';
import type { PracticeTransaction } from '../db/database.js';
import { newId, sha256Hex } from '../db/new-id.js';
import { listVersionsOfPayer } from '../db/payer-profiles.js';
import { getPractice } from '../db/practices.js';
import { findUnfinishedSubmission, insertSubmission } from '../db/submissions.js';
import { billingProviderOf, professionalClaimOf } from '../domain/claim/professional-claim-of.js';
import { externalCodesOf } from '../domain/coding/external-codes-of.js';
import type { Bites } from '../domain/kernel/bites.js';
import { sumCents } from '../domain/kernel/cents.js';
import { payerEditsOf } from '../domain/payer/frequency-codes.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { profileInForce } from '../domain/payer/profile-in-force.js';
import type { Practice } from '../domain/practice/practice.js';
import { isOverriddenFinding } from '../domain/scrubbing/is-overridden-finding.js';
import { findRefusals } from '../domain/x12/837p/find-refusals.js';
import type { ProfessionalClaim } from '../domain/x12/837p/professional-claim.js';
import type { ProfessionalClaimBatch } from '../domain/x12/837p/professional-claim-batch.js';
import { addClaim } from '../domain/x12/837p/write-professional-claim.js';
import { writeProfessionalClaimBatchBites } from '../domain/x12/837p/write-professional-claim-batch.js';
import {
  formatGroupControlNumber,
  formatInterchangeControlNumber,
  formatTransactionControlNumber,
} from '../domain/x12/control-numbers.js';
import type { X12Finding } from '../domain/x12/x12-finding.js';
import { createdAt, envelopeOf } from './envelope-of.js';
import type { AssembleOutcome, SubmissionBookActivities } from './exchange-activities.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';
import { inBites } from './in-bites.js';
import type { ActivityDeps } from './ports.js';
import { cannotBeWritten, refuseUnwritable, type UnwritableClaim } from './refuse-unwritable.js';

/** Claims in one transaction set at most (005010X222A1 recommends 5,000). */
const recommendedClaimsMax = 5000;

/** Makes one 837P of the ready claims of a payer; an unfinished file of the route comes first, so a crash never strands one. */
export function createAssembleSubmission(
  deps: ActivityDeps,
  claimsMax = recommendedClaimsMax,
): SubmissionBookActivities['assembleSubmission'] {
  return ({ practiceId, payerCode, key }) =>
    deps.db.inPractice(practiceId, async (tx): Promise<AssembleOutcome> => {
      const unfinished = await findUnfinishedSubmission(tx, payerCode);
      if (unfinished !== null) return { kind: 'assembled', submissionId: unfinished };
      const versions = await listVersionsOfPayer(tx, payerCode);
      const practice = await getPractice(tx, practiceId);
      for (;;) {
        const ready = await takeReadyClaims(tx, payerCode, claimsMax);
        if (ready.length === 0) return { kind: 'nothing_ready' };
        const { writable, unwritable } = await refuseErroneous(
          deps,
          practice,
          await sortOut(tx, practice, versions, ready),
        );
        await refuseUnwritable(deps, tx, unwritable);
        // Where all of them go back to a person, those behind them must not wait for the next claim to come.
        if (writable.length === 0) continue;
        return { kind: 'assembled', submissionId: await assemble(deps, tx, { practice, payerCode, key }, writable) };
      }
    });
}

type Writable = {
  readonly sending: ClaimSubmissionRow;
  readonly claim: ProfessionalClaim;
  /** The version of the payer's profile in force on the claim's date of service. */
  readonly payer: PayerProfile;
  readonly overriddenEditIds: readonly string[];
};
type SortedClaims = { readonly writable: readonly Writable[]; readonly unwritable: readonly UnwritableClaim[] };

/** A claim that can't be put into X12 goes back to a person; it must not hold up the others of its payer. */
async function sortOut(
  tx: PracticeTransaction,
  practice: Practice,
  versions: readonly PayerProfile[],
  ready: readonly ClaimSubmissionRow[],
): Promise<SortedClaims> {
  const claimIds = ready.map((sending) => sending.claim_id);
  const sources = await readClaimsToSend(tx, claimIds);
  return await inBites(sortBites(practice, versions, ready, sources));
}

const claimsInBite = 100;

function* sortBites(
  practice: Practice,
  versions: readonly PayerProfile[],
  ready: readonly ClaimSubmissionRow[],
  sources: ReadonlyMap<string, ClaimToSend>,
): Bites<SortedClaims> {
  const writable: Writable[] = [];
  const unwritable: UnwritableClaim[] = [];
  for (const [index, sending] of ready.entries()) {
    if (index % claimsInBite === claimsInBite - 1) yield;
    const source = sources.get(sending.claim_id);
    const payer = source === undefined ? null : profileInForce(versions, source.visit.dateOfService);
    if (payer === null) {
      unwritable.push({ sending, cause: cannotBeWritten });
      continue;
    }
    try {
      const claim = professionalClaim(sending, payer, practice, source);
      addClaim([], claim);
      writable.push({ sending, claim, payer, overriddenEditIds: source?.overriddenEditIds ?? [] });
    } catch (fault) {
      if (!(fault instanceof Error)) throw fault;
      unwritable.push({ sending, cause: cannotBeWritten });
    }
  }
  return { writable, unwritable };
}

/** Nothing leaves that a receiver would refuse: each claim is checked as it would be sent, at all levels. */
async function refuseErroneous(
  deps: ActivityDeps,
  practice: Practice,
  { writable, unwritable }: SortedClaims,
): Promise<SortedClaims> {
  const causes = new Map<Writable, string>();
  for (const payer of new Set(writable.map((one) => one.payer))) {
    const ofVersion = writable.filter((one) => one.payer === payer);
    for (const [one, cause] of await refusalsOf(deps, practice, payer, ofVersion)) causes.set(one, cause);
  }
  return {
    writable: writable.filter((one) => !causes.has(one)),
    unwritable: [...unwritable, ...[...causes].map(([{ sending }, cause]) => ({ sending, cause }))],
  };
}

/** The claims of one version of a payer's profile that would be refused, and why. */
async function refusalsOf(
  deps: ActivityDeps,
  practice: Practice,
  payer: PayerProfile,
  writable: readonly Writable[],
): Promise<[Writable, string][]> {
  const now = deps.clock.now();
  const claims = writable.map((one) => one.claim);
  const batch = claimBatch(deps, practice, claims, 'B1', createdAt(practice, now));
  const checks = {
    codes: externalCodesOf(deps.diagnosisCodes, deps.procedureCodes),
    payerEdits: () => payerEditsOf(payer),
  };
  const refusals = await inBites(findRefusals(batch, envelopeOf(deps, practice, now, 1), checks));
  return writable.flatMap((one, index): [Writable, string][] => {
    const found = refusals.get(index) ?? [];
    const cause = refusalCause(found.filter((finding) => !isOverriddenFinding(finding, one.overriddenEditIds)));
    return cause === undefined ? [] : [[one, cause]];
  });
}

/** The words of the first three findings; undefined when there are none. */
function refusalCause(findings: readonly X12Finding[]): string | undefined {
  const messages = [...new Set(findings.map((finding) => finding.message))];
  if (messages.length === 0) return undefined;
  return `The claim would be refused as it stands. ${messages.slice(0, 3).join(' ')} Correct it and send it again.`;
}

function professionalClaim(
  sending: ClaimSubmissionRow,
  payer: PayerProfile,
  practice: Practice,
  source: ClaimToSend | undefined,
): ProfessionalClaim {
  if (source === undefined) throw new InvariantError('a claim is queued but has no visit');
  return professionalClaimOf({
    visit: source.visit,
    coded: sending.coded,
    payer,
    practice,
    patientControlNumber: source.patientControlNumber,
    clearinghouseClaimNumber: sending.clearinghouse_claim_number,
    frequencyCode: sending.frequency_code,
    payerClaimControlNumber: sending.payer_claim_control_number,
  });
}

async function assemble(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  { practice, ...route }: { readonly practice: Practice; readonly payerCode: string; readonly key: string },
  writable: readonly Writable[],
): Promise<string> {
  const now = deps.clock.now();
  const submissionId = newId('submission');
  const batchReference = `B${await takeControlNumber(tx, 'batch')}`;
  const envelope = envelopeOf(deps, practice, now, await takeControlNumber(tx, 'interchange'));
  const claims = writable.map((one) => one.claim);
  const batch = claimBatch(deps, practice, claims, batchReference, createdAt(practice, now));
  const content = Buffer.from(await inBites(writeProfessionalClaimBatchBites(batch, envelope)), 'latin1');
  const sendings = writable.map((one) => one.sending);
  await insertSubmission(tx, {
    id: submissionId,
    ...route,
    fileName: `${practice.submitterId}_${formatInterchangeControlNumber(envelope.interchangeControlNumber)}.837`,
    interchangeControlNumber: formatInterchangeControlNumber(envelope.interchangeControlNumber),
    groupControlNumber: formatGroupControlNumber(envelope.groupControlNumber),
    transactionControlNumber: formatTransactionControlNumber(envelope.transactionControlNumber),
    batchReference,
    content,
    sha256: sha256Hex(content),
    claimCount: claims.length,
    chargeCents: sumCents(sendings.map((sending) => sending.charge_cents)),
    at: now,
  });
  await putIntoFile(tx, submissionId, sendings);
  return submissionId;
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
